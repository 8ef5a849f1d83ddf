package lt.mokiniai.tools.client;

import javax.xml.XMLConstants;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.xml.XmlParsers;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The envelope of a request, with the headers of the X-Road message protocol 4.0 (section 2.2), not yet signed.
 *
 * @param client who asks
 * @param register who is asked
 * @param operation what is asked
 * @param id the identifier of the message
 * @param user the header {@code userId}, where one is sent
 * @param issue the header {@code issue}, where one is sent
 */
public record RequestEnvelope(
        XRoadId client,
        XRoadId register,
        WsdlOperation operation,
        String id,
        @Nullable String user,
        @Nullable String issue) {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";

    /** Writes the request into the Body that it is given. */
    public interface Content {
        void appendTo(Element body);
    }

    /** Gives the envelope with a Body that holds this content. */
    public Document with(Content content) {
        Document document = XmlParsers.newDocument();
        Element envelope = element(document, SOAP, "soap:Envelope");
        declare(envelope, "soap", SOAP);
        declare(envelope, "xrd", XROAD);
        declare(envelope, "id", IDENTIFIERS);
        Element header = element(envelope, SOAP, "soap:Header");
        Element from = typed(header, "xrd:client", "SUBSYSTEM", client);
        identifier(from, "subsystemCode", client.subsystem());
        Element to = typed(header, "xrd:service", "SERVICE", register);
        identifier(to, "subsystemCode", register.subsystem());
        identifier(to, "serviceCode", operation.name());
        identifier(to, "serviceVersion", operation.version());
        text(header, "xrd:id", id);
        text(header, "xrd:userId", user);
        text(header, "xrd:issue", issue);
        text(header, "xrd:protocolVersion", "4.0");
        content.appendTo(element(envelope, SOAP, "soap:Body"));
        return document;
    }

    private static Element typed(Element header, String name, String type, XRoadId subsystem) {
        Element element = element(header, XROAD, name);
        element.setAttributeNS(IDENTIFIERS, "id:objectType", type);
        identifier(element, "xRoadInstance", subsystem.instance());
        identifier(element, "memberClass", subsystem.memberClass());
        identifier(element, "memberCode", subsystem.memberCode());
        return element;
    }

    private static void identifier(Element parent, String name, String value) {
        element(parent, IDENTIFIERS, "id:" + name).setTextContent(value);
    }

    private static void text(Element header, String name, @Nullable String value) {
        if (value != null) {
            element(header, XROAD, name).setTextContent(value);
        }
    }

    private static void declare(Element envelope, String prefix, String namespace) {
        envelope.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }

    private static Element element(Node parent, String namespace, String name) {
        Document document = parent instanceof Document own ? own : parent.getOwnerDocument();
        return (Element) parent.appendChild(document.createElementNS(namespace, name));
    }
}
