package lt.mokiniai.exchange.security;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import lt.mokiniai.kernel.CertificateReference;
import org.w3c.dom.Element;

/**
 * A message that passed every check of its signature: what is read of it from here on is the very nodes that were
 * verified (docs/security.md, E1).
 *
 * @param header the {@code soap:Header}
 * @param request the one element within the {@code soap:Body}
 * @param signer the certificate whose key signed it: trusted, valid and not revoked
 * @param thumbprint the SHA-256 of that certificate, in lower-case hex
 * @param judgedAt when it was verified, by the clock that messages are judged by
 * @param signature its signature
 */
public record VerifiedMessage(
        Element header,
        Element request,
        X509Certificate signer,
        String thumbprint,
        Instant judgedAt,
        Signature signature) {

    /**
     * A signature that verified.
     *
     * @param createdAt when the Timestamp that it covers says that the message was made
     * @param method its algorithm, as a URI
     * @param digestMethods the algorithms of its digests, as URIs, each once
     * @param certificateReference how it refers to the signer's certificate
     * @param values its value, for the answer's {@code SignatureConfirmation}
     */
    public record Signature(
            Instant createdAt,
            String method,
            List<String> digestMethods,
            CertificateReference certificateReference,
            List<byte[]> values) {}
}
