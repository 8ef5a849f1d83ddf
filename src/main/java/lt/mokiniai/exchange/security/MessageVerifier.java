package lt.mokiniai.exchange.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.exchange.security.SignatureCheck.Signed;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.w3c.dom.Document;

/** Verifies the signature of requests (docs/messages.md, 'Signature'). */
public class MessageVerifier {

    private final TrustedAuthorities authorities;
    private final RevocationLists revocation;
    private final SignatureCheck signatures;
    private final Set<PublicKey> own;
    private final Duration lifetime;
    private final Duration tolerance;
    private final int longestToken;
    private final Clock clock;

    /**
     * @param own the register's certificates: a message that bears one is a reflection
     * @param lifetime how old a Timestamp may be
     * @param tolerance how far a Timestamp may be ahead
     * @param longestToken how many characters a certificate may take in a message
     */
    public MessageVerifier(
            TrustedAuthorities authorities,
            PartyCertificates parties,
            RevocationLists revocation,
            Collection<X509Certificate> own,
            Duration lifetime,
            Duration tolerance,
            int longestToken,
            Clock clock) {
        this.authorities = authorities;
        this.revocation = revocation;
        this.signatures = new SignatureCheck(authorities, parties, clock);
        this.own = own.stream().map(X509Certificate::getPublicKey).collect(Collectors.toUnmodifiableSet());
        this.lifetime = lifetime;
        this.tolerance = tolerance;
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
        Instant createdAt = envelope.requireFresh(now, lifetime, tolerance);
        requireValid(signed.signer(), now);
        return new VerifiedMessage(
                envelope.frame().envelope(),
                envelope.frame().header(),
                envelope.frame().request(),
                signed.signer(),
                thumbprint(signed.signer()),
                createdAt,
                now,
                envelope.signatureMethod(),
                envelope.digestMethods(),
                envelope.keyReference(),
                List.of(signed.value()));
    }

    /** Tells what can be seen of a message's signature, whether it is good or not; nothing is decided by it. */
    public SeenSignature see(Document message) {
        return SeenSignature.of(message, longestToken);
    }

    /** The time by which messages are judged. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Demands of a certificate that proves who calls in another way, such as TLS, what is demanded of one that signs.
     *
     * @throws ExchangeException {@code MR-208} to {@code MR-212}
     */
    public void requireGood(X509Certificate certificate) {
        SignatureCheck.requireSize(certificate.getPublicKey());
        Instant now = clock.instant();
        authorities.issuerOf(certificate, now);
        requireValid(certificate, now);
    }

    private void requireValid(X509Certificate signer, Instant now) {
        if (own.contains(signer.getPublicKey())) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED);
        }
        if (!TrustedAuthorities.isValid(signer, now)) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_EXPIRED);
        }
        revocation.requireNotRevoked(signer, authorities.issuerOf(signer, now));
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was parsed has a digest", e);
        }
    }
}
