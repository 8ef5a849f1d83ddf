package lt.mokiniai.tools.contracts;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
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

    /**
     * Reads a file.
     *
     * @param caller who asks when there is no envelope
     */
    static TriedRequest read(byte[] bytes, Caller caller, CommandSpec spec) {
        Element root = parse(bytes, spec);
        if (!Namespaces.SOAP.equals(root.getNamespaceURI())) {
            return new TriedRequest(Optional.empty(), caller, root);
        }
        Optional<Element> header = Elements.child(root, Namespaces.SOAP, "Header");
        Optional<Element> element = Elements.child(root, Namespaces.SOAP, "Body")
                .flatMap(body -> Elements.children(body).stream().findFirst());
        if (header.isEmpty() || element.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "the envelope needs a Header, and a Body with one element");
        }
        return new TriedRequest(header, caller, element.get());
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
            return XmlParsers.parse(bytes).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new ParameterException(spec.commandLine(), "the request is not proper XML: " + e.getMessage(), e);
        }
    }
}
