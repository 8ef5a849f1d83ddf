package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.only;
import static lt.mokiniai.contract.files.ContractDocument.text;
import static lt.mokiniai.contract.files.ContractDocument.values;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Act;
import lt.mokiniai.contract.model.Contract.Allowed;
import lt.mokiniai.contract.model.Contract.Identity;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Contract.Obligations;
import lt.mokiniai.contract.model.Contract.Source;
import lt.mokiniai.contract.model.Contract.SourceOf;
import lt.mokiniai.contract.model.Contract.Statement;
import lt.mokiniai.contract.model.Contract.Statements;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.model.Contract.Way;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Term;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.texts.Text;
import org.w3c.dom.Element;

/** Reads one contract from its file (docs/contracts.md, 'Reading the example'). */
final class ContractReader {

    private final ContractDocument document;
    private final PublishedOperations published;

    private ContractReader(ContractDocument document, PublishedOperations published) {
        this.document = document;
        this.published = published;
    }

    /**
     * Reads a file that the schema holds; what is wrong goes to the document's problems. Of a newer edition of the data
     * items than is known nothing is read.
     */
    static Optional<Contract> read(ContractDocument document, byte[] bytes, PublishedOperations published) {
        int edition = Integer.parseInt(attribute(document.root(), "edition"));
        if (edition > published.edition()) {
            document.problem(
                    document.root(),
                    ContractProblem.NEWER_EDITION,
                    String.valueOf(edition),
                    String.valueOf(published.edition()));
            return Optional.empty();
        }
        return Optional.of(new ContractReader(document, published.in(edition)).read(Digest.sha256(bytes), edition));
    }

    private Contract read(String digest, int edition) {
        Element root = document.root();
        LocalDate from = Dates.parseDate(attribute(root, "from"));
        LocalDate until = Dates.parseDate(attribute(root, "until"));
        if (until.isBefore(from)) {
            document.problem(root, ContractProblem.ENDS_BEFORE_IT_BEGINS);
        }
        Kind kind = Kind.named(attribute(root, "kind"));
        new Blanks(document).check();
        KindRules rules = new KindRules(document, kind);
        rules.check();
        String id = attribute(root, "id");
        Party party = new PartyReader(document).party(only(root, "party"), id);
        rules.checkOwnStudents(party.code());
        rules.checkDecider();
        Optional<Supply> supply = child(root, "supply").map(supplied -> supply(supplied, published));
        supply.ifPresent(arriving -> rules.checkSupply(arriving, published));
        Statement provide = statement(only(root, "legalBasisToProvide"));
        Statement receive = statement(only(root, "legalBasisToReceive"));
        Set<String> students = child(root, "students")
                .map(named -> values(named, "registerId"))
                .orElse(Set.of());
        List<Grant> grants = grants(root, kind, provide, receive, students);
        return new Contract(
                new Identity(id, attribute(root, "version"), kind, edition, document.file(), digest),
                new Term(from, until, "suspended".equals(attribute(root, "status"))),
                party,
                new Statements(
                        statement(only(root, "purpose")),
                        provide,
                        receive,
                        child(root, "procedure").map(ContractReader::bilingual),
                        child(root, "obligations").map(ContractReader::obligations)),
                students,
                supply,
                new Allowed(grants, represented(root, grants)));
    }

    /** Reads by which of the granted operations another party may act for this one. */
    private Set<OperationId> represented(Element root, List<Grant> grants) {
        Set<OperationId> represented = new LinkedHashSet<>();
        child(root, "representation").stream()
                .flatMap(representation -> children(representation, "operation"))
                .forEach(operation -> {
                    OperationId id = GrantReader.operationOf(operation);
                    if (grants.stream().noneMatch(grant -> grant.id().equals(id))) {
                        document.problem(operation, ContractProblem.REPRESENTS_NO_GRANT, id);
                    } else if (!represented.add(id)) {
                        document.problem(operation, ContractProblem.REPRESENTS_TWICE, id);
                    }
                });
        return represented;
    }

    private List<Grant> grants(Element root, Kind kind, Statement provide, Statement receive, Set<String> students) {
        List<Act> bases =
                Stream.concat(provide.acts().stream(), receive.acts().stream()).toList();
        GrantReader reader = new GrantReader(document, published, kind, bases, students);
        List<Grant> grants = child(root, "grants").stream()
                .flatMap(all -> children(all, "grant"))
                .flatMap(grant -> reader.read(grant).stream())
                .toList();
        reader.refusePseudonymsBesideIdentities(grants);
        Set<OperationId> granted = new HashSet<>();
        grants.stream()
                .filter(grant -> !granted.add(grant.id()))
                .forEach(grant -> document.problem(grant.line(), ContractProblem.GRANTED_TWICE.of(grant.id())));
        return grants;
    }

    private static Supply supply(Element supply, PublishedOperations published) {
        return new Supply(
                Optional.of(attribute(supply, "register")).filter(register -> !register.isEmpty()),
                children(supply)
                        .flatMap(way -> Way.named(way.getLocalName()).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                child(supply, "pull").map(pull -> attribute(pull, "schedule")).filter(schedule -> !schedule.isEmpty()),
                children(supply, "sourceOf")
                        .map(item -> source(item, published))
                        .collect(Collectors.toSet()));
    }

    /** Reads an item of which a supplier is the source. */
    static Source source(Element item, PublishedOperations published) {
        String path = attribute(item, "path");
        Set<String> numbers = published.all().stream()
                .flatMap(operation -> operation.answer().at(path).flatMap(SchemaTree::item).stream())
                .map(DataItem::number)
                .collect(Collectors.toSet());
        return new Source(path, SourceOf.named(attribute(item, "for")), numbers);
    }

    private static Obligations obligations(Element obligations) {
        return new Obligations(
                Integer.parseInt(attribute(obligations, "keepMonths")),
                Set.of("true", "1").contains(attribute(obligations, "handOn")),
                bilingual(obligations));
    }

    private Statement statement(Element statement) {
        return new Statement(
                bilingual(statement), children(statement, "act").map(this::act).toList());
    }

    private Act act(Element act) {
        Set<String> items = Stream.of(attribute(act, "items").split(" "))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
        items.stream()
                .filter(number -> !published.numbers().contains(number))
                .sorted()
                .forEach(number -> document.problem(
                        act,
                        ContractProblem.NO_NUMBER_OF_ITEM,
                        number,
                        Suggestions.nearest(number, published.numbers())));
        return new Act(bilingual(act), items);
    }

    static Text bilingual(Element element) {
        return new Text(text(only(element, "lt")), text(only(element, "en")));
    }
}
