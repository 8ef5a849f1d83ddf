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
import lt.mokiniai.kernel.Caller.Represented;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.FaultCode;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.SoapHeader;
import org.w3c.dom.Element;

/**
 * The X-Road headers of a verified request (X-Road message protocol 4.0, section 2.2).
 *
 * @param caller who asks
 * @param service what is asked; nothing where a request is looked at before it has such a header
 */
public record XRoadHeaders(Caller caller, Optional<Service> service) {

    private static final String REQUEST_HASH = "requestHash";
    private static final Set<String> NAMES =
            Set.of("client", "service", "id", "userId", "issue", "protocolVersion", REQUEST_HASH);
    private static final String REPRESENTED = "representedParty";
    private static final String PARTY_CLASS = "partyClass";
    private static final String PARTY_CODE = "partyCode";
    private static final Set<String> PARTY_PARTS = Set.of(PARTY_CLASS, PARTY_CODE);
    private static final String OBJECT_TYPE = "objectType";
    private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,100}");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_REPEATED = 2000;
    private static final int MOST_PARTS = 10;

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
            if (!NAMES.contains(child.getLocalName())) {
                throw unknown(child);
            }
            if (found.put(child.getLocalName(), child) != null) {
                throw wrong(Messages.text("header.repeated", child.getLocalName()));
            }
        }
        Optional<Represented> represented = represented(of(header, Namespaces.XROAD_REPRESENTATION));
        if (!"4.0".equals(text(required(found, "protocolVersion"), "protocolVersion"))) {
            throw ExchangeException.of(ExchangeError.PROTOCOL_VERSION);
        }
        String id = text(required(found, "id"), "id");
        if (!MESSAGE_ID.matcher(id).matches()) {
            throw wrong("id");
        }
        Map<String, String> client = identifier(required(found, "client"), "SUBSYSTEM");
        Map<String, String> service = identifier(required(found, "service"), "SERVICE");
        Caller caller = new Caller(
                subsystem(client, "client"), id, optional(found, "userId"), optional(found, "issue"), represented);
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
                Stream.of(new QName(Namespaces.XROAD_REPRESENTATION, REPRESENTED)));
    }

    /** Tells whether an answer repeats a header: it is one of those that are read here, not ours, and of their size. */
    public static boolean isRepeated(Element header) {
        QName name = new QName(header.getNamespaceURI(), header.getLocalName());
        List<Element> parts = Elements.children(header);
        return names().anyMatch(name::equals)
                && !REQUEST_HASH.equals(name.getLocalPart())
                && header.getTextContent().length() <= LONGEST_REPEATED
                && parts.size() <= MOST_PARTS
                && parts.stream()
                        .allMatch(part -> Elements.children(part).isEmpty()
                                && part.getLocalName().equals(Elements.shortName(part)));
    }

    private static Optional<Represented> represented(List<Element> headers) {
        for (Element header : headers) {
            if (!REPRESENTED.equals(header.getLocalName())) {
                throw unknown(header);
            }
        }
        if (headers.size() > 1) {
            throw wrong(Messages.text("header.repeated", REPRESENTED));
        }
        return headers.stream().findFirst().map(XRoadHeaders::represented);
    }

    private static Represented represented(Element header) {
        Map<String, String> parts = parts(header, Namespaces.XROAD_REPRESENTATION);
        String code = part(parts, PARTY_CODE, REPRESENTED);
        if (!PARTY_PARTS.containsAll(parts.keySet()) || !LegalEntityCode.isValid(code)) {
            throw wrong(REPRESENTED + "/" + PARTY_CODE);
        }
        return new Represented(Optional.ofNullable(parts.get(PARTY_CLASS)), new LegalEntityCode(code));
    }

    private static Element required(Map<String, Element> found, String name) {
        Element element = found.get(name);
        if (element == null) {
            throw wrong(Messages.text("header.missing", name));
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
            throw wrong(Messages.text("header.missing", header + "/" + name));
        }
        return value;
    }

    private static Map<String, String> identifier(Element element, String objectType) {
        String header = element.getLocalName();
        String sent = element.getAttributeNS(Namespaces.XROAD_IDENTIFIERS, OBJECT_TYPE);
        if (!objectType.equals(sent)) {
            String place = header + "/@" + OBJECT_TYPE;
            throw wrong(
                    sent.isEmpty()
                            ? Messages.text("header.unqualified", place, Namespaces.XROAD_IDENTIFIERS)
                            : Messages.text("header.object-type", place, objectType));
        }
        return parts(element, Namespaces.XROAD_IDENTIFIERS);
    }

    private static Map<String, String> parts(Element element, String namespace) {
        String header = element.getLocalName();
        Map<String, String> parts = new HashMap<>();
        for (Element child : Elements.children(element)) {
            if (!namespace.equals(child.getNamespaceURI())) {
                throw wrong(Messages.text("header.unqualified", place(header, child), namespace));
            }
            if (parts.put(child.getLocalName(), text(child, place(header, child))) != null) {
                throw wrong(Messages.text("header.repeated", place(header, child)));
            }
        }
        return parts;
    }

    /** Gives the text as sent: an identifier with a space more is another identifier. */
    private static String text(Element element, String header) {
        String text = element.getTextContent();
        if (!VisibleText.isSeen(text)
                || text.length() > LONGEST_TEXT
                || !Elements.children(element).isEmpty()) {
            throw wrong(header);
        }
        return text;
    }

    private static String place(String header, Element part) {
        return header + "/" + Elements.shortName(part);
    }

    private static ExchangeException unknown(Element header) {
        ExchangeException refusal = wrong(Messages.text("header.unknown", Elements.shortName(header)));
        return SoapHeader.mustBeUnderstood(header) ? refusal.as(FaultCode.MUST_UNDERSTAND) : refusal;
    }

    private static ExchangeException wrong(String name) {
        return wrong(Messages.text("header.value", name));
    }

    private static ExchangeException wrong(Text what) {
        return ExchangeException.of(ExchangeError.XROAD_HEADER).naming(what);
    }

    private static List<Element> of(Element header, String namespace) {
        return Elements.children(header).stream()
                .filter(child -> namespace.equals(child.getNamespaceURI()))
                .toList();
    }
}
