package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.only;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Signer;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.platform.trust.names.DistinguishedName;
import org.w3c.dom.Element;

/** Reads the other party of a contract, and the certificates that it signs messages with. */
final class PartyReader {

    private final ContractDocument document;

    PartyReader(ContractDocument document) {
        this.document = document;
    }

    Party party(Element party, String contractId) {
        String code = attribute(party, "code");
        if (!LegalEntityCode.isValid(code)) {
            document.problem(party, ContractProblem.PARTY_CODE);
        }
        XRoadId client = XRoadId.parse(attribute(party, "client"));
        if (!code.equals(client.memberCode())) {
            XRoadId own = new XRoadId(client.instance(), client.memberClass(), code, client.subsystem());
            document.problem(party, ContractProblem.CLIENT_OF_ANOTHER, code, client.memberCode(), own.toString());
        }
        Text name = ContractReader.bilingual(only(party, "name"));
        return new Party(
                code,
                name,
                List.of(client),
                "RSA".equals(attribute(party, "answerAlgorithm")) ? KeyAlgorithm.RSA : KeyAlgorithm.EC,
                children(party, "certificate").map(this::signer).toList(),
                Set.of(contractId));
    }

    private Signer signer(Element certificate) {
        return new Signer(
                child(certificate, "subject").flatMap(this::name),
                child(certificate, "issuer").flatMap(this::name),
                child(certificate, "thumbprint")
                        .map(ContractDocument::text)
                        .map(digits -> digits.toLowerCase(Locale.ROOT)));
    }

    /** By the text as it stands: spaces within a value count. */
    private Optional<DistinguishedName> name(Element element) {
        try {
            return Optional.of(DistinguishedName.parse(element.getTextContent()));
        } catch (IllegalArgumentException e) {
            if (!Blanks.isBlank(element)) {
                document.problem(element, ContractProblem.NOT_A_NAME, element.getLocalName());
            }
            return Optional.empty();
        }
    }
}
