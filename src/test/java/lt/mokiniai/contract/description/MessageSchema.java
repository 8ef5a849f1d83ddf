package lt.mokiniai.contract.description;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ws.commons.schema.XmlSchemaAppInfo;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaGroupParticle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One message of a schema, read by CXF's model and not with the code that is tested. */
record MessageSchema(XmlSchemaElement root) {

    private record Part(String path, boolean isLeaf, boolean isItem) {}

    /** The paths of all elements below the message's own, in the schema's order. */
    List<String> paths() {
        return parts().map(Part::path).toList();
    }

    /** The paths of the values that a contract can grant. */
    List<String> grantable() {
        return parts().filter(part -> part.isLeaf && part.isItem)
                .map(Part::path)
                .toList();
    }

    /** What a grant of these values holds: them, what leads to them, and what carries no data item. */
    Set<String> allowedBy(Set<String> granted) {
        Set<String> allowed = new LinkedHashSet<>();
        parts().forEach(part -> {
            int slash = part.path.lastIndexOf('/');
            boolean isWithin = slash < 0 || allowed.contains(part.path.substring(0, slash));
            boolean leads = granted.stream().anyMatch(leaf -> leaf.startsWith(part.path + "/"));
            if (isWithin && (!part.isItem || leads || granted.contains(part.path))) {
                allowed.add(part.path);
            }
        });
        return allowed;
    }

    /** What of these paths can have a value in it: a group that is left with nothing in it goes. */
    Set<String> withoutEmptied(Set<String> allowed) {
        Set<String> leaves = parts().filter(part -> part.isLeaf).map(Part::path).collect(Collectors.toSet());
        return allowed.stream()
                .filter(path -> allowed.stream()
                        .anyMatch(other ->
                                leaves.contains(other) && (other.equals(path) || other.startsWith(path + "/"))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Takes out of a message what is not allowed, and what is left with nothing in it. */
    static Element narrowed(Element message, Set<String> allowed) {
        Document copy = Documents.parse(Documents.write(message));
        strip(copy.getDocumentElement(), "", allowed);
        return copy.getDocumentElement();
    }

    /** The paths of all elements of a message. */
    static Set<String> pathsOf(Element message) {
        Set<String> paths = new LinkedHashSet<>();
        for (Element child : Documents.children(message)) {
            paths.add(child.getLocalName());
            pathsOf(child).forEach(path -> paths.add(child.getLocalName() + "/" + path));
        }
        return paths;
    }

    private static void strip(Element parent, String below, Set<String> allowed) {
        for (Element child : Documents.children(parent)) {
            String path = below + child.getLocalName();
            strip(child, path + "/", allowed);
            if (!allowed.contains(path) || !child.hasChildNodes()) {
                parent.removeChild(child);
            }
        }
    }

    private Stream<Part> parts() {
        List<Part> parts = new ArrayList<>();
        collect(root.getSchemaType(), "", parts);
        return parts.stream();
    }

    private static void collect(Object type, String below, List<Part> parts) {
        if (!(type instanceof XmlSchemaComplexType complex)) {
            return;
        }
        for (XmlSchemaElement element : elements(complex.getParticle())) {
            String path = below + element.getName();
            boolean isLeaf = !(element.getSchemaType() instanceof XmlSchemaComplexType);
            parts.add(new Part(path, isLeaf, isItem(element)));
            collect(element.getSchemaType(), path + "/", parts);
        }
    }

    private static List<XmlSchemaElement> elements(Object particle) {
        if (particle instanceof XmlSchemaElement element) {
            return List.of(element.isRef() ? element.getRef().getTarget() : element);
        }
        return particle instanceof XmlSchemaGroupParticle group
                ? SampleMessage.particles(group).stream()
                        .flatMap(item -> elements(item).stream())
                        .toList()
                : List.of();
    }

    private static boolean isItem(XmlSchemaElement element) {
        return element.getAnnotation() != null
                && element.getAnnotation().getItems().stream()
                        .filter(XmlSchemaAppInfo.class::isInstance)
                        .map(info -> ((XmlSchemaAppInfo) info).getMarkup())
                        .flatMap(nodes -> IntStream.range(0, nodes.getLength()).mapToObj(nodes::item))
                        .map(Node::getLocalName)
                        .anyMatch("item"::equals);
    }
}
