package lt.mokiniai.contract.model;

import java.security.cert.X509Certificate;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.ExchangeException;
import org.w3c.dom.Element;

/**
 * A whole message that somebody hands in to learn what would become of it: its signature is good, and no more is known.
 * The room that it takes is held until it is closed.
 */
public interface GivenMessage extends AutoCloseable {

    /** The certificate whose key signed it: trusted, valid and not revoked. */
    X509Certificate signer();

    /**
     * Who asks, by its headers.
     *
     * @throws ExchangeException {@code MR-105}, {@code MR-106} or {@code MR-111}
     */
    Caller caller();

    /**
     * What it asks, by its headers and its Body; it has no address and no SOAPAction yet.
     *
     * @throws ExchangeException {@code MR-107} or {@code MR-108}, or as {@link #caller}
     */
    PublishedOperation operation();

    /** The Body's element. */
    Element request();

    @Override
    void close();

    /** Reads given messages by the very checks that a sent one passes; the pipeline provides it. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads a message and verifies it. It is neither answered nor logged, and may be sent afterwards.
         *
         * @throws ExchangeException {@code MR-1xx} or {@code MR-2xx}, or {@code MR-903} where there is no room to read it now
         */
        GivenMessage read(byte[] message);
    }
}
