package lt.mokiniai.exchange.message;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.CertificateReference;

/**
 * What proves who sent a message, however its entry point found that out.
 *
 * @param certificate the sender's: trusted, valid and not revoked
 * @param thumbprint the SHA-256 of that certificate, in lower-case hex
 * @param at when it was proven, by the clock that messages are judged by
 * @param signature what the message says of its own signature; empty where the connection proves the sender
 */
public record Proof(X509Certificate certificate, String thumbprint, Instant at, Optional<Signature> signature) {

    /**
     * How a message is signed.
     *
     * @param madeAt when the message says that it was made
     * @param method the algorithm of the signature, as a URI
     * @param digestMethods the algorithms of its digests, as URIs, each once
     * @param certificateReference how it refers to the certificate
     */
    public record Signature(
            Instant madeAt, String method, List<String> digestMethods, CertificateReference certificateReference) {

        /** Keeps its own copy. */
        public Signature {
            digestMethods = List.copyOf(digestMethods);
        }
    }
}
