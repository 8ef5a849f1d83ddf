package lt.mokiniai.contract.files.form;

import java.io.IOException;
import java.io.InputStream;
import lt.mokiniai.platform.xml.XmlParsers;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a tree of elements, each with the line of its start tag. */
public final class LinedXml extends DefaultHandler {

    private static final String LINE = "line";

    private final Document document;
    private Node current;
    private @Nullable Locator locator;

    private LinedXml(Document document) {
        this.document = document;
        this.current = document;
    }

    /**
     * Parses without DTD and entities.
     *
     * @throws SAXException when it is not proper XML 1.0
     */
    public static Document parse(InputStream stream) throws SAXException, IOException {
        // Signatures are computed over declarations too: they stand in the tree.
        LinedXml lines = new LinedXml(XmlParsers.newDocument());
        XmlParsers.events().parse(stream, lines);
        return lines.document;
    }

    /** The line of an element's start tag. */
    public static int line(Node element) {
        return element.getUserData(LINE) instanceof Integer line ? line : 1;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        if (current == document) {
            refuseOtherVersions();
        }
        Element element = document.createElementNS(namespace.isEmpty() ? null : namespace, qualified);
        for (int i = 0; i < attributes.getLength(); i++) {
            String uri = attributes.getURI(i);
            element.setAttributeNS(uri.isEmpty() ? null : uri, attributes.getQName(i), attributes.getValue(i));
        }
        element.setUserData(LINE, locator == null ? 1 : locator.getLineNumber(), null);
        current = current.appendChild(element);
    }

    /** XML 1.1 has control characters, which an answer in XML 1.0 could not repeat: as for messages. */
    private void refuseOtherVersions() throws SAXException {
        if (locator instanceof Locator2 told && told.getXMLVersion() != null && !"1.0".equals(told.getXMLVersion())) {
            throw new SAXParseException("XML version \"" + told.getXMLVersion() + "\" is not read", null, null, 1, 1);
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        current = current.getParentNode();
    }

    @Override
    public void processingInstruction(String target, String instruction) {
        current.appendChild(document.createProcessingInstruction(target, instruction));
    }

    @Override
    public void characters(char[] text, int start, int length) {
        current.appendChild(document.createTextNode(new String(text, start, length)));
    }
}
