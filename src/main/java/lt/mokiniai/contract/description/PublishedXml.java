package lt.mokiniai.contract.description;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.SAXException;

/** Published documents: read from the class path, and written as people read them. */
final class PublishedXml {

    private PublishedXml() {}

    /**
     * Reads a document from the class path, without the blanks between its elements.
     *
     * @param uri whose path is that of the resource
     * @throws IllegalArgumentException when there is none
     */
    static Element read(URI uri) {
        try (InputStream stream = PublishedXml.class.getResourceAsStream(uri.getPath())) {
            if (stream == null) {
                throw new IllegalArgumentException("nothing is published as " + uri.getPath());
            }
            Document document = XmlParsers.parse(stream);
            stripBlanks(document.getDocumentElement());
            return document.getDocumentElement();
        } catch (IOException | SAXException e) {
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

    static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }

    private static void stripBlanks(Element parent) {
        List<Element> children = Elements.children(parent);
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
        children.forEach(PublishedXml::stripBlanks);
    }
}
