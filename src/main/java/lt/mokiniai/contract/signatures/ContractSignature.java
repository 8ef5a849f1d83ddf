package lt.mokiniai.contract.signatures;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * One Signature of a contract file. That it is intact says that the key of the certificate signed this contract, and not
 * yet that anybody trusts the certificate.
 *
 * @param line the line of its start tag
 * @param certificate what it says it was made with; empty where that cannot be read
 * @param problem what is wrong with it; empty where it is intact
 */
public record ContractSignature(int line, Optional<X509Certificate> certificate, Optional<SignatureProblem> problem) {

    /** Tells whether the contract is what the key of the certificate signed. */
    public boolean isIntact() {
        return problem.isEmpty();
    }
}
