package lt.mokiniai.tools.contracts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import org.apache.cxf.helpers.DOMUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A request as a file holds it: the element of the Body, and who asks.
 *
 * @param caller who asks: by the headers, or where there are none the party of the contract
 * @param service what the header {@code service} names, where there is one
 * @param element the Body's element
 */
record TriedRequest(Caller caller, Optional<Service> service, Element element) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";

    /** What the header {@code service} says of the operation. */
    record Service(String operation, Optional<String> version) {

        boolean names(PublishedOperation asked) {
            return operation.equals(asked.operation())
                    && version.map(sent -> asked.service().endsWith("/" + sent)).orElse(true);
        }
    }

    /**
     * Reads a file.
     *
     * @param client who asks when there is no envelope
     * @param user the header {@code userId} when there is no envelope
     * @param issue the header {@code issue} when there is no envelope
     */
    static TriedRequest read(
            byte[] bytes, XRoadId client, Optional<String> user, Optional<String> issue, CommandSpec spec) {
        Element root = parse(bytes, spec);
        if (!SOAP.equals(root.getNamespaceURI())) {
            return new TriedRequest(new Caller(client, "–", user, issue), Optional.empty(), root);
        }
        Element header = DOMUtils.getFirstChildWithName(root, SOAP, "Header");
        Element body = DOMUtils.getFirstChildWithName(root, SOAP, "Body");
        Element element = body == null ? null : DOMUtils.getFirstElement(body);
        Element from = header == null ? null : DOMUtils.getFirstChildWithName(header, XROAD, "client");
        if (header == null || element == null || from == null) {
            throw new ParameterException(
                    spec.commandLine(), "the envelope needs a Header with xrd:client, and a Body with one element");
        }
        XRoadId asking = new XRoadId(
                part(from, "xRoadInstance").orElse(""),
                part(from, "memberClass").orElse(""),
                part(from, "memberCode").orElse(""),
                part(from, "subsystemCode").orElse(""));
        Element service = DOMUtils.getFirstChildWithName(header, XROAD, "service");
        return new TriedRequest(
                new Caller(asking, "–", text(header, XROAD, "userId"), text(header, XROAD, "issue")),
                Optional.ofNullable(service)
                        .map(named ->
                                new Service(part(named, "serviceCode").orElse(""), part(named, "serviceVersion"))),
                element);
    }

    private static Optional<String> part(Element identifier, String name) {
        return text(identifier, IDENTIFIERS, name);
    }

    private static Optional<String> text(Element parent, String namespace, String name) {
        @Nullable Element child = DOMUtils.getFirstChildWithName(parent, namespace, name);
        return Optional.ofNullable(child).map(Element::getTextContent);
    }

    private static Element parse(byte[] bytes, CommandSpec spec) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Else the parser prints to the terminal itself.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new ParameterException(spec.commandLine(), "the request is not proper XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser can refuse a DTD", e);
        }
    }
}
