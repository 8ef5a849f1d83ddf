package lt.mokiniai.register.certificates;

import jakarta.persistence.Entity;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.wsdl.types.CertificateStatus;
import org.hibernate.annotations.Immutable;

/** The state of a certificate, the only thing about it that changes. */
@Entity
@Immutable
class CertificateState extends Fact {

    /** The states in which a certificate is out in the world; a draft is not shown to anybody. */
    static final String OUTSIDE = "s.state in ('ISSUED', 'REVOKED', 'REPLACED')";

    Long certificateId;

    /** Code list CERTIFICATE_STATE. */
    String state;

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
