package lt.mokiniai.contract.signatures;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.LegalEntityCode;
import org.w3c.dom.Element;

/**
 * The rule that a contract is signed by both (docs/contracts.md, 'The life of a contract'): by somebody who may sign for the
 * register's institution, and by somebody else who may sign for the other party.
 *
 * @param register the institution that signs for the register
 * @param trusted who may sign for whom
 */
public record BothParties(LegalEntityCode register, Signatories trusted) {

    /** Names who may sign for whom: with another digest, signatures must be verified anew. */
    public String digest() {
        return register.value() + " " + trusted.digest();
    }

    /**
     * Gives what is wrong with a contract's signatures; nothing when both parties have signed.
     *
     * @param root the contract, as {@link SignatureVerifier#verify} wants it
     * @param party the institution code of the other party
     */
    public List<SignatureProblem> problems(Element root, String party) {
        List<ContractSignature> signatures = SignatureVerifier.verify(root);
        List<SignatureProblem> problems = new ArrayList<>();
        signatures.forEach(signature -> signature.problem().ifPresent(problems::add));
        strangers(signatures, party, problems);
        repeated(signatures, problems);
        if (signatures.size() > 2) {
            problems.add(new SignatureProblem(
                    signatures.get(2).line(), SignatureFault.TOO_MANY.of(String.valueOf(signatures.size()))));
        } else if (signatures.size() < 2 || problems.isEmpty()) {
            missing(root, signatures, party, problems);
        }
        return List.copyOf(problems);
    }

    private void strangers(List<ContractSignature> signatures, String party, List<SignatureProblem> problems) {
        for (ContractSignature signature : signatures) {
            if (signature.isIntact() && !signsFor(signature, register.value()) && !signsFor(signature, party)) {
                String thumbprint =
                        Signatories.thumbprint(signature.certificate().orElseThrow());
                problems.add(new SignatureProblem(
                        signature.line(), SignatureFault.STRANGER.of(thumbprint, register.value(), party)));
            }
        }
    }

    private static void repeated(List<ContractSignature> signatures, List<SignatureProblem> problems) {
        Set<X509Certificate> seen = new HashSet<>();
        for (ContractSignature signature : signatures) {
            Optional<X509Certificate> certificate = signature.certificate();
            if (certificate.isPresent() && !seen.add(certificate.get())) {
                problems.add(new SignatureProblem(signature.line(), SignatureFault.REPEATED.of()));
            }
        }
    }

    private void missing(
            Element root, List<ContractSignature> signatures, String party, List<SignatureProblem> problems) {
        List<ContractSignature> ours = of(signatures, register.value());
        List<ContractSignature> theirs = of(signatures, party);
        int line = SignatureVerifier.line(root);
        if (signatures.size() == 2 && (party.equals(register.value()) || ours.isEmpty() || theirs.isEmpty())) {
            problems.add(new SignatureProblem(
                    signatures.get(1).line(),
                    SignatureFault.ONE_INSTITUTION.of(
                            ours.isEmpty() ? party : register.value(), register.value(), party)));
        } else if (signatures.size() < 2) {
            if (ours.isEmpty()) {
                problems.add(new SignatureProblem(line, SignatureFault.REGISTER_MISSING.of(register.value())));
            }
            // One signature is that of one party, even where its certificate may sign for both.
            if (theirs.isEmpty() || !ours.isEmpty()) {
                problems.add(new SignatureProblem(line, SignatureFault.PARTY_MISSING.of(party)));
            }
        }
    }

    private List<ContractSignature> of(List<ContractSignature> signatures, String institution) {
        return signatures.stream()
                .filter(signature -> signsFor(signature, institution))
                .toList();
    }

    private boolean signsFor(ContractSignature signature, String institution) {
        return signature
                .certificate()
                .filter(certificate -> trusted.institutionsOf(certificate).contains(institution))
                .isPresent();
    }
}
