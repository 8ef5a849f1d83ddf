package lt.mokiniai.contract.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Messages of a published schema, as tests of editions need them. */
final class RandomAnswers {

    /** What stands for a value of edition 2 in edition 1. */
    private static final Map<String, String> EARLIER =
            Map.of("WITHHELD", "NOT_FOUND", "SUSPENDED", "REVOKED", "ERASED", "NOT_RECORDED");

    private static final List<String> LEFT_OUT =
            List.of("identity", "identity/sex", "origin/preferredLanguage", "residence/postcode", "stage", "kind");

    private RandomAnswers() {}

    /** An answer of an operation with much of what the schema knows. */
    static Element of(PublishedOperations published, PublishedOperation operation, Random random) {
        return filled(published.find(operation.id()).orElseThrow().answer(), random);
    }

    /** An element with all that the schema knows. */
    static Element full(SchemaTree schema) {
        return filled(schema, null);
    }

    /** A copy in which each value that came later is the one that stood for it. */
    static Element withEarlierValues(Element answer) {
        Element copy = (Element) answer.cloneNode(true);
        replace(copy);
        return copy;
    }

    static Element request(String operation, String content) {
        String xml = "<" + operation + " xmlns=\"http://mokiniai.lt/students/v1\">" + content + "</" + operation + ">";
        return FileChange.parse(xml.getBytes(UTF_8)).getDocumentElement();
    }

    static String text(Element element) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String resource(String name) {
        try (InputStream stream = RandomAnswers.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element filled(SchemaTree schema, @Nullable Random random) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            return fill(document, schema, random);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element fill(Node parent, SchemaTree schema, @Nullable Random random) {
        Document document = parent instanceof Document root ? root : parent.getOwnerDocument();
        Element element = document.createElementNS(schema.namespace(), schema.name());
        parent.appendChild(element);
        if (schema.isLeaf()) {
            element.setTextContent(value(schema, random));
        }
        for (SchemaTree child : schema.children().values()) {
            int times = random == null ? 1 : random.nextInt(child.isList() ? 3 : 5);
            for (int i = 0; i < Math.min(times, child.isList() ? 2 : 1); i++) {
                fill(element, child, random);
            }
        }
        return element;
    }

    private static String value(SchemaTree leaf, @Nullable Random random) {
        List<String> values = leaf.name().equals("path")
                ? LEFT_OUT
                : leaf.codes().editions().isEmpty()
                        ? List.of("value")
                        : List.copyOf(leaf.codes().editions().keySet());
        return values.get(random == null ? 0 : random.nextInt(values.size()));
    }

    private static void replace(Element element) {
        boolean isLeaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                isLeaf = false;
                replace(below);
            }
        }
        if (isLeaf) {
            element.setTextContent(EARLIER.getOrDefault(element.getTextContent(), element.getTextContent()));
        }
    }
}
