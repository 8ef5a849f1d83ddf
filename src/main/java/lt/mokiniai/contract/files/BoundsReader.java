package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.only;
import static lt.mokiniai.contract.files.ContractDocument.text;
import static lt.mokiniai.contract.files.ContractDocument.values;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.Grant.Coverage;
import lt.mokiniai.contract.model.Grant.Delivery;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Range;
import org.w3c.dom.Element;

/** Reads the bounds of a grant: about whom, how far back, how and how much. */
final class BoundsReader {

    private final ContractDocument document;

    BoundsReader(ContractDocument document) {
        this.document = document;
    }

    /** @param students register ids of the students that the contract names; none when it names no students */
    Coverage coverage(Element grant, Set<String> students) {
        children(grant, "restriction").forEach(restriction -> ContractCodeLists.check(document, restriction));
        return new Coverage(
                population(only(grant, "population"), students),
                reach(only(grant, "depth")),
                values(grant, "restriction"));
    }

    private Population population(Element population, Set<String> students) {
        if (isEmpty(population)) {
            document.problem(population, ContractProblem.POPULATION_EMPTY);
        }
        children(population).forEach(criterion -> ContractCodeLists.check(document, criterion));
        return new Population(
                values(population, "municipality"),
                new Study(
                        institutions(population),
                        values(population, "schoolMunicipality"),
                        values(population, "founderKind"),
                        values(population, "founderMunicipality"),
                        values(population, "programmeFamily"),
                        child(population, "level").flatMap(this::range)),
                child(population, "age").flatMap(this::range),
                child(population, "enrolled")
                        .map(enrolled -> Set.of("true", "1").contains(text(enrolled))),
                values(population, "citizenship"),
                students);
    }

    private Set<InstitutionCode> institutions(Element population) {
        return children(population, "institution")
                .flatMap(institution -> institution(institution).stream())
                .collect(Collectors.toSet());
    }

    private Optional<InstitutionCode> institution(Element institution) {
        String named = attribute(institution, "kind");
        String code = text(institution);
        Optional<InstitutionCode.Kind> kind = InstitutionCode.Kind.named(named);
        if (kind.isEmpty()) {
            ContractCodeLists.check(document, institution, "INSTITUTION_CODE_KIND", named);
        } else if (!kind.get().isCode(code)) {
            document.problem(institution, ContractProblem.INSTITUTION_CODE, named);
        }
        return kind.filter(known -> known.isCode(code)).map(known -> new InstitutionCode(known, code));
    }

    private Optional<Range> range(Element range) {
        int from = Integer.parseInt(attribute(range, "from"));
        int to = Integer.parseInt(attribute(range, "to"));
        if (to < from) {
            document.problem(range, ContractProblem.RANGE, range.getLocalName());
            return Optional.empty();
        }
        return Optional.of(new Range(from, to));
    }

    private static Reach reach(Element depth) {
        return new Reach(
                child(depth, "since").map(since -> Dates.parseDate(text(since))),
                child(depth, "years").map(years -> Integer.valueOf(text(years))));
    }

    /** Reads how an operation may be delivered, and how much: of the ways that it has. */
    Delivery delivery(Element grant, PublishedOperation operation) {
        Quota quota = child(grant, "quota").map(this::quota).orElse(Quota.NONE);
        Element delivery = only(grant, "delivery");
        int largestBatch = child(delivery, "batch")
                .map(batch -> Integer.parseInt(attribute(batch, "largest")))
                .orElse(1);
        return new Delivery(
                ways(delivery, operation),
                Math.min(largestBatch, quota.studentsPerMessage().orElse(largestBatch)),
                quota);
    }

    private Set<WayOfDelivery> ways(Element delivery, PublishedOperation operation) {
        String possible =
                operation.ways().stream().sorted().map(WayOfDelivery::toString).collect(Collectors.joining(", "));
        if (isEmpty(delivery)) {
            document.problem(delivery, ContractProblem.DELIVERY_EMPTY, operation.operation(), possible);
        }
        children(delivery)
                .filter(way -> WayOfDelivery.named(way.getLocalName())
                        .filter(operation.ways()::contains)
                        .isEmpty())
                .forEach(way -> document.problem(
                        way, ContractProblem.WAY, operation.operation(), way.getLocalName(), possible));
        return children(delivery)
                .flatMap(way -> WayOfDelivery.named(way.getLocalName()).stream())
                .collect(Collectors.toSet());
    }

    private Quota quota(Element quota) {
        Function<String, Optional<Element>> axis = name -> child(quota, name);
        if (isEmpty(quota)) {
            document.problem(quota, ContractProblem.QUOTA_EMPTY);
        }
        for (String name : new String[] {"messages", "students"}) {
            axis.apply(name)
                    .filter(element -> element.getAttributes().getLength() == 0)
                    .ifPresent(element -> document.problem(element, ContractProblem.QUOTA_AXIS_EMPTY, name));
        }
        return new Quota(
                axis.apply("messages").flatMap(messages -> number(messages, "perMinute")),
                axis.apply("messages").flatMap(messages -> number(messages, "perDay")),
                axis.apply("students").flatMap(students -> number(students, "perMessage")),
                axis.apply("students").flatMap(students -> number(students, "distinctPerMonth")),
                axis.apply("repeatedLooks").flatMap(looks -> number(looks, "perDay")));
    }

    private static Optional<Integer> number(Element element, String name) {
        return Optional.of(attribute(element, name))
                .filter(value -> !value.isEmpty())
                .map(Integer::valueOf);
    }

    private static boolean isEmpty(Element element) {
        return children(element).findAny().isEmpty();
    }
}
