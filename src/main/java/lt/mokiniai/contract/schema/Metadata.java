package lt.mokiniai.contract.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.Marks.AskedStudents;
import lt.mokiniai.contract.schema.Marks.AskedTime;
import lt.mokiniai.contract.schema.Marks.Identification;
import lt.mokiniai.kernel.texts.Text;
import org.apache.ws.commons.schema.XmlSchemaAnnotated;
import org.apache.ws.commons.schema.XmlSchemaAnnotationItem;
import org.apache.ws.commons.schema.XmlSchemaAppInfo;
import org.apache.ws.commons.schema.XmlSchemaDocumentation;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a component of a published schema says of itself, as {@code meta.xsd} lets it, and its documentation. */
record Metadata(XmlSchemaAnnotated component) {

    private static final String META = "http://mokiniai.lt/meta/v1";

    Marks marks() {
        return new Marks(
                item(),
                identification(),
                named("asks")
                        .map(mark -> AskedTime.valueOf(mark.getAttribute("for").toUpperCase(Locale.ROOT)))
                        .findFirst(),
                named("counts")
                        .map(mark -> AskedStudents.valueOf(
                                mark.getAttribute("students").toUpperCase(Locale.ROOT)))
                        .findFirst(),
                named("forWriters").findAny().isPresent());
    }

    private Optional<SchemaTree.DataItem> item() {
        return named("item")
                .map(node -> new SchemaTree.DataItem(node.getAttribute("number"), node.getAttribute("sensitivity")))
                .findFirst();
    }

    private Identification identification() {
        return named("identifies")
                .map(mark -> "true".equals(mark.getAttribute("indirectly"))
                        ? Identification.INDIRECT
                        : Identification.DIRECT)
                .findFirst()
                .orElse(Identification.NONE);
    }

    /** The kinds of contract under which the operation of a request writes; none where it does not write. */
    Set<String> writtenUnder() {
        return named("writes")
                .map(mark -> mark.hasAttribute("by") ? mark.getAttribute("by") : "processing")
                .flatMap(kinds -> Stream.of(kinds.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is the request of an operation that does its work in parts. */
    boolean isInParts() {
        return named("inParts").findAny().isPresent();
    }

    Stream<Element> deliveries() {
        return named("delivers");
    }

    /** The edition since which there is the component, where it says so; a data item and an operation must. */
    OptionalInt edition() {
        return Stream.of("item", "delivers", "since")
                .flatMap(this::named)
                .mapToInt(Metadata::edition)
                .min();
    }

    /** The value that stands for it in earlier editions, where it says so. */
    Optional<String> earlier() {
        return named("since").map(since -> since.getAttribute("earlier")).findFirst();
    }

    static int edition(Element mark) {
        String edition = mark.getAttribute("edition");
        if (!edition.matches("[1-9][0-9]*")) {
            // What has no number would be in every edition, and so in contracts that were signed before it.
            throw new IllegalStateException("a published schema does not say since which edition there is the "
                    + mark.getLocalName() + " " + mark.getAttribute("number") + mark.getAttribute("as"));
        }
        return Integer.parseInt(edition);
    }

    Text documentation() {
        return new Text(documentation("lt"), documentation("en"));
    }

    private String documentation(String language) {
        return annotations()
                .filter(XmlSchemaDocumentation.class::isInstance)
                .map(XmlSchemaDocumentation.class::cast)
                .filter(text -> language.equals(text.getLanguage()))
                .flatMap(text -> nodes(text.getMarkup()))
                .map(Node::getTextContent)
                .collect(Collectors.joining())
                .strip();
    }

    private Stream<Element> named(String name) {
        return annotations()
                .filter(XmlSchemaAppInfo.class::isInstance)
                .flatMap(info -> nodes(((XmlSchemaAppInfo) info).getMarkup()))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(node -> META.equals(node.getNamespaceURI()) && name.equals(node.getLocalName()));
    }

    private Stream<XmlSchemaAnnotationItem> annotations() {
        return component.getAnnotation() == null ? Stream.empty() : component.getAnnotation().getItems().stream();
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
