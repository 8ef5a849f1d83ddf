package lt.mokiniai.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.schema.SchemaTree.Identification;
import org.apache.ws.commons.schema.XmlSchemaAnnotationItem;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaAppInfo;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaDocumentation;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Compiles an element of a published schema, with what {@code meta.xsd} lets it say of itself. */
final class SchemaCompiler {

    private static final String META = "http://mokiniai.lt/meta/v1";

    private final boolean mayBeOpen;

    private SchemaCompiler(boolean mayBeOpen) {
        this.mayBeOpen = mayBeOpen;
    }

    /** Compiles a request; where it takes any element, nothing is known of what stands there. */
    static SchemaTree request(XmlSchemaElement element) {
        return new SchemaCompiler(true).compile(element);
    }

    /** Compiles an answer. */
    static SchemaTree answer(XmlSchemaElement element) {
        return new SchemaCompiler(false).compile(element);
    }

    /** The ways in which the operation of a request delivers. */
    static Set<String> ways(XmlSchemaElement request) {
        return metadata(request, "delivers")
                .flatMap(delivers -> Stream.of(delivers.getAttribute("as").split(" ")))
                .collect(Collectors.toSet());
    }

    private SchemaTree compile(XmlSchemaElement given) {
        XmlSchemaElement element = given.isRef() ? given.getRef().getTarget() : given;
        Map<String, SchemaTree> children = new LinkedHashMap<>();
        boolean isLeaf = true;
        boolean isChoice = false;
        boolean isOpen = false;
        if (element.getSchemaType() instanceof XmlSchemaComplexType type) {
            if (type.getParticle() == null) {
                throw new IllegalStateException("a published schema gives " + element.getName() + " no plain content");
            }
            isLeaf = false;
            isChoice = type.getParticle() instanceof XmlSchemaChoice;
            isOpen = collect(type.getParticle(), children);
        }
        return new SchemaTree(
                element.getName(),
                element.getQName().getNamespaceURI(),
                given.getMaxOccurs() > 1,
                isLeaf,
                isChoice,
                isOpen,
                item(element),
                identification(element),
                documentation(element, "lt"),
                documentation(element, "en"),
                children);
    }

    /** Tells whether any element may stand there. */
    private boolean collect(Object particle, Map<String, SchemaTree> children) {
        if (particle instanceof XmlSchemaSequence sequence) {
            return collect(sequence.getItems(), children);
        } else if (particle instanceof XmlSchemaChoice choice) {
            return collect(choice.getItems(), children);
        } else if (particle instanceof XmlSchemaElement element) {
            SchemaTree child = compile(element);
            if (children.put(child.name(), child) != null) {
                throw new IllegalStateException("a published schema declares " + child.name() + " twice in one place");
            }
            return false;
        } else if (mayBeOpen && particle instanceof XmlSchemaAny) {
            return true;
        }
        // What the gate cannot compile it cannot narrow: better no start than an open gate.
        throw new IllegalStateException("a published schema holds what the gate cannot compile: " + particle);
    }

    private boolean collect(List<?> particles, Map<String, SchemaTree> children) {
        boolean isOpen = false;
        for (Object particle : particles) {
            isOpen |= collect(particle, children);
        }
        return isOpen;
    }

    private static Optional<SchemaTree.DataItem> item(XmlSchemaElement element) {
        return metadata(element, "item")
                .map(node -> new SchemaTree.DataItem(node.getAttribute("number"), node.getAttribute("sensitivity")))
                .findFirst();
    }

    private static Identification identification(XmlSchemaElement element) {
        return metadata(element, "identifies")
                .map(mark -> "true".equals(mark.getAttribute("indirectly"))
                        ? Identification.INDIRECT
                        : Identification.DIRECT)
                .findFirst()
                .orElse(Identification.NONE);
    }

    private static Stream<Element> metadata(XmlSchemaElement element, String name) {
        return annotations(element)
                .filter(XmlSchemaAppInfo.class::isInstance)
                .flatMap(info -> nodes(((XmlSchemaAppInfo) info).getMarkup()))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(node -> META.equals(node.getNamespaceURI()) && name.equals(node.getLocalName()));
    }

    private static String documentation(XmlSchemaElement element, String language) {
        return annotations(element)
                .filter(XmlSchemaDocumentation.class::isInstance)
                .map(XmlSchemaDocumentation.class::cast)
                .filter(text -> language.equals(text.getLanguage()))
                .flatMap(text -> nodes(text.getMarkup()))
                .map(Node::getTextContent)
                .collect(Collectors.joining())
                .strip();
    }

    private static Stream<XmlSchemaAnnotationItem> annotations(XmlSchemaElement element) {
        return element.getAnnotation() == null ? Stream.empty() : element.getAnnotation().getItems().stream();
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
