package lt.mokiniai.contract;

import static lt.mokiniai.contract.ContractDocument.attribute;
import static lt.mokiniai.contract.ContractDocument.child;
import static lt.mokiniai.contract.ContractDocument.children;
import static lt.mokiniai.contract.ContractDocument.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.contract.Contract.Act;
import lt.mokiniai.contract.Contract.Grant;
import lt.mokiniai.contract.Contract.Signer;
import lt.mokiniai.contract.Contract.Statement;
import lt.mokiniai.contract.Contract.Text;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.XRoadId;
import org.w3c.dom.Element;

/** Reads one contract from its file (contracts.md, 'What a contract says'). */
final class ContractReader {

    private static final String PROVISION = "provision";

    private final ContractDocument document;
    private final Catalogue catalogue;

    private ContractReader(ContractDocument document, Catalogue catalogue) {
        this.document = document;
        this.catalogue = catalogue;
    }

    /** Reads a file that the schema holds; what is wrong goes to the document's problems. */
    static Contract read(ContractDocument document, byte[] bytes, Catalogue catalogue) {
        return new ContractReader(document, catalogue).read(sha256(bytes));
    }

    /** SHA-256 in lower hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Notes where a contract contradicts one of an earlier file: id, certificate, subsystem, overlapping grants. */
    static void compare(ContractDocument document, Contract contract, Contract earlier) {
        Element root = document.root();
        Element party = only(root, "party");
        if (contract.id().equals(earlier.id())) {
            document.problem(
                    root,
                    earlier.file() + " has the id " + earlier.id() + " too",
                    "Give each contract an id of its own, and keep one version of it in the folder");
        }
        boolean isSameParty = contract.party().code().equals(earlier.party().code());
        boolean isSameClient = contract.party().client().equals(earlier.party().client());
        if (!isSameParty
                && contract.signers().stream()
                        .anyMatch(signer -> earlier.signers().stream().anyMatch(signer::names))) {
            document.problem(
                    party,
                    earlier.file() + " names the same certificate for another party",
                    "A certificate belongs to one party: correct it where it is wrong");
        }
        if (!isSameParty && isSameClient) {
            document.problem(
                    party,
                    earlier.file() + " names the same client for another party",
                    "A subsystem belongs to one party: correct it where it is wrong");
        }
        if (isSameClient && contract.meets(earlier)) {
            contract.grants().stream()
                    .filter(grant -> earlier.grantOf(grant.name()).isPresent())
                    .forEach(grant -> document.problem(
                            grant.line(),
                            earlier.file() + " grants " + grant.name() + " to the same client for the same time",
                            "One subsystem is one purpose: give this contract a client of its own, take the grant out,"
                                    + " or end or suspend the other contract"));
        }
    }

    private void refuseRepeatedGrants(List<Grant> grants) {
        Set<String> names = new HashSet<>();
        grants.stream()
                .filter(grant -> !names.add(grant.name()))
                .forEach(grant -> document.problem(
                        grant.line(), grant.name() + " is granted twice", "Write one grant for each operation"));
    }

    private Contract read(String digest) {
        Element root = document.root();
        LocalDate from = Dates.parseDate(attribute(root, "from"));
        LocalDate until = Dates.parseDate(attribute(root, "until"));
        if (until.isBefore(from)) {
            document.problem(root, "the contract ends before it begins", "Write from and until in this order");
        }
        refuseWhatIsNotEnforced(root);
        Statement provide = statement(only(root, "legalBasisToProvide"));
        Statement receive = statement(only(root, "legalBasisToReceive"));
        List<Act> bases =
                Stream.concat(provide.acts().stream(), receive.acts().stream()).toList();
        GrantReader grants = new GrantReader(document, catalogue, bases);
        List<Grant> granted = child(root, "grants").stream()
                .flatMap(all -> children(all, "grant"))
                .flatMap(grant -> grants.read(grant).stream())
                .toList();
        refuseRepeatedGrants(granted);
        return new Contract(
                document.file(),
                digest,
                attribute(root, "id"),
                attribute(root, "version"),
                attribute(root, "kind"),
                "suspended".equals(attribute(root, "status")),
                from,
                until,
                party(only(root, "party"), attribute(root, "id")),
                signers(only(root, "party")),
                statement(only(root, "purpose")),
                provide,
                receive,
                child(root, "procedure").map(ContractReader::bilingual),
                granted);
    }

    private void refuseWhatIsNotEnforced(Element root) {
        String kind = attribute(root, "kind");
        if (!PROVISION.equals(kind)) {
            document.problem(
                    root,
                    "the kind " + kind + " is not enforced by this version",
                    "Only contracts of the kind provision can be taken");
            return;
        }
        if (child(root, "procedure").isEmpty()) {
            document.problem(root, "the contract has no <procedure>", "Say how the data are provided, in lt and en");
        }
        if (child(root, "grants").isEmpty()) {
            document.problem(root, "the contract grants nothing", "Write <grants> with one grant for each operation");
        }
        for (String name : List.of("pupils", "supply")) {
            child(root, name)
                    .ifPresent(foreign -> document.problem(
                            foreign,
                            "<" + name + "> does not belong to a contract of the kind provision",
                            "Take it out"));
        }
    }

    private Party party(Element party, String contractId) {
        String code = attribute(party, "code");
        if (!InstitutionCode.isValid(code)) {
            document.problem(
                    party,
                    "the code of <party> has a wrong check digit",
                    "Write an institution code of 9 digits whose last digit is its check digit");
        }
        Text name = bilingual(only(party, "name"));
        return new Party(
                code,
                name.lt(),
                name.en(),
                List.of(XRoadId.parse(attribute(party, "client"))),
                "RSA".equals(attribute(party, "answerAlgorithm")) ? "RSA" : "EC",
                Set.of(contractId));
    }

    private List<Signer> signers(Element party) {
        return children(party, "certificate").map(this::signer).toList();
    }

    private Signer signer(Element certificate) {
        return new Signer(
                child(certificate, "subject").flatMap(this::name),
                child(certificate, "issuer").flatMap(this::name),
                child(certificate, "thumbprint")
                        .map(ContractDocument::text)
                        .map(digits -> digits.toLowerCase(Locale.ROOT)));
    }

    private Optional<X500Principal> name(Element element) {
        try {
            return Optional.of(new X500Principal(text(element)));
        } catch (IllegalArgumentException e) {
            document.problem(
                    element,
                    "<" + element.getLocalName() + "> is not a distinguished name",
                    "Write it as in RFC 2253, such as CN=x, O=y, C=LT");
            return Optional.empty();
        }
    }

    private static Statement statement(Element statement) {
        return new Statement(
                bilingual(statement),
                children(statement, "act")
                        .map(act -> new Act(
                                bilingual(act),
                                Stream.of(attribute(act, "items").split(" "))
                                        .filter(number -> !number.isEmpty())
                                        .collect(Collectors.toSet())))
                        .toList());
    }

    private static Text bilingual(Element element) {
        return new Text(text(only(element, "lt")), text(only(element, "en")));
    }

    private static Element only(Element parent, String name) {
        return child(parent, name).orElseThrow();
    }
}
