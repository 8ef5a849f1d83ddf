package lt.mokiniai.platform.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;

/** Judges the certificate of whoever proves by its key who it is: by a signature, or by TLS. */
public final class CertificateValidator {

    private final TrustedAuthorities authorities;
    private final RevocationLists revocation;
    private final Set<PublicKey> own;
    private final Clock clock;

    /** @param own the register's certificates: a message that bears one is a reflection */
    public CertificateValidator(
            TrustedAuthorities authorities, RevocationLists revocation, Collection<X509Certificate> own, Clock clock) {
        this.authorities = authorities;
        this.revocation = revocation;
        this.own = own.stream().map(X509Certificate::getPublicKey).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /**
     * Demands that a certificate is trusted, valid and not revoked.
     *
     * @throws ExchangeException {@code MR-208} to {@code MR-212}
     */
    public void requireGood(X509Certificate certificate) {
        Instant now = clock.instant();
        authorities.requireTrusted(certificate, now);
        requireValid(certificate, now);
    }

    /**
     * Demands that a trusted certificate is not the register's, valid and not revoked.
     *
     * @throws ExchangeException {@code MR-209} to {@code MR-212}
     */
    public void requireValid(X509Certificate certificate, Instant now) {
        if (own.contains(certificate.getPublicKey())) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED);
        }
        if (!TrustedAuthorities.isValid(certificate, now)) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_EXPIRED);
        }
        revocation.requireNotRevoked(certificate, authorities.issuerOf(certificate, now));
    }
}
