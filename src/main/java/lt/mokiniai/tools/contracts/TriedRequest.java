package lt.mokiniai.tools.contracts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.Caller;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A request as a file holds it: an envelope, or the element of the Body alone.
 *
 * @param header the envelope's header, where there is one
 * @param caller who asks, where there is no header
 * @param element the Body's element
 */
record TriedRequest(Optional<Element> header, Caller caller, Element element) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /**
     * Reads a file.
     *
     * @param caller who asks when there is no envelope
     */
    static TriedRequest read(byte[] bytes, Caller caller, CommandSpec spec) {
        Element root = parse(bytes, spec);
        if (!SOAP.equals(root.getNamespaceURI())) {
            return new TriedRequest(Optional.empty(), caller, root);
        }
        Element header = DOMUtils.getFirstChildWithName(root, SOAP, "Header");
        Element body = DOMUtils.getFirstChildWithName(root, SOAP, "Body");
        Element element = body == null ? null : DOMUtils.getFirstElement(body);
        if (header == null || element == null) {
            throw new ParameterException(
                    spec.commandLine(), "the envelope needs a Header, and a Body with one element");
        }
        return new TriedRequest(Optional.of(header), caller, element);
    }

    boolean isEnvelope() {
        return header.isPresent();
    }

    /** Gives it as a message of the contract's party, under that contract alone. */
    CheckedMessage under(Contract contract, Instant receivedAt) {
        return new CheckedMessage(
                        RawRequest.unsent(new byte[0]),
                        new ContractSet(contract.digest(), List.of(contract)),
                        receivedAt)
                .of(contract.party())
                .calledBy(new XRoadHeaders(caller, Optional.empty()))
                .saying(header.orElse(element), element);
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
