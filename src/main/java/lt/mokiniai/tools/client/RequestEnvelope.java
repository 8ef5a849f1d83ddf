package lt.mokiniai.tools.client;

import javax.xml.XMLConstants;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.xml.Namespaces;
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
 * @param represented the header {@code representedParty}, where one is sent
 */
public record RequestEnvelope(
        XRoadId client,
        XRoadId register,
        WsdlOperation operation,
        String id,
        @Nullable String user,
        @Nullable String issue,
        @Nullable Represented represented) {

    /**
     * Who is represented, as it is sent: the register says what is wrong with it.
     *
     * @param memberClass its class in X-Road, where one is sent
     * @param code its code
     */
    public record Represented(@Nullable String memberClass, String code) {

        /** Reads {@code CODE} or {@code CLASS/CODE}. */
        public static Represented parse(String text) {
            int slash = text.indexOf('/');
            return slash < 0
                    ? new Represented(null, text)
                    : new Represented(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    /** Writes the request into the Body that it is given. */
    public interface Content {
        void appendTo(Element body);
    }

    /** Gives the envelope with a Body that holds this content. */
    public Document with(Content content) {
        Document document = XmlParsers.newDocument();
        Element envelope = element(document, Namespaces.SOAP, "soap:Envelope");
        declare(envelope, "soap", Namespaces.SOAP);
        declare(envelope, "xrd", Namespaces.XROAD);
        declare(envelope, "id", Namespaces.XROAD_IDENTIFIERS);
        Element header = element(envelope, Namespaces.SOAP, "soap:Header");
        Element from = typed(header, "xrd:client", "SUBSYSTEM", client);
        identifier(from, "subsystemCode", client.subsystem());
        Element to = typed(header, "xrd:service", "SERVICE", register);
        identifier(to, "subsystemCode", register.subsystem());
        identifier(to, "serviceCode", operation.name());
        identifier(to, "serviceVersion", operation.service().version());
        text(header, "xrd:id", id);
        text(header, "xrd:userId", user);
        text(header, "xrd:issue", issue);
        text(header, "xrd:protocolVersion", "4.0");
        if (represented != null) {
            declare(envelope, "repr", Namespaces.XROAD_REPRESENTATION);
            represent(header, represented);
        }
        content.appendTo(element(envelope, Namespaces.SOAP, "soap:Body"));
        return document;
    }

    private static void represent(Element header, Represented party) {
        Element represented = element(header, Namespaces.XROAD_REPRESENTATION, "repr:representedParty");
        if (party.memberClass() != null) {
            element(represented, Namespaces.XROAD_REPRESENTATION, "repr:partyClass")
                    .setTextContent(party.memberClass());
        }
        element(represented, Namespaces.XROAD_REPRESENTATION, "repr:partyCode").setTextContent(party.code());
    }

    private static Element typed(Element header, String name, String type, XRoadId subsystem) {
        Element element = element(header, Namespaces.XROAD, name);
        element.setAttributeNS(Namespaces.XROAD_IDENTIFIERS, "id:objectType", type);
        identifier(element, "xRoadInstance", subsystem.instance());
        identifier(element, "memberClass", subsystem.memberClass());
        identifier(element, "memberCode", subsystem.memberCode());
        return element;
    }

    private static void identifier(Element parent, String name, String value) {
        element(parent, Namespaces.XROAD_IDENTIFIERS, "id:" + name).setTextContent(value);
    }

    private static void text(Element header, String name, @Nullable String value) {
        if (value != null) {
            element(header, Namespaces.XROAD, name).setTextContent(value);
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
