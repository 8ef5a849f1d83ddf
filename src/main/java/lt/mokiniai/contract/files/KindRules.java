package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.only;
import static lt.mokiniai.contract.files.ContractDocument.values;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import org.springframework.scheduling.support.CronExpression;
import org.w3c.dom.Element;

/** What must, and what must not, stand in a contract of a kind (docs/contracts.md, 'What a contract file is'). */
final class KindRules {

    private static final String PROCEDURE = "procedure";
    private static final String STUDENTS = "students";
    private static final String SUPPLY = "supply";
    private static final String GRANTS = "grants";
    private static final String REPRESENTATION = "representation";
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
        check(GRANTS, !isSupply, ContractProblem.NEEDS_GRANTS);
        if (kind != Kind.PROCESSING) {
            child(root, REPRESENTATION).ifPresent(this::refuse);
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

    /** Checks the schedule of a supply, and that each item of which the supplier is the source is published somewhere. */
    void checkSupply(Supply supply, PublishedOperations published) {
        Element element = only(root, SUPPLY);
        if (supply.sourceOf().isEmpty()) {
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
