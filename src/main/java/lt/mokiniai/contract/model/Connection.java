package lt.mokiniai.contract.model;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import lt.mokiniai.kernel.Caller;

/**
 * How the register sees the party that is asking.
 *
 * @param party who signed
 * @param caller who asks, by the headers
 * @param certificate what it signed with
 * @param signedAt when its message says that it was made
 * @param judgedAt when its message was verified, by the clock that messages are judged by
 * @param signatureMethod the algorithm of its signature, as a URI
 * @param digestMethods the algorithms of the digests that it signed, as URIs, each once
 * @param keyReference how it refers to its certificate, as the schema of {@code contracts/v1} names it
 * @param receivedAt when the message was received
 * @param contracts the set under which the message is answered
 */
public record Connection(
        Party party,
        Caller caller,
        X509Certificate certificate,
        Instant signedAt,
        Instant judgedAt,
        String signatureMethod,
        List<String> digestMethods,
        String keyReference,
        Instant receivedAt,
        ContractSet contracts) {

    /** Keeps its own copy. */
    public Connection {
        digestMethods = List.copyOf(digestMethods);
    }

    /** Gives the connection of the exchange that is being answered; the pipeline provides it. */
    @FunctionalInterface
    public interface Current extends Supplier<Connection> {}
}
