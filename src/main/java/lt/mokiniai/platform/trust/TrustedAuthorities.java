package lt.mokiniai.platform.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.rules.IssuingAlgorithms;
import lt.mokiniai.platform.trust.rules.TakenKeys;

/**
 * The authorities whose certificates are trusted. Only authorities: a party's own certificate is never an anchor
 * (docs/security.md, C1, C2). A found path is remembered, for it depends on nothing but the two certificates;
 * validity in time and revocation are looked at each time.
 */
public final class TrustedAuthorities {

    /**
     * Purposes that a signed message may serve: any, clientAuth and emailProtection (RFC 5280, section 4.2.1.12),
     * documentSigning (RFC 9336), and those of Microsoft and Adobe for documents.
     */
    private static final Set<String> PURPOSES = Set.of(
            "2.5.29.37.0",
            "1.3.6.1.5.5.7.3.2",
            "1.3.6.1.5.5.7.3.4",
            "1.3.6.1.5.5.7.3.36",
            "1.3.6.1.4.1.311.10.3.12",
            "1.2.840.113583.1.1.5");

    private static final int MOST_REMEMBERED = 10_000;
    private static final int NOT_AN_AUTHORITY = -1;

    private final Set<TrustAnchor> anchors;
    private final Map<X509Certificate, X509Certificate> issuers = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when there is none, one is not the certificate of an authority, or its key is not taken */
    public TrustedAuthorities(Collection<X509Certificate> authorities) {
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("there must be a trusted authority");
        }
        for (X509Certificate authority : authorities) {
            if (authority.getBasicConstraints() == NOT_AN_AUTHORITY) {
                throw new IllegalArgumentException(
                        "not the certificate of an authority: " + authority.getSubjectX500Principal());
            }
            if (!TakenKeys.issues(authority.getPublicKey())) {
                throw new IllegalArgumentException("the key of an authority is RSA of " + TakenKeys.SMALLEST_RSA
                        + " bits and more, or EC on P-256, P-384 or P-521: " + authority.getSubjectX500Principal());
            }
        }
        this.anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads them from PEM or DER files, each of which may hold several.
     *
     * @throws IllegalArgumentException when a file cannot be read or holds a certificate that is not of an authority
     */
    public static TrustedAuthorities load(List<Path> files) {
        List<X509Certificate> authorities = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    authorities.add((X509Certificate) certificate);
                }
            } catch (IOException | CertificateException e) {
                throw new IllegalArgumentException("cannot read the trusted authority " + file, e);
            }
        }
        return new TrustedAuthorities(authorities);
    }

    /** The certificates of the authorities. */
    public Set<X509Certificate> certificates() {
        return anchors.stream().map(TrustAnchor::getTrustedCert).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Demands of a certificate, before anything is computed with its key, that the key and the algorithm that the
     * certificate is signed with are taken, and that a trusted authority issued it for signing.
     *
     * @throws ExchangeException {@code MR-208} or {@code MR-209}
     */
    public void requireTrusted(X509Certificate certificate, Instant now) {
        issuerOf(certificate, now);
    }

    private static void requireAlgorithms(X509Certificate certificate) {
        if (!TakenKeys.signs(certificate.getPublicKey()) || !IssuingAlgorithms.take(certificate)) {
            throw ExchangeException.of(ExchangeError.ALGORITHM);
        }
    }

    /**
     * Gives the authority that a party's certificate comes from.
     *
     * @throws ExchangeException {@code MR-208} when its key or the algorithm that it is signed with is not taken, {@code
     *     MR-209} when it comes from no authority, or may not sign messages
     */
    public X509Certificate issuerOf(X509Certificate certificate, Instant now) {
        X509Certificate issuer = issuers.get(certificate);
        if (issuer == null) {
            issuer = findIssuer(certificate, now);
            if (issuers.size() >= MOST_REMEMBERED) {
                issuers.clear();
            }
            issuers.put(certificate, issuer);
        }
        if (!isValid(issuer, now)) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED);
        }
        return issuer;
    }

    private X509Certificate findIssuer(X509Certificate certificate, Instant now) {
        requireAlgorithms(certificate);
        if (certificate.getBasicConstraints() != NOT_AN_AUTHORITY || !maySign(certificate)) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED);
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(withinValidity(certificate, now)));
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return result.getTrustAnchor().getTrustedCert();
        } catch (GeneralSecurityException e) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_NOT_TRUSTED).because(e);
        }
    }

    /**
     * RFC 5280, sections 4.2.1.3 and 4.2.1.12: where key usage is told, it must be digitalSignature or nonRepudiation; where
     * purposes are told, one must be that of a signed message.
     */
    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return (usage == null || usage[0] || usage[1]) && hasPurpose(certificate);
    }

    private static boolean hasPurpose(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(PURPOSES::contains);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    /** A certificate that has run out is told so rather than called a stranger's: the path is that of its own time. */
    private static Instant withinValidity(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isAfter(to)) {
            return to;
        }
        return now.isBefore(from) ? from : now;
    }

    /** Tells whether a certificate holds at a time by its own dates. */
    public static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
