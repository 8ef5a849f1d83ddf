package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.scope.Fields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Over random grants of each operation and random answers, with things in them that no schema knows. */
class ResponseFilterPropertyTests {

    private static final PublishedOperations CATALOGUE = PublishedOperations.load();

    @Property(tries = 200)
    void letsOutExactlyWhatIsGranted(@ForAll("grants") GrantedItems grant, @ForAll Random random) {
        SchemaTree granted = grant.granted();
        RandomAnswer answer = new RandomAnswer(random, grant);

        new ResponseFilter(grant.answer(), granted).narrow(answer.root);

        assertThat(values(answer.root, "")).containsExactlyElementsOf(answer.expected);
        assertThat(Documents.serialised(answer.root)).doesNotContain("hidden");
        Fields fields = Fields.of(granted.paths());
        assertThat(Documents.paths(answer.root)).allMatch(fields::allows);
    }

    @Property(tries = 100)
    void changesNothingThatItHasNarrowedBefore(@ForAll("grants") GrantedItems grant, @ForAll Random random) {
        ResponseFilter filter = new ResponseFilter(grant.answer(), grant.granted());
        RandomAnswer answer = new RandomAnswer(random, grant);
        filter.narrow(answer.root);
        String narrowed = Documents.serialised(answer.root);

        filter.narrow(answer.root);

        assertThat(Documents.serialised(answer.root)).isEqualTo(narrowed);
    }

    @Property(tries = 100)
    void givesTheModulesTheSameFieldsAsTheFilter(@ForAll("grants") GrantedItems grant) {
        Fields fields = Fields.of(grant.granted().paths());

        assertThat(grant.answer().paths())
                .allSatisfy(path -> assertThat(fields.allows(path)).as(path).isEqualTo(grant.holds(path)));
    }

    @Provide
    Arbitrary<GrantedItems> grants() {
        return Arbitraries.of(CATALOGUE.all())
                .filter(PublishedOperation::isGrantable)
                .flatMap(operation -> Arbitraries.subsetOf(operation.answer().grantable())
                        .map(items -> new GrantedItems(operation, items)));
    }

    record GrantedItems(PublishedOperation operation, Set<String> items) {

        /** The tree of a grant that asks for no reasons of absence. */
        SchemaTree granted() {
            return answer().grantedOnly(items).without(OmissionReasons.ELEMENT);
        }

        boolean holds(String path) {
            boolean leadsToGranted = items.stream().anyMatch(item -> item.equals(path) || item.startsWith(path + "/"));
            boolean isReason = List.of(path.split("/")).contains(OmissionReasons.ELEMENT);
            return !isReason
                    && (leadsToGranted || answer().at(path).orElseThrow().item().isEmpty());
        }

        SchemaTree answer() {
            return operation.answer();
        }

        @Override
        public String toString() {
            return operation.id() + items.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private static List<String> values(Element parent, String path) {
        List<String> values = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                values.addAll(values(element, path + "/" + element.getLocalName()));
            } else {
                values.add(path + "=" + child.getNodeValue());
            }
        }
        return values;
    }

    /** An answer of all that the schema knows, by chance, with junk between; it remembers what a grant lets out. */
    private static final class RandomAnswer {

        private final Document document = Documents.empty();
        private final List<String> expected = new ArrayList<>();
        private final Random random;
        private final GrantedItems grant;
        private final Element root;
        private int number;

        RandomAnswer(Random random, GrantedItems grant) {
            this.random = random;
            this.grant = grant;
            this.root = append(document, grant.answer());
            fill(root, grant.answer(), "");
        }

        private void fill(Element parent, SchemaTree schema, String path) {
            for (SchemaTree child : schema.children().values()) {
                int times = random.nextInt(child.isList() ? 4 : 2);
                for (int i = 0; i < times; i++) {
                    addJunk(parent, schema);
                    Element element = append(parent, child);
                    String below = path + "/" + child.name();
                    if (child.isLeaf()) {
                        setValue(element, below);
                    } else {
                        fill(element, child, below);
                    }
                }
            }
            addJunk(parent, schema);
        }

        private void setValue(Element element, String path) {
            boolean isGranted = grant.holds(path.substring(1));
            String value = (isGranted ? "shown" : "hidden") + number++;
            element.setTextContent(value);
            if (isGranted) {
                expected.add(path + "=" + value);
            }
        }

        private void addJunk(Element parent, SchemaTree schema) {
            switch (random.nextInt(7)) {
                case 0 -> parent.appendChild(document.createTextNode("hidden"));
                case 1 -> parent.appendChild(document.createComment("hidden"));
                case 2 -> parent.appendChild(document.createProcessingInstruction("hidden", "hidden"));
                case 3 -> parent.setAttribute("mark", "hidden");
                case 4 -> {
                    Element unknown = document.createElementNS(schema.namespace(), "unknown");
                    unknown.setTextContent("hidden");
                    parent.appendChild(unknown);
                }
                case 5 -> {
                    SchemaTree known = schema.children().values().iterator().next();
                    Element foreign = document.createElementNS("urn:foreign", known.name());
                    foreign.setTextContent("hidden");
                    parent.appendChild(foreign);
                }
                default -> {}
            }
        }

        private Element append(Node parent, SchemaTree schema) {
            Element element = document.createElementNS(schema.namespace(), schema.name());
            parent.appendChild(element);
            return element;
        }
    }
}
