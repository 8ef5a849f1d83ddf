package lt.mokiniai.platform.trust.rules;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The algorithms that authorities may sign certificates and revocation lists with: RSA and ECDSA with SHA-2. */
public final class IssuingAlgorithms {

    /** RFC 4055 and RFC 5758, SHA-256, SHA-384 and SHA-512 each. */
    private static final Set<String> TAKEN = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4");

    private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
    private static final Set<String> SHA_2 = Set.of("SHA-256", "SHA-384", "SHA-512");

    private IssuingAlgorithms() {}

    /** Whether a certificate is signed with one of them. */
    public static boolean take(X509Certificate certificate) {
        return take(certificate.getSigAlgOID(), certificate.getSigAlgParams());
    }

    /** Whether a revocation list is signed with one of them. */
    public static boolean take(X509CRL list) {
        return take(list.getSigAlgOID(), list.getSigAlgParams());
    }

    private static boolean take(String oid, byte @Nullable [] parameters) {
        return RSASSA_PSS.equals(oid) ? isSha2(parameters) : TAKEN.contains(oid);
    }

    /** Where PSS tells no digest it is SHA-1 (RFC 4055, section 3.1). */
    private static boolean isSha2(byte @Nullable [] parameters) {
        if (parameters == null) {
            return false;
        }
        try {
            AlgorithmParameters pss = AlgorithmParameters.getInstance("RSASSA-PSS");
            pss.init(parameters);
            return SHA_2.contains(pss.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm());
        } catch (IOException | GeneralSecurityException unreadable) {
            return false;
        }
    }
}
