package lt.mokiniai.exchange.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.w3c.dom.Element;

/**
 * The X-Road headers of a verified request (X-Road message protocol 4.0, section 2.2).
 *
 * @param caller who asks
 * @param service what is asked; nothing where a request is looked at before it has such a header
 */
public record XRoadHeaders(Caller caller, Optional<Service> service) {

    private static final Set<String> NAMES =
            Set.of("client", "service", "id", "userId", "issue", "protocolVersion", "requestHash");
    private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,100}");
    private static final int LONGEST_TEXT = 200;

    /**
     * The header {@code service}.
     *
     * @param register whose service is asked
     * @param code the operation that is asked
     * @param version its version, where sent
     */
    public record Service(XRoadId register, String code, Optional<String> version) {}

    /**
     * Reads the headers.
     *
     * @throws ExchangeException {@code MR-105} or {@code MR-106}
     */
    public static XRoadHeaders read(Element header) {
        Map<String, Element> found = new HashMap<>();
        for (Element child : of(header, Namespaces.XROAD)) {
            if (!NAMES.contains(child.getLocalName()) || found.put(child.getLocalName(), child) != null) {
                throw wrong(NAMES.contains(child.getLocalName()) ? child.getLocalName() : "unknown");
            }
        }
        List<Element> represented = of(header, Namespaces.XROAD_REPRESENTATION);
        if (represented.size() > 1
                || represented.stream().anyMatch(child -> !"representedParty".equals(child.getLocalName()))) {
            throw wrong("representedParty");
        }
        if (!"4.0".equals(text(required(found, "protocolVersion"), "protocolVersion"))) {
            throw ExchangeException.of(ExchangeError.PROTOCOL_VERSION);
        }
        String id = text(required(found, "id"), "id");
        if (!MESSAGE_ID.matcher(id).matches()) {
            throw wrong("id");
        }
        Map<String, String> client = identifier(required(found, "client"), "SUBSYSTEM");
        Map<String, String> service = identifier(required(found, "service"), "SERVICE");
        Caller caller =
                new Caller(subsystem(client, "client"), id, optional(found, "userId"), optional(found, "issue"));
        Service asked = new Service(
                subsystem(service, "service"),
                part(service, "serviceCode", "service"),
                Optional.ofNullable(service.get("serviceVersion")));
        return new XRoadHeaders(caller, Optional.of(asked));
    }

    /** The names of the headers that are read here. */
    public static Stream<QName> names() {
        return Stream.concat(
                NAMES.stream().map(name -> new QName(Namespaces.XROAD, name)),
                Stream.of(new QName(Namespaces.XROAD_REPRESENTATION, "representedParty")));
    }

    private static Element required(Map<String, Element> found, String name) {
        Element element = found.get(name);
        if (element == null) {
            throw wrong(name);
        }
        return element;
    }

    private static Optional<String> optional(Map<String, Element> found, String name) {
        return Optional.ofNullable(found.get(name)).map(element -> text(element, name));
    }

    private static XRoadId subsystem(Map<String, String> parts, String header) {
        return new XRoadId(
                part(parts, "xRoadInstance", header),
                part(parts, "memberClass", header),
                part(parts, "memberCode", header),
                part(parts, "subsystemCode", header));
    }

    private static String part(Map<String, String> parts, String name, String header) {
        String value = parts.get(name);
        if (value == null) {
            throw wrong(header + "/" + name);
        }
        return value;
    }

    private static Map<String, String> identifier(Element element, String objectType) {
        String header = element.getLocalName();
        if (!objectType.equals(element.getAttributeNS(Namespaces.XROAD_IDENTIFIERS, "objectType"))) {
            throw wrong(header + "/@objectType");
        }
        Map<String, String> parts = new HashMap<>();
        for (Element child : Elements.children(element)) {
            if (!Namespaces.XROAD_IDENTIFIERS.equals(child.getNamespaceURI())) {
                throw wrong(header);
            }
            if (parts.put(child.getLocalName(), text(child, header)) != null) {
                throw wrong(header + "/" + child.getLocalName());
            }
        }
        return parts;
    }

    /** Gives the text as sent: an identifier with a space more is another identifier. */
    private static String text(Element element, String header) {
        String text = element.getTextContent();
        if (text.isBlank()
                || text.length() > LONGEST_TEXT
                || !Elements.children(element).isEmpty()) {
            throw wrong(header);
        }
        return text;
    }

    private static ExchangeException wrong(String name) {
        return ExchangeException.of(ExchangeError.XROAD_HEADER).naming(name);
    }

    private static List<Element> of(Element header, String namespace) {
        return Elements.children(header).stream()
                .filter(child -> namespace.equals(child.getNamespaceURI()))
                .toList();
    }
}
