package lt.mokiniai.exchange.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.FaultCode;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.SoapHeader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The parts of an envelope of SOAP 1.1: a Header, a Body with one element, and nothing beside them.
 *
 * @param content the one element within the Body
 * @param headers every child of the Header but Security
 * @param security every Security of the Header
 */
public record SoapFrame(
        Element envelope,
        Element header,
        Element body,
        Element content,
        List<Element> headers,
        List<Element> security) {

    private static final Set<String> XROAD = Set.of(Namespaces.XROAD, Namespaces.XROAD_REPRESENTATION);

    /** Keeps its own copies. */
    public SoapFrame {
        headers = List.copyOf(headers);
        security = List.copyOf(security);
    }

    /**
     * Reads what a caller sends: it has no headers but those of X-Road and Security.
     *
     * @throws ExchangeException {@code MR-102} that names the part at fault, {@code MR-110} for another header
     */
    public static SoapFrame ofRequest(Document document) {
        SoapFrame frame = ofAnswer(document);
        frame.headers().stream()
                .filter(header -> !XROAD.contains(String.valueOf(header.getNamespaceURI())))
                .findFirst()
                .ifPresent(SoapFrame::refuseForeign);
        return frame;
    }

    /**
     * Reads what the register sends.
     *
     * @throws ExchangeException {@code MR-102} that names the part at fault
     */
    public static SoapFrame ofAnswer(Document document) {
        Element envelope = document.getDocumentElement();
        if (envelope == null || !Elements.is(envelope, Namespaces.SOAP, "Envelope")) {
            throw notSoap("Envelope");
        }
        List<Element> parts = children(envelope);
        Element header = part(parts, 0, "Header");
        Element body = part(parts, 1, "Body");
        if (parts.size() > 2) {
            throw notSoap(Elements.shortName(parts.get(2)));
        }
        List<Element> content = children(body);
        if (content.size() != 1) {
            throw notSoap("Body");
        }
        List<Element> headers = new ArrayList<>(children(header));
        List<Element> security = headers.stream()
                .filter(child -> Elements.is(child, Namespaces.WSSE, "Security"))
                .toList();
        headers.removeAll(security);
        return new SoapFrame(envelope, header, body, content.get(0), headers, security);
    }

    /** Gives the child elements of an element that may hold nothing else but white space. */
    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            } else if (child.getNodeType() != Node.COMMENT_NODE
                    && (child.getNodeType() != Node.TEXT_NODE
                            || !child.getNodeValue().isBlank())) {
                throw notSoap(Elements.shortName(parent));
            }
        }
        return children;
    }

    private static Element part(List<Element> parts, int position, String name) {
        if (parts.size() <= position || !Elements.is(parts.get(position), Namespaces.SOAP, name)) {
            throw notSoap(name);
        }
        return parts.get(position);
    }

    private static void refuseForeign(Element header) {
        ExchangeException foreign =
                ExchangeException.of(ExchangeError.FOREIGN_HEADER).naming(Elements.shortName(header));
        throw SoapHeader.mustBeUnderstood(header) ? foreign.as(FaultCode.MUST_UNDERSTAND) : foreign;
    }

    private static ExchangeException notSoap(String part) {
        return ExchangeException.of(ExchangeError.NOT_SOAP).naming(part);
    }
}
