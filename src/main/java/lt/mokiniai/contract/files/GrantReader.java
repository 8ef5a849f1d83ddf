package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.only;
import static lt.mokiniai.contract.files.ItemsReader.ABSENCE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.contract.model.Contract.Act;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Grant.Conditions;
import lt.mokiniai.contract.model.Grant.Shown;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.ServiceId;
import org.w3c.dom.Element;

/** Reads the grants of one contract and compiles them against the published schemas. */
final class GrantReader {

    /** The criteria of a population that are true of a whole study and not of a person or a stage. */
    private static final Set<String> OF_STUDIES =
            Set.of("institution", "schoolMunicipality", "founderKind", "founderMunicipality", "programmeFamily");

    private final ContractDocument document;
    private final PublishedOperations published;
    private final Kind kind;
    private final ItemsReader items;
    private final BoundsReader bounds;
    private final Set<String> students;

    /**
     * @param kind of the contract
     * @param bases the acts of the legal bases to provide and to receive
     * @param students register ids of the students that the contract names
     */
    GrantReader(
            ContractDocument document,
            PublishedOperations published,
            Kind kind,
            List<Act> bases,
            Set<String> students) {
        this.document = document;
        this.published = kind.sees(published);
        this.kind = kind;
        this.items = new ItemsReader(document, kind, bases);
        this.bounds = new BoundsReader(document);
        this.students = students;
    }

    /** Reads a grant; empty when its operation is not known. What is wrong goes to the document's problems. */
    Optional<Grant> read(Element grant) {
        OperationId id = operationOf(grant);
        Optional<PublishedOperation> operation = published.find(id).filter(PublishedOperation::isGrantable);
        if (operation.isEmpty()) {
            refuseUnknown(grant, id);
        }
        return operation.map(known -> read(grant, known));
    }

    /** Gives the operation that an element of a contract names. */
    static OperationId operationOf(Element named) {
        return new OperationId(
                new ServiceId(attribute(named, "service"), attribute(named, "version")), attribute(named, "operation"));
    }

    private void refuseUnknown(Element grant, OperationId id) {
        if (published.find(id).isPresent()) {
            document.problem(grant, ContractProblem.NEEDS_NO_GRANT, id);
            return;
        }
        List<String> grantable = published.all().stream()
                .filter(PublishedOperation::isGrantable)
                .map(known -> known.id().toString())
                .toList();
        document.problem(grant, ContractProblem.NO_OPERATION, id, Suggestions.nearest(id.toString(), grantable));
    }

    private Grant read(Element grant, PublishedOperation operation) {
        Element fields = only(grant, "fields");
        if (children(fields).findAny().isEmpty()) {
            document.problem(fields, ContractProblem.FIELDS_EMPTY);
        }
        Set<String> shown = new LinkedHashSet<>(items.shown(fields, operation.answer()));
        Optional<Element> pseudonym = child(grant, "pseudonym");
        pseudonym.ifPresent(asked -> shown.addAll(pseudonyms(asked, operation, shown)));
        Optional<Element> reasons =
                child(grant, ABSENCE).filter(absence -> "reasons".equals(attribute(absence, "shownAs")));
        reasons.ifPresent(asked -> refuseReasonsWithoutRecords(asked, operation));
        SchemaTree granted = operation.answer().grantedOnly(shown);
        SchemaTree answer = reasons.isPresent() ? granted : granted.without(ABSENCE);
        if (operation.writes() && kind == Kind.PROCESSING) {
            refuseBeyondStudies(only(grant, "population"), operation);
        }
        return new Grant(
                ContractDocument.line(grant),
                operation,
                items.requested(grant, operation),
                Shown.of(answer, reasons.isPresent(), pseudonym.isPresent()),
                bounds.coverage(grant, students),
                bounds.delivery(grant, operation),
                conditions(grant));
    }

    /** What may be written is bounded by where a student studies: residence and age change without anybody writing. */
    private void refuseBeyondStudies(Element population, PublishedOperation operation) {
        children(population)
                .filter(criterion -> !OF_STUDIES.contains(criterion.getLocalName()))
                .forEach(criterion -> document.problem(
                        criterion,
                        ContractProblem.WRITES_BEYOND_STUDIES,
                        operation.operation(),
                        criterion.getLocalName()));
    }

    private Conditions conditions(Element grant) {
        Optional<Element> requires = child(grant, "requires");
        requires.filter(headers -> children(headers).findAny().isEmpty())
                .ifPresent(headers -> document.problem(headers, ContractProblem.REQUIRES_EMPTY));
        return new Conditions(
                requires.flatMap(headers -> child(headers, "userId")).isPresent(),
                requires.flatMap(headers -> child(headers, "issue")).isPresent(),
                child(grant, "visibleAfter")
                        .map(delay -> Integer.parseInt(attribute(delay, "days")))
                        .orElse(0));
    }

    /**
     * Gives the paths of pseudonyms. A pseudonym means nothing only while nothing beside it says who the person is: not in
     * the answer, and not in the question that led to it.
     */
    private Set<String> pseudonyms(Element at, PublishedOperation operation, Set<String> shown) {
        Set<String> paths = operation.answer().grantable().stream()
                .filter(path -> path.endsWith("/" + ItemsReader.PSEUDONYM))
                .collect(Collectors.toSet());
        if (paths.isEmpty()) {
            document.problem(at, ContractProblem.NO_STUDENT_IN_ANSWER, operation.operation());
            return paths;
        }
        if (!students.isEmpty()) {
            document.problem(at, ContractProblem.PSEUDONYM_OF_NAMED);
        }
        String asking = identifying(operation.request(), operation.request().paths());
        if (!asking.isEmpty()) {
            document.problem(at, ContractProblem.PSEUDONYM_OF_ASKED, operation.operation());
        }
        String showing = identifying(operation.answer(), shown);
        if (!showing.isEmpty()) {
            document.problem(at, ContractProblem.PSEUDONYM_BESIDE, showing);
        }
        return paths;
    }

    /** Answers under one contract can be laid side by side, and what they have in common tells whose pseudonym it is. */
    void refusePseudonymsBesideIdentities(List<Grant> grants) {
        Optional<Grant> pseudonymous =
                grants.stream().filter(grant -> grant.shown().pseudonym()).findFirst();
        grants.stream()
                .filter(grant -> !grant.shown().pseudonym() && tellsWho(grant))
                .forEach(grant -> pseudonymous.ifPresent(other -> document.problem(
                        grant.line(), ContractProblem.PSEUDONYM_BESIDE_GRANT.of(grant.id(), other.id()))));
    }

    private static boolean tellsWho(Grant grant) {
        SchemaTree request = grant.operation().request();
        return !identifying(request, request.paths()).isEmpty()
                || !identifying(grant.answer(), grant.answer().grantable()).isEmpty();
    }

    private static String identifying(SchemaTree message, Iterable<String> paths) {
        StringBuilder found = new StringBuilder();
        paths.forEach(path -> {
            if (message.at(path).map(SchemaTree::identifies).orElse(false)) {
                found.append(found.isEmpty() ? "" : ", ").append(path);
            }
        });
        return found.toString();
    }

    private void refuseReasonsWithoutRecords(Element at, PublishedOperation operation) {
        if (operation.answer().paths().stream().noneMatch(path -> path.endsWith("/" + ABSENCE))) {
            document.problem(at, ContractProblem.NO_PLACE_FOR_REASONS, operation.operation());
        }
    }
}
