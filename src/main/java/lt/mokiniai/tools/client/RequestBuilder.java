package lt.mokiniai.tools.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Builds a request from {@code path=value} words by the schema: elements come in its order and namespaces, a path may
 * be shortened to its end where that is clear, and a path given twice makes its list longer.
 */
public final class RequestBuilder {

    private final SchemaTree root;
    private final List<String> leaves = new ArrayList<>();

    /** @param request what may stand in the request */
    public RequestBuilder(SchemaTree request) {
        this.root = request;
        collect(request, "");
    }

    /** The paths that a request can be given, in the schema's order. */
    public List<String> paths() {
        return List.copyOf(leaves);
    }

    /**
     * Appends the request to a node.
     *
     * @throws IllegalArgumentException when a path is not in the schema or could mean several elements, or an element
     *     that another holds is not XML
     */
    public Element build(Map<String, List<String>> words, Node parent) {
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

    private void collect(SchemaTree element, String path) {
        if (element.children().isEmpty() && !path.isEmpty()) {
            leaves.add(path);
        }
        element.children().values().forEach(child -> collect(child, below(path, child)));
    }

    private Element append(SchemaTree element, String path, Map<String, List<String>> values, Node parent) {
        Document document = parent instanceof Document own ? own : parent.getOwnerDocument();
        Element made = document.createElementNS(element.namespace(), element.name());
        if (!element.namespace().equals(parent.getNamespaceURI())) {
            made.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", element.namespace());
        }
        parent.appendChild(made);
        List<String> own = values.get(path);
        if (own != null && !own.isEmpty()) {
            fill(made, own.remove(0), element.isOpen());
        }
        for (SchemaTree child : element.children().values()) {
            String childPath = below(path, child);
            while (isGiven(childPath, values)) {
                append(child, childPath, values, made);
                if (!child.isList()) {
                    break;
                }
            }
        }
        return made;
    }

    private static void fill(Element made, String value, boolean isXml) {
        if (!isXml) {
            made.setTextContent(value);
            return;
        }
        try {
            Element content =
                    XmlParsers.parse(value.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
            made.appendChild(made.getOwnerDocument().importNode(content, true));
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException(
                    "'" + made.getLocalName() + "' holds an element as it would be sent, with its namespace: "
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean isGiven(String path, Map<String, List<String>> values) {
        return values.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().isEmpty()
                        && (entry.getKey().equals(path) || entry.getKey().startsWith(path + "/")));
    }

    private static String below(String path, SchemaTree child) {
        return path.isEmpty() ? child.name() : path + "/" + child.name();
    }
}
