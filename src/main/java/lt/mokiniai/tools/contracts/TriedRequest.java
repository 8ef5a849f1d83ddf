package lt.mokiniai.tools.contracts;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A request as a file holds it: an envelope, or the element of the Body alone.
 *
 * @param bytes of the file
 * @param isEnvelope whether it is an envelope, or was meant to be one
 * @param header the envelope's header; where there is none, any element
 * @param caller who asks, where there is no envelope
 * @param element the Body's element; where there is none, any element
 */
record TriedRequest(byte[] bytes, boolean isEnvelope, Element header, Caller caller, Element element) {

    /**
     * Reads a file. What is no XML, and an envelope that lacks a part, is left to the check that refuses it.
     *
     * @param caller who asks when there is no envelope
     */
    static TriedRequest read(byte[] bytes, Caller caller) {
        Element root;
        try {
            root = XmlParsers.parse(bytes).getDocumentElement();
        } catch (SAXException | IOException e) {
            Element nothing = XmlParsers.newDocument().createElement("nothing");
            return new TriedRequest(bytes, true, nothing, caller, nothing);
        }
        if (!"Envelope".equals(root.getLocalName())) {
            return new TriedRequest(bytes, false, root, caller, root);
        }
        Element header = Elements.child(root, Namespaces.SOAP, "Header").orElse(root);
        Element element = Elements.child(root, Namespaces.SOAP, "Body")
                .flatMap(body -> Elements.children(body).stream().findFirst())
                .orElse(root);
        return new TriedRequest(bytes, true, header, caller, element);
    }

    /** Who acts for another party, as an envelope says. */
    Optional<XRoadId> representative() {
        try {
            Optional<Caller> said =
                    isEnvelope ? Optional.of(XRoadHeaders.read(header).caller()) : Optional.empty();
            return said.filter(acting -> acting.represented().isPresent()).map(Caller::client);
        } catch (ExchangeException leftToTheCheck) {
            return Optional.empty();
        }
    }

    /** Whoever acts for the party of the contract is believed to be who it says: no contract that is here names it. */
    private Party sender(Party party) {
        return representative()
                .map(client -> new Party(
                        party.code(),
                        party.name(),
                        List.of(client),
                        party.answerAlgorithm(),
                        party.signers(),
                        party.contracts()))
                .orElse(party);
    }

    /** Gives it as a message of the contract's party, or of who acts for it, under that contract alone. */
    CheckedMessage under(Contract contract, Instant receivedAt) {
        return new CheckedMessage(
                        RawRequest.unsent(bytes), new ContractSet(contract.digest(), List.of(contract)), receivedAt)
                .of(sender(contract.party()))
                .calledBy(new XRoadHeaders(caller, Optional.empty()))
                .saying(header, element);
    }
}
