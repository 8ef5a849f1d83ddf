package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Over random grants and random answers: of each published value that a record does not show, the record gives one
 * reason, and it is the true one. What is true is worked out value by value.
 */
class OmissionReasonsPropertyTests {

    private static final String RESTRICTED = "RESTRICTED";
    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    @Property(tries = 300)
    void eachMissingValueOfEachRecordHasExactlyOneReasonAndItIsTrue(
            @ForAll("grants") Granted grant, @ForAll Random random) {
        Element root = new RandomRecords(random, grant).root;

        grant.responseFilter().narrow(root);

        records(root, grant.answer(), "").forEach(record -> assertTellsTheTruth(record, grant));
    }

    @Property(tries = 100)
    void narrowingTwiceTellsNothingTwice(@ForAll("grants") Granted grant, @ForAll Random random) {
        Element root = new RandomRecords(random, grant).root;
        grant.responseFilter().narrow(root);
        List<Map<String, String>> once = told(root, grant);

        grant.responseFilter().narrow(root);

        assertThat(told(root, grant)).isEqualTo(once);
    }

    /** A record of a narrowed answer, and the path at which it stands. */
    private record Standing(Element element, SchemaTree schema, String path) {}

    record Granted(PublishedOperation operation, Set<String> items) {

        SchemaTree answer() {
            return operation.answer();
        }

        ResponseFilter responseFilter() {
            return new ResponseFilter(answer(), answer().grantedOnly(items));
        }

        @Override
        public String toString() {
            return operation.id() + items.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
        }
    }

    @Provide
    Arbitrary<Granted> grants() {
        List<PublishedOperation> withRecords = PUBLISHED.all().stream()
                .filter(operation -> operation.isGrantable()
                        && operation.answer().paths().stream().anyMatch(path -> path.endsWith("/absence")))
                .toList();
        return Arbitraries.of(withRecords)
                .flatMap(operation -> Arbitraries.subsetOf(operation.answer().grantable())
                        .ofMinSize(1)
                        .map(items -> new Granted(operation, items)));
    }

    private static List<Map<String, String>> told(Element root, Granted grant) {
        return records(root, grant.answer(), "").stream()
                .map(record -> OmissionReasonsTests.reasons(record.element()))
                .toList();
    }

    private static List<Standing> records(Element parent, SchemaTree schema, String path) {
        List<Standing> found = new ArrayList<>();
        if (schema.children().containsKey(OmissionReasons.ELEMENT)) {
            found.add(new Standing(parent, schema, path));
        }
        schema.children()
                .forEach((name, child) -> children(List.of(parent), name)
                        .forEach(below -> found.addAll(records(below, child, path + name + "/"))));
        return found;
    }

    private static void assertTellsTheTruth(Standing record, Granted grant) {
        Map<String, String> told = OmissionReasonsTests.reasons(record.element());
        List<String> values = record.schema().grantable().stream()
                .filter(path -> !isOfARecordWithin(record, path))
                .toList();
        for (String value : values) {
            List<String> telling =
                    told.keySet().stream().filter(path -> isWithin(value, path)).toList();
            Optional<String> truth = truth(record, value, told, grant);
            assertThat(telling).as(value).hasSize(truth.isPresent() ? 1 : 0);
            truth.ifPresent(
                    reason -> assertThat(told.get(telling.get(0))).as(value).isEqualTo(reason));
        }
        assertThat(told.keySet()).allMatch(path -> values.stream().anyMatch(value -> isWithin(value, path)));
        told.forEach((path, reason) -> assertIsTopmost(record, path, reason, told, values, grant));
    }

    /** What is said of an item is said because of the group above it, unless that stands or another thing is true there. */
    private static void assertIsTopmost(
            Standing record, String path, String reason, Map<String, String> told, List<String> values, Granted grant) {
        int slash = path.lastIndexOf('/');
        if (slash < 0 || reason.equals(RESTRICTED)) {
            return;
        }
        String group = path.substring(0, slash);
        boolean stands = !standing(record, group).isEmpty();
        boolean isMixed = values.stream()
                .filter(value -> isWithin(value, group))
                .anyMatch(value -> !truth(record, value, told, grant).equals(Optional.of(reason)));
        assertThat(stands || isMixed).as(path).isTrue();
    }

    private static Optional<String> truth(Standing record, String value, Map<String, String> told, Granted grant) {
        if (told.entrySet().stream()
                .anyMatch(said -> said.getValue().equals(RESTRICTED) && isWithin(value, said.getKey()))) {
            return Optional.of(RESTRICTED);
        }
        if (!grant.items().contains(record.path() + value)) {
            return Optional.of("OUTSIDE_CONTRACT");
        }
        List<Element> at = List.of(record.element());
        SchemaTree schema = record.schema();
        for (String name : value.split("/")) {
            schema = schema.child(name);
            Set<String> choices = new LinkedHashSet<>(schema.form().insteadOf());
            choices.add(name);
            if (at.stream()
                    .anyMatch(parent -> choices.stream()
                            .allMatch(
                                    choice -> children(List.of(parent), choice).isEmpty()))) {
                return Optional.of("NOT_RECORDED");
            }
            at = children(at, name);
        }
        return Optional.empty();
    }

    private static boolean isOfARecordWithin(Standing record, String value) {
        String path = "";
        for (String name : value.split("/")) {
            path = path.isEmpty() ? name : path + "/" + name;
            boolean isRecord = record.schema().at(path).orElseThrow().children().containsKey(OmissionReasons.ELEMENT);
            if (isRecord && !standing(record, path).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<Element> standing(Standing record, String path) {
        List<Element> at = List.of(record.element());
        for (String name : path.split("/")) {
            at = children(at, name);
        }
        return at;
    }

    private static boolean isWithin(String path, String group) {
        return path.equals(group) || path.startsWith(group + "/");
    }

    private static List<Element> children(List<Element> parents, String name) {
        List<Element> children = new ArrayList<>();
        for (Element parent : parents) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element && name.equals(child.getLocalName())) {
                    children.add(element);
                }
            }
        }
        return children;
    }

    /** An answer of what its schema knows, by chance; of some things that it lacks the register says that it withholds them. */
    private static final class RandomRecords {

        private final Document document = Documents.empty();
        private final Random random;
        private final Granted grant;
        private final Element root;

        RandomRecords(Random random, Granted grant) {
            this.random = random;
            this.grant = grant;
            this.root = append(document, grant.answer());
            fill(root, grant.answer(), "", new LinkedHashSet<>());
        }

        private void fill(Element parent, SchemaTree schema, String path, Set<String> withheld) {
            boolean isRecord = schema.children().containsKey(OmissionReasons.ELEMENT);
            Set<String> here = isRecord ? withheld(schema) : withheld;
            String record = isRecord ? path : path.substring(0, recordLength(path));
            schema.children().forEach((name, child) -> {
                String below = path + name;
                boolean isWithheld = here.contains(below.substring(Math.min(record.length(), below.length())));
                if (name.equals(OmissionReasons.ELEMENT) || isWithheld) {
                    return;
                }
                for (int times = random.nextInt(child.isList() ? 3 : 2); times > 0; times--) {
                    Element element = append(parent, child);
                    if (child.isLeaf()) {
                        element.setTextContent("value");
                    } else {
                        fill(element, child, below + "/", here);
                    }
                }
            });
            if (isRecord) {
                here.forEach(said -> say(parent, schema, said));
            }
        }

        private int recordLength(String path) {
            int length = 0;
            String at = "";
            for (String name : path.isEmpty() ? new String[0] : path.split("/")) {
                at = at.isEmpty() ? name : at + "/" + name;
                if (grant.answer().at(at).orElseThrow().children().containsKey(OmissionReasons.ELEMENT)) {
                    length = at.length() + 1;
                }
            }
            return length;
        }

        /** Paths below a record that the register withholds: none within another, and none of a record within. */
        private Set<String> withheld(SchemaTree record) {
            Set<String> chosen = new LinkedHashSet<>();
            for (String path : record.paths()) {
                boolean isOfARecord = path.contains(OmissionReasons.ELEMENT)
                        || record.at(path.split("/")[0])
                                .orElseThrow()
                                .children()
                                .containsKey(OmissionReasons.ELEMENT);
                if (!isOfARecord
                        && random.nextInt(12) == 0
                        && chosen.stream().noneMatch(other -> isWithin(path, other))) {
                    chosen.add(path);
                }
            }
            return chosen;
        }

        private void say(Element parent, SchemaTree schema, String path) {
            SchemaTree absence = schema.at(OmissionReasons.ELEMENT).orElseThrow();
            Element said = append(parent, absence);
            append(said, absence.at("path").orElseThrow()).setTextContent(path);
            append(said, absence.at("reason").orElseThrow()).setTextContent(RESTRICTED);
        }

        private Element append(Node parent, SchemaTree schema) {
            return (Element) parent.appendChild(document.createElementNS(schema.namespace(), schema.name()));
        }
    }
}
