package lt.mokiniai.exchange.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import lt.mokiniai.exchange.parsing.SoapFrame;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The shape that an envelope must have before WSS4J sees it: an allow-list, so that nothing else of WS-Security can be
 * reached (docs/security.md, E2 to E7).
 */
enum EnvelopeShape {
    /** What a caller sends: the X-Road headers and one Security. */
    REQUEST,
    /** What the register sends: any header, for each must be signed, and the confirmation of the request's signature. */
    ANSWER;

    static final String WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    private static final Set<String> ID_NAMES = Set.of("Id", "ID", "AssertionID");
    static final int LONGEST_TIME = 64;

    /** @throws ExchangeException that names the part at fault */
    SignedEnvelope read(Document document) {
        return read(document, CertificateToken.LONGEST);
    }

    /**
     * Reads an envelope.
     *
     * @param longestToken how many characters a certificate may take
     * @throws ExchangeException that names the part at fault
     */
    SignedEnvelope read(Document document, int longestToken) {
        SoapFrame frame = this == ANSWER ? SoapFrame.ofAnswer(document) : SoapFrame.ofRequest(document);
        Element security = security(frame);
        return secured(
                new SignedEnvelope.Frame(
                        frame.envelope(), frame.header(), frame.body(), frame.content(), frame.headers()),
                security,
                ids(frame.envelope()),
                longestToken);
    }

    private static Element security(SoapFrame frame) {
        if (frame.security().size() > 1) {
            throw shape("Security");
        }
        if (frame.security().isEmpty()) {
            throw ExchangeException.of(ExchangeError.NOT_SIGNED);
        }
        Element security = frame.security().get(0);
        if (!security.getAttributeNS(Namespaces.SOAP, "actor").isEmpty()) {
            throw shape("Security/@actor");
        }
        return security;
    }

    private SignedEnvelope secured(
            SignedEnvelope.Frame frame, Element security, Map<String, Element> ids, int longestToken) {
        Element token = null;
        Element timestamp = null;
        Element signature = null;
        List<Element> confirmations = new ArrayList<>();
        for (Element child : children(security)) {
            if (Elements.is(child, Namespaces.WSSE, "BinarySecurityToken")) {
                token = once(token, child);
            } else if (Elements.is(child, WSU, "Timestamp")) {
                timestamp = once(timestamp, child);
            } else if (Elements.is(child, DS, "Signature")) {
                signature = once(signature, child);
            } else if (this == ANSWER && Elements.is(child, WSSE11, "SignatureConfirmation")) {
                confirmations.add(child);
            } else {
                throw shape(name(child));
            }
        }
        if (signature == null) {
            throw ExchangeException.of(ExchangeError.NOT_SIGNED);
        }
        if (timestamp == null) {
            throw ExchangeException.of(ExchangeError.TIMESTAMP_NOT_COVERED);
        }
        children(timestamp).forEach(time -> bounded(time, LONGEST_TIME));
        MessageSignatureShape.check(signature, token, ids, longestToken);
        return new SignedEnvelope(frame, security, timestamp, signature, List.copyOf(confirmations), ids);
    }

    private static Element once(@Nullable Element earlier, Element found) {
        if (earlier != null) {
            throw shape(name(found));
        }
        return found;
    }

    /** Every id of the document, each given once. An element with two would be known by a name that was not checked. */
    private static Map<String, Element> ids(Element root) {
        Map<String, Element> ids = new HashMap<>();
        Node node = root;
        while (node != null) {
            if (node instanceof Element element) {
                addIds(element, ids);
            }
            Node next = node.getFirstChild();
            while (next == null && node != root) {
                next = node.getNextSibling();
                if (next == null) {
                    node = node.getParentNode();
                }
                if (node == null) {
                    break;
                }
            }
            node = next;
        }
        return ids;
    }

    private static void addIds(Element element, Map<String, Element> ids) {
        NamedNodeMap attributes = element.getAttributes();
        boolean named = false;
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (isId(attribute)) {
                if (named || ids.put(attribute.getValue(), element) != null) {
                    throw shape("Id");
                }
                named = true;
            }
        }
    }

    private static boolean isId(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        String name = attribute.getLocalName();
        if (namespace == null) {
            return ID_NAMES.contains(attribute.getName());
        }
        return (WSU.equals(namespace) && "Id".equals(name))
                || (XMLConstants.XML_NS_URI.equals(namespace) && "id".equals(name));
    }

    /** The child elements of an element that may hold nothing else but white space. */
    static List<Element> children(Element parent) {
        return SoapFrame.children(parent);
    }

    /** The local name as a refusal may repeat it. */
    static String name(Element element) {
        return Elements.shortName(element);
    }

    /** @throws ExchangeException {@code MR-104} when the text of an element is too long to be decoded or parsed */
    static void bounded(Element element, int longest) {
        if (element.getTextContent().length() > longest) {
            throw ExchangeException.of(ExchangeError.LIMIT).naming(name(element) + " (" + longest + ")");
        }
    }

    static ExchangeException shape(String part) {
        return ExchangeException.of(ExchangeError.SIGNATURE_SHAPE).naming(part);
    }

    /**
     * Says which value an attribute has. Whose library took another attribute for an id than was meant sees it by that:
     * {@code Reference/@URI="#http://x-road.eu/xsd/identifiers"} is {@code xmlns:id}.
     */
    static ExchangeException shape(Element element, String attribute) {
        String part = name(element) + "/@" + attribute;
        return shape(
                element.hasAttributeNS(null, attribute)
                        ? part + "=\"" + Elements.shortText(element.getAttributeNS(null, attribute)) + "\""
                        : part);
    }
}
