package lt.mokiniai.tools.client;

import java.time.Clock;
import java.util.List;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.xml.XmlText;
import org.w3c.dom.Document;

/**
 * A request as it is sent.
 *
 * @param operation what it asks
 * @param bytes the whole envelope
 * @param signature the value of its signature, which the answer confirms
 */
public record SignedRequest(WsdlOperation operation, byte[] bytes, byte[] signature) {

    /** Signs an envelope; it is good for 5 minutes, and once. */
    public static SignedRequest of(WsdlOperation operation, Document envelope, SigningKey key, Clock clock) {
        byte[] signature = new MessageSigner(clock).sign(envelope, key, List.of());
        return new SignedRequest(operation, XmlText.bytes(envelope), signature);
    }
}
