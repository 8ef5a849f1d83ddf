package lt.mokiniai.contract.description;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.SAXException;

/** XML documents: read from the class path, walked, and written for the eye. */
final class Xml {

    private Xml() {}

    /**
     * Reads a document from the class path, without the blanks between its elements.
     *
     * @param uri whose path is that of the resource
     * @throws IllegalArgumentException when there is none
     */
    static Element read(URI uri) {
        try (InputStream stream = Xml.class.getResourceAsStream(uri.getPath())) {
            if (stream == null) {
                throw new IllegalArgumentException("nothing is published as " + uri.getPath());
            }
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(stream);
            stripBlanks(document.getDocumentElement());
            return document.getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the published " + uri.getPath() + " cannot be read", e);
        }
    }

    /** The bytes of a document in UTF-8: each element on a line of its own, lines end as on Unix. */
    static byte[] pretty(Document document) {
        // Not a Transformer: that leaves out what a parent declares, and an inline schema should stand on its own.
        DOMImplementationLS implementation = (DOMImplementationLS) document.getImplementation();
        LSSerializer serializer = implementation.createLSSerializer();
        serializer.getDomConfig().setParameter("format-pretty-print", true);
        serializer.getDomConfig().setParameter("xml-declaration", false);
        // Every prefix is declared already; looking after them it would declare the prefix xml at every text.
        serializer.getDomConfig().setParameter("namespaces", false);
        serializer.setNewLine("\n");
        String text = serializer.writeToString(document);
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** The elements of a name anywhere within one. */
    static List<Element> within(Element ancestor, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(ancestor)) {
            if (name.equals(child.getLocalName())) {
                found.add(child);
            }
            found.addAll(within(child, name));
        }
        return found;
    }

    static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }

    private static void stripBlanks(Element parent) {
        List<Element> children = children(parent);
        if (children.isEmpty()) {
            return;
        }
        Node next;
        for (Node child = parent.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank()) {
                parent.removeChild(child);
            }
        }
        children.forEach(Xml::stripBlanks);
    }
}
