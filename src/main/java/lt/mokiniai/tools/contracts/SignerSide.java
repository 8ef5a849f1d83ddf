package lt.mokiniai.tools.contracts;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Text;

/**
 * For which side of a contract a certificate signs. The folder of signatories tells; without it the subject does where it
 * carries an institution code, as qualified certificates do (ETSI EN 319 412-1, section 5.1.4), and the certificate of
 * messages that the contract itself names.
 *
 * @param institutions the sides that it signs for; empty where that is not known
 * @param refusal why it signs for neither
 * @param warning what is not known
 */
record SignerSide(Set<String> institutions, Optional<Text> refusal, Optional<Text> warning) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{9}(?![0-9])");

    static SignerSide of(
            X509Certificate certificate,
            Contract contract,
            Optional<Signatories> signatories,
            Optional<LegalEntityCode> register) {
        String party = contract.party().code();
        Set<String> sides = new TreeSet<>(Set.of(party));
        register.ifPresent(code -> sides.add(code.value()));
        Set<String> known = new TreeSet<>(
                signatories.map(all -> all.institutionsOf(certificate)).orElseGet(() -> told(certificate, contract)));
        Set<String> its = new TreeSet<>(known);
        its.retainAll(sides);
        if (!its.isEmpty()) {
            return new SignerSide(its, Optional.empty(), Optional.empty());
        }
        String subject = certificate.getSubjectX500Principal().toString();
        if (known.isEmpty() && signatories.isPresent()) {
            return refused(text("sign.not-a-signatory", subject));
        }
        String codes = String.join(", ", known);
        if (!known.isEmpty() && register.isPresent()) {
            return refused(
                    text("sign.other-side", subject, codes, register.get().value(), party));
        }
        return new SignerSide(
                Set.of(),
                Optional.empty(),
                Optional.of(
                        known.isEmpty()
                                ? text("sign.unknown-side", subject)
                                : text("sign.register-unknown", party, codes)));
    }

    private static SignerSide refused(Text why) {
        return new SignerSide(Set.of(), Optional.of(why), Optional.empty());
    }

    private static Set<String> told(X509Certificate certificate, Contract contract) {
        Set<String> codes = CODE.matcher(certificate.getSubjectX500Principal().toString())
                .results()
                .map(MatchResult::group)
                .filter(LegalEntityCode::isValid)
                .collect(Collectors.toCollection(TreeSet::new));
        try {
            codes.add(new ContractSet(contract.digest(), List.of(contract))
                    .partyOf(certificate)
                    .code());
        } catch (ExchangeException notOfMessages) {
            // Most who sign contracts sign no messages.
        }
        return codes;
    }
}
