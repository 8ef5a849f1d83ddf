package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.only;
import static lt.mokiniai.contract.files.ContractDocument.values;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.ServiceId;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/** What must, and what must not, stand in a contract of a kind (docs/contracts.md, 'What a contract file is'). */
final class KindRules {

    private static final String PROCEDURE = "procedure";
    private static final String STUDENTS = "students";
    private static final String SUPPLY = "supply";
    private static final String GRANTS = "grants";
    private static final String REPRESENTATION = "representation";
    private static final String REGISTER = "register";
    private static final String DELIVER = "deliver";
    private static final String REPORT = "getDeliveryReport";
    private static final ServiceId INTAKE = new ServiceId("intake", "v1");
    private static final String FOUNDER = "founderMunicipality";

    private final ContractDocument document;
    private final Element root;
    private final Kind kind;

    KindRules(ContractDocument document, Kind kind) {
        this.document = document;
        this.root = document.root();
        this.kind = kind;
    }

    void check() {
        boolean isRequest = kind == Kind.REQUEST;
        boolean isSupply = kind == Kind.SUPPLY;
        check(PROCEDURE, !isRequest, ContractProblem.NEEDS_PROCEDURE);
        check(STUDENTS, isRequest, ContractProblem.NEEDS_STUDENTS);
        check(SUPPLY, isSupply, ContractProblem.NEEDS_SUPPLY);
        if (isSupply) {
            checkGrantsOfSupplier();
        } else {
            check(GRANTS, true, ContractProblem.NEEDS_GRANTS);
        }
        if (kind != Kind.PROCESSING) {
            child(root, REPRESENTATION).ifPresent(this::refuse);
        }
    }

    /** A supplier that calls the register has grants for it; one of no source register has none. */
    private void checkGrantsOfSupplier() {
        Optional<Element> supply = child(root, SUPPLY)
                .filter(element -> !attribute(element, REGISTER).isEmpty());
        if (supply.isEmpty()) {
            child(root, GRANTS).ifPresent(this::refuse);
        } else if (child(supply.get(), "push").isPresent()
                && child(root, GRANTS).isEmpty()) {
            document.problem(root, ContractProblem.NEEDS_GRANTS, kind.toString());
        }
    }

    private void refuse(Element element) {
        document.problem(element, ContractProblem.NOT_OF_THIS_KIND, element.getLocalName(), kind.toString());
    }

    private void check(String name, boolean belongs, ContractProblem missing) {
        boolean isThere = child(root, name).isPresent();
        if (belongs && !isThere) {
            document.problem(root, missing, kind.toString());
        } else if (!belongs && isThere) {
            refuse(only(root, name));
        }
    }

    /** An education provider processes the data of its own students and of nobody else's. */
    void checkOwnStudents(String partyCode) {
        if (kind != Kind.PROCESSING) {
            return;
        }
        child(root, GRANTS).stream()
                .flatMap(grants -> children(grants, "grant"))
                .map(grant -> only(grant, "population"))
                .filter(population -> !values(population, "institution").equals(Set.of(partyCode)))
                .forEach(population -> document.problem(population, ContractProblem.BEYOND_OWN_STUDENTS, partyCode));
    }

    /**
     * Who decides for schools, decides for all of them or for those that one municipality founded, by every grant for the
     * same; the person who decides is named, and so is the student that it is about (docs/decisions/0046).
     */
    void checkDecider() {
        if (kind != Kind.DECISION) {
            return;
        }
        List<Element> grants = child(root, GRANTS).stream()
                .flatMap(element -> children(element, "grant"))
                .toList();
        Set<Set<String>> decided = new LinkedHashSet<>();
        for (Element grant : grants) {
            Element population = only(grant, "population");
            if (!isOfADecider(population)) {
                document.problem(population, ContractProblem.DECIDES_FOR_OTHERS);
            } else if (decided.add(values(population, FOUNDER)) && decided.size() > 1) {
                document.problem(population, ContractProblem.DECIDES_FOR_DIFFERENT);
            }
            if (child(grant, "requires")
                    .flatMap(requires -> child(requires, "userId"))
                    .isEmpty()) {
                document.problem(grant, ContractProblem.DECIDES_UNNAMED);
            }
            child(grant, "pseudonym")
                    .ifPresent(pseudonym -> document.problem(pseudonym, ContractProblem.DECIDES_ON_PSEUDONYMS));
        }
    }

    private static boolean isOfADecider(Element population) {
        List<String> criteria = children(population).map(Element::getLocalName).toList();
        return criteria.equals(List.of("everyone")) || criteria.equals(List.of(FOUNDER));
    }

    /** A source register is one for which the service Intake has an operation, and a supplier is granted that one alone. */
    private void checkRegister(Element supply, String register, PublishedOperations published) {
        Set<String> known = published.all().stream()
                .map(PublishedOperation::id)
                .filter(id -> id.service().equals(INTAKE) && id.name().startsWith(DELIVER))
                .map(id -> StringUtils.uncapitalize(id.name().substring(DELIVER.length())))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(register)) {
            document.problem(
                    supply, ContractProblem.NO_SOURCE_REGISTER, register, Suggestions.nearest(register, known));
        }
        Set<OperationId> ofRegister = Set.of(
                new OperationId(INTAKE, DELIVER + StringUtils.capitalize(register)), new OperationId(INTAKE, REPORT));
        child(root, GRANTS).stream()
                .flatMap(grants -> children(grants, "grant"))
                .filter(grant -> !ofRegister.contains(GrantReader.operationOf(grant)))
                .forEach(grant -> document.problem(
                        grant, ContractProblem.NOT_OF_ITS_REGISTER, GrantReader.operationOf(grant), register));
    }

    /** Checks the schedule of a supply, and that each item of which the supplier is the source is published somewhere. */
    void checkSupply(Supply supply, PublishedOperations published) {
        Element element = only(root, SUPPLY);
        supply.register().ifPresent(register -> checkRegister(element, register, published));
        if (supply.sourceOf().isEmpty() && supply.register().isEmpty()) {
            document.problem(element, ContractProblem.SOURCES_EMPTY);
        }
        supply.schedule()
                .filter(schedule -> !CronExpression.isValidExpression(schedule))
                .ifPresent(schedule -> document.problem(only(element, "pull"), ContractProblem.NOT_CRON));
        Set<String> known = published.forReaders().all().stream()
                .map(PublishedOperation::answer)
                .map(SchemaTree::grantable)
                .flatMap(List::stream)
                .filter(path -> !path.endsWith("/" + ItemsReader.PSEUDONYM))
                .collect(Collectors.toSet());
        children(element, "sourceOf")
                .filter(item -> !known.contains(attribute(item, "path")))
                .forEach(item -> {
                    String path = attribute(item, "path");
                    document.problem(item, ContractProblem.NO_ITEM, path, Suggestions.nearest(path, known));
                });
    }
}
