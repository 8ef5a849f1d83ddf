package lt.mokiniai.exchange.parsing;

import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.FaultCode;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds the document of one message. It holds what the profile has a use for: elements, attributes, texts. Equal names
 * and equal white space are one string, which halves what a list of many short elements takes. A text that a comment
 * stands in is one text.
 */
final class TreeBuilder {

    private static final QName ROOT = new QName(Namespaces.SOAP, "Envelope");

    /** White space between elements is a line break and its indentation. */
    private static final int LONGEST_SHARED = 100;

    private static final int MOST_SHARED = 100;

    private final XMLStreamReader reader;
    private final MessageMeter meter;
    private final Document document = new W3CDOMStreamWriter().getDocument();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> spaces = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    TreeBuilder(XMLStreamReader reader, MessageMeter meter) {
        this.reader = reader;
        this.meter = meter;
    }

    /**
     * Reads to the end.
     *
     * @throws ExchangeException {@code MR-102} before anything is built when the root is not an Envelope of SOAP 1.1, {@code
     *     MR-104}, or {@code MR-101} for what the profile has no use for
     */
    Document build() throws XMLStreamException {
        Node parent = document;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    endText(parent);
                    parent = parent.appendChild(element(parent == document));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    endText(parent);
                    parent = parent.getParentNode();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> gatherText();
                // White space before and after the root.
                case XMLStreamConstants.SPACE, XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {}
                // A DTD, a processing instruction, an entity.
                default -> throw ExchangeException.of(ExchangeError.NOT_XML);
            }
        }
        return document;
    }

    private Element element(boolean isRoot) {
        if (isRoot && !ROOT.equals(reader.getName())) {
            ExchangeException notSoap =
                    ExchangeException.of(ExchangeError.NOT_SOAP).naming(ROOT.getLocalPart());
            throw ROOT.getLocalPart().equals(reader.getLocalName()) ? notSoap.as(FaultCode.VERSION_MISMATCH) : notSoap;
        }
        meter.element(reader);
        Element element = document.createElementNS(
                namespace(reader.getNamespaceURI()), name(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null || prefix.isEmpty()
                            ? XMLConstants.XMLNS_ATTRIBUTE
                            : name(XMLConstants.XMLNS_ATTRIBUTE, prefix),
                    uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.setAttributeNS(
                    namespace(reader.getAttributeNamespace(i)),
                    name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    private void gatherText() {
        meter.textSoFar(text.length() + reader.getTextLength());
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private void endText(Node parent) {
        if (text.isEmpty()) {
            return;
        }
        String whole = text.toString();
        text.setLength(0);
        String known = spaces.get(whole);
        meter.text(whole, known != null);
        if (known == null && whole.length() <= LONGEST_SHARED && spaces.size() < MOST_SHARED && whole.isBlank()) {
            spaces.put(whole, whole);
        }
        parent.appendChild(document.createTextNode(known == null ? whole : known));
    }

    private String name(@Nullable String prefix, String localName) {
        String name = prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
        return names.computeIfAbsent(name, same -> same);
    }

    /** DOM Level 3, section 1.3.3: no namespace is null. */
    private static @Nullable String namespace(@Nullable String uri) {
        return uri == null || uri.isEmpty() ? null : uri;
    }
}
