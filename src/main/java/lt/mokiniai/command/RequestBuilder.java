package lt.mokiniai.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Builds a request from {@code path=value} words by the schema: elements come in its order and namespaces, a path may
 * be shortened to its end where that is clear, and a path given twice makes its list longer.
 */
final class RequestBuilder {

    private final XmlSchemaElement root;
    private final List<String> leaves = new ArrayList<>();

    /**
     * @param schema the service's schema on the class path, {@code wsdl/students/v1/students.xsd}
     * @param operation the request's element
     */
    RequestBuilder(String schema, String operation) {
        XmlSchemaCollection schemas = new XmlSchemaCollection();
        schemas.setSchemaResolver(
                (namespace, location, base) -> source(URI.create(base).resolve(location)));
        URI uri = URI.create("classpath:///" + schema);
        XmlSchema parsed = schemas.read(source(uri));
        XmlSchemaElement element = parsed.getElementByName(operation);
        if (element == null) {
            throw new IllegalArgumentException("there is no operation " + operation);
        }
        this.root = element;
        collect(element, "");
    }

    private static InputSource source(URI uri) {
        try (InputStream stream = RequestBuilder.class.getResourceAsStream(uri.getPath())) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + uri.getPath());
            }
            InputSource source = new InputSource(new ByteArrayInputStream(stream.readAllBytes()));
            source.setSystemId(uri.toString());
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths that a request can be given, in the schema's order. */
    List<String> paths() {
        return List.copyOf(leaves);
    }

    /**
     * Appends the request to a node.
     *
     * @throws IllegalArgumentException when a path is not in the schema, or could mean several elements
     */
    Element build(Map<String, List<String>> words, Node parent) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        words.forEach((word, given) ->
                values.computeIfAbsent(resolve(word), path -> new ArrayList<>()).addAll(given));
        return append(root, "", values, parent);
    }

    private String resolve(String word) {
        if (leaves.contains(word)) {
            return word;
        }
        List<String> candidates =
                leaves.stream().filter(path -> path.endsWith("/" + word)).toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw new IllegalArgumentException(
                candidates.isEmpty()
                        ? "the request has no '" + word + "'; it has " + String.join(", ", leaves)
                        : "'" + word + "' could be " + String.join(" or ", candidates));
    }

    private void collect(XmlSchemaElement element, String path) {
        List<XmlSchemaElement> children = children(element);
        if (children.isEmpty() && !path.isEmpty()) {
            leaves.add(path);
        }
        children.forEach(child -> collect(child, below(path, child)));
    }

    private Element append(XmlSchemaElement element, String path, Map<String, List<String>> values, Node parent) {
        QName name = element.getQName();
        Document document = parent instanceof Document own ? own : parent.getOwnerDocument();
        Element made = document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
        if (!name.getNamespaceURI().equals(parent.getNamespaceURI())) {
            made.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", name.getNamespaceURI());
        }
        parent.appendChild(made);
        List<String> own = values.get(path);
        if (own != null && !own.isEmpty()) {
            made.setTextContent(own.remove(0));
        }
        for (XmlSchemaElement child : children(element)) {
            String childPath = below(path, child);
            boolean isList = child.getMaxOccurs() > 1;
            while (isGiven(childPath, values)) {
                append(child, childPath, values, made);
                if (!isList) {
                    break;
                }
            }
        }
        return made;
    }

    private static boolean isGiven(String path, Map<String, List<String>> values) {
        return values.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().isEmpty()
                        && (entry.getKey().equals(path) || entry.getKey().startsWith(path + "/")));
    }

    private static String below(String path, XmlSchemaElement child) {
        return path.isEmpty() ? child.getName() : path + "/" + child.getName();
    }

    private static List<XmlSchemaElement> children(XmlSchemaElement element) {
        Set<XmlSchemaElement> found = new LinkedHashSet<>();
        if (element.getSchemaType() instanceof XmlSchemaComplexType type) {
            addTo(found, type.getParticle());
        }
        return List.copyOf(found);
    }

    private static void addTo(Set<XmlSchemaElement> found, Object particle) {
        if (particle instanceof XmlSchemaSequence sequence) {
            sequence.getItems().forEach(item -> addTo(found, item));
        } else if (particle instanceof XmlSchemaChoice choice) {
            choice.getItems().forEach(item -> addTo(found, item));
        } else if (particle instanceof XmlSchemaElement element) {
            found.add(element);
        } else if (particle instanceof XmlSchemaParticle other) {
            throw new IllegalStateException(
                    "the schemas hold no " + other.getClass().getSimpleName());
        }
    }
}
