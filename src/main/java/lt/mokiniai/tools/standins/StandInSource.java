package lt.mokiniai.tools.standins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.intake.transport.pulling.SourceQuestion.Numbered;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.platform.xml.XmlText;
import lt.mokiniai.tools.sources.SourceProtocol;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A source as the documented form has it (docs/delivering/source.wsdl): it verifies who asks, and signs what it answers with the
 * headers of the question and the confirmation of its signature.
 */
public final class StandInSource {

    private static final String ENVELOPE = "<soap:Envelope xmlns:soap=\"" + Namespaces.SOAP
            + "\"><soap:Header>%s</soap:Header><soap:Body>%s</soap:Body></soap:Envelope>";

    private static final String ANSWER = "<s:" + SourceProtocol.ANSWER + " xmlns:s=\"" + SourceProtocol.NAMESPACE
            + "\">%s</s:" + SourceProtocol.ANSWER + ">";

    private static final String FAULT =
            "<soap:Fault><faultcode>soap:Client</faultcode><faultstring>%s</faultstring></soap:Fault>";

    private final MessageVerifier verifier;
    private final MessageSigner signer;
    private final SigningKey key;
    private final SourceDeliveries deliveries;

    /**
     * Makes a source.
     *
     * @param verifier of the questions
     * @param key that signs the answers
     */
    public StandInSource(MessageVerifier verifier, MessageSigner signer, SigningKey key, SourceDeliveries deliveries) {
        this.verifier = verifier;
        this.signer = signer;
        this.key = key;
        this.deliveries = deliveries;
    }

    /** Answers a question, or says by a fault which is not signed why not. */
    public byte[] answer(byte[] question) {
        try {
            VerifiedMessage asked = verifier.verify(XmlParsers.parse(question));
            Document answer = XmlParsers.parse(ENVELOPE.formatted(headers(asked), ANSWER.formatted(part(asked)))
                    .getBytes(StandardCharsets.UTF_8));
            signer.sign(answer, key, asked.signature().values());
            return XmlText.bytes(answer);
        } catch (ExchangeException refused) {
            return fault(refused.error().code());
        } catch (SAXException | IOException | IllegalArgumentException broken) {
            return fault("the question cannot be read");
        }
    }

    private static byte[] fault(String why) {
        return ENVELOPE.formatted("", FAULT.formatted(why)).getBytes(StandardCharsets.UTF_8);
    }

    private static String headers(VerifiedMessage asked) {
        StringBuilder headers = new StringBuilder();
        for (Element header : Elements.children(asked.header())) {
            if (!Elements.is(header, Namespaces.WSSE, "Security")) {
                Element copy = (Element) XmlParsers.newDocument().importNode(header, true);
                // The ids of the question's signature are none of the answer's.
                copy.removeAttributeNS(
                        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd", "Id");
                headers.append(XmlText.of(copy));
            }
        }
        return headers.toString();
    }

    private String part(VerifiedMessage asked) {
        Element request = asked.request();
        if (!Elements.is(request, SourceProtocol.NAMESPACE, SourceProtocol.QUESTION)) {
            throw new IllegalArgumentException("there is no such operation");
        }
        Optional<Numbered> delivery = text(request, SourceProtocol.SERIES)
                .map(series -> new Numbered(
                        series,
                        text(request, SourceProtocol.SEQUENCE)
                                .map(Long::valueOf)
                                .orElse(1L)));
        return deliveries
                .part(
                        text(request, SourceProtocol.REGISTER).orElse(""),
                        delivery,
                        text(request, SourceProtocol.FIRST)
                                .map(Integer::valueOf)
                                .orElse(1))
                .orElse("");
    }

    private static Optional<String> text(Element request, String name) {
        return Elements.child(request, SourceProtocol.NAMESPACE, name)
                .map(element -> element.getTextContent().strip());
    }
}
