package lt.mokiniai.exchange.security;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lt.mokiniai.exchange.security.SignatureCheck.Signed;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.w3c.dom.Document;

/** Verifies the signature of requests (docs/messages.md, 'Signature'). */
public class MessageVerifier {

    private final SignatureCheck signatures;
    private final CertificateValidator certificates;
    private final Freshness freshness;
    private final int longestToken;
    private final Clock clock;

    /**
     * How old a message may be.
     *
     * @param lifetime how old its Timestamp may be
     * @param tolerance how far its Timestamp may be ahead
     */
    public record Freshness(Duration lifetime, Duration tolerance) {}

    /**
     * @param longestToken how many characters a certificate may take in a message
     */
    public MessageVerifier(
            TrustedAuthorities authorities,
            PartyCertificates parties,
            CertificateValidator certificates,
            Freshness freshness,
            int longestToken,
            Clock clock) {
        this.signatures = new SignatureCheck(authorities, parties, clock);
        this.certificates = certificates;
        this.freshness = freshness;
        this.longestToken = longestToken;
        this.clock = clock;
    }

    /**
     * Verifies a request. Its checks, in their order: shape, key and path of the certificate, signature, what the
     * signature covers, time, the certificate's own validity and revocation.
     *
     * @throws ExchangeException {@code MR-102}, {@code MR-104}, {@code MR-110} or one of {@code MR-2xx}; its text repeats nothing of the message
     *     but names of elements
     */
    public VerifiedMessage verify(Document message) {
        SignedEnvelope envelope = EnvelopeShape.REQUEST.read(message, longestToken);
        Signed signed = signatures.check(envelope);
        envelope.requireCovered(signed.covered());
        Instant now = clock.instant();
        Instant createdAt = envelope.requireFresh(now, freshness);
        certificates.requireValid(signed.signer(), now);
        return new VerifiedMessage(
                envelope.frame().header(),
                envelope.frame().request(),
                signed.signer(),
                thumbprint(signed.signer()),
                now,
                new VerifiedMessage.Signature(
                        createdAt,
                        envelope.signatureMethod(),
                        envelope.digestMethods(),
                        envelope.certificateReference(),
                        List.of(signed.value())));
    }

    /** Tells what can be seen of a message's signature, whether it is good or not; nothing is decided by it. */
    public SeenSignature see(Document message) {
        return SeenSignature.of(message, longestToken);
    }

    /** The time by which messages are judged. */
    public Instant now() {
        return clock.instant();
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Digest.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", e);
        }
    }
}
