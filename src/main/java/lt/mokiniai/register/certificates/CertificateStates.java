package lt.mokiniai.register.certificates;

import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.types.CertificateStatus;

/** The states of a certificate (code list CERTIFICATE_STATE): which are shown, and what they mean. */
final class CertificateStates {

    /** State {@code s} holds, and its certificate is out in the world; a draft is not shown to anybody. */
    static final String OUTSIDE =
            "s.state in ('" + String.join("', '", StateOfCertificate.OUTSIDE) + "') and " + FactConditions.holds("s");

    private CertificateStates() {}

    /** Tells whether what was issued still says what it said, itself or by what stands in its place. */
    static boolean stands(String state) {
        return state.equals("ISSUED") || state.equals("REPLACED");
    }

    /** Gives what a state means to somebody who was shown the certificate. */
    static CertificateStatus meaning(String state) {
        return switch (state) {
            case "ISSUED" -> CertificateStatus.VALID;
            case "REVOKED" -> CertificateStatus.REVOKED;
            case "REPLACED" -> CertificateStatus.REPLACED;
            default -> CertificateStatus.NOT_FOUND;
        };
    }
}
