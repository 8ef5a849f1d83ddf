package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The schemas as they are published, read as files and not with the code that is tested. */
final class PublishedSchema {

    private static final Map<Path, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final Map<String, PublishedSchema> BY_OPERATION = new ConcurrentHashMap<>();
    private static final Element TYPES = read(Path.of("wsdl/types/v1/types.xsd"));

    private final Path file;
    private final Element root;
    private final Element response;

    private PublishedSchema(String operation) {
        String service = Message.SERVICES.get(operation);
        this.file = Path.of("wsdl", service, "v1", service + ".xsd");
        this.root = read(file);
        this.response = named(root, "element", operation + "Response").orElseThrow();
    }

    static PublishedSchema of(String operation) {
        return BY_OPERATION.computeIfAbsent(operation, PublishedSchema::new);
    }

    /** Fails when an element of the service is not valid. */
    void validate(Element element) {
        validate(file, element);
    }

    static void validate(Path schemaFile, Element element) {
        try {
            Schema schema = COMPILED.computeIfAbsent(schemaFile, PublishedSchema::compile);
            Document copy = Xml.parse(Xml.write(element));
            // The signature names it so, and is not of the schema.
            copy.getDocumentElement().removeAttributeNS(Xml.WSU, "Id");
            schema.newValidator().validate(new DOMSource(copy));
        } catch (SAXException e) {
            throw new AssertionError(element.getLocalName() + " is not valid", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema compile(Path schemaFile) {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(schemaFile.toAbsolutePath().toFile());
        } catch (SAXException e) {
            throw new AssertionError(schemaFile + " is no schema", e);
        }
    }

    /** Tells whether the element at a path of the answer is a data item: only those can be granted or withheld. */
    boolean isItem(String path) {
        return isMarked(path, "item");
    }

    private boolean isMarked(String path, String mark) {
        return at(path).getElementsByTagNameNS("http://mokiniai.lt/meta/v1", mark)
                        .getLength()
                > 0;
    }

    /** The paths of all data items of the answer that a contract of any kind grants by path. */
    List<String> items() {
        return items(response, "");
    }

    private List<String> items(Element parent, String prefix) {
        return elements(parent)
                .flatMap(child -> {
                    String path = prefix + child.getAttribute("name");
                    List<String> below = items(child, path + "/");
                    // A pseudonym is an item that a contract gives by a word of its own; what is for writers is given
                    // by contracts of processing alone.
                    boolean isGranted = below.isEmpty()
                            && isItem(path)
                            && !path.endsWith("/pseudonym")
                            && !isMarked(path, "forWriters");
                    return isGranted ? Stream.of(path) : below.stream();
                })
                .toList();
    }

    private Element at(String path) {
        Element element = response;
        for (String name : path.split("/")) {
            element = elements(element)
                    .filter(child -> name.equals(child.getAttribute("name")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the schema has no " + path));
        }
        return element;
    }

    private Stream<Element> elements(Element element) {
        String type = element.getAttribute("type");
        Element owner = type.startsWith("t:") ? TYPES : root;
        return type.isEmpty()
                ? within(element)
                : named(owner, "complexType", type.substring(type.indexOf(':') + 1)).stream()
                        .flatMap(PublishedSchema::within);
    }

    private static Stream<Element> within(Node node) {
        return Xml.children(node).stream()
                .flatMap(child -> "element".equals(child.getLocalName()) ? Stream.of(child) : within(child));
    }

    private static Optional<Element> named(Element root, String kind, String name) {
        List<Element> found = Xml.children(root, kind).stream()
                .filter(element -> name.equals(element.getAttribute("name")))
                .toList();
        return found.stream().findFirst();
    }

    private static Element read(Path file) {
        try {
            return Xml.parse(Files.readAllBytes(file)).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
