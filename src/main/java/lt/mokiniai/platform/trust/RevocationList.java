package lt.mokiniai.platform.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.platform.trust.rules.IssuingAlgorithms;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/**
 * One complete revocation list (RFC 5280, section 5), signed by a trusted authority. Its distribution points are those
 * whose certificates alone it tells about; empty when it tells about all of the authority's.
 */
final class RevocationList {

    private static final String DELTA = "2.5.29.27";
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final String DISTRIBUTION_POINTS = "2.5.29.31";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int CRL_SIGN = 6;

    private final X509CRL crl;
    private final X509Certificate authority;
    private final Set<String> points;

    private RevocationList(X509CRL crl, X509Certificate authority) throws GeneralSecurityException {
        this.crl = crl;
        this.authority = authority;
        this.points = points(crl);
    }

    /**
     * Reads every list of a file.
     *
     * @throws GeneralSecurityException when there is none, or one is not complete, not of now or not of an authority
     */
    static List<RevocationList> parse(byte[] bytes, Collection<X509Certificate> authorities, Instant now)
            throws GeneralSecurityException {
        List<RevocationList> lists = new ArrayList<>();
        for (CRL each : CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(bytes))) {
            X509CRL crl = (X509CRL) each;
            if (crl.getNextUpdate() == null) {
                throw new CRLException("it has no nextUpdate");
            }
            if (crl.getThisUpdate().toInstant().isAfter(now.plus(TOLERANCE))) {
                throw new CRLException("its thisUpdate lies in the future");
            }
            if (crl.hasUnsupportedCriticalExtension() || crl.getExtensionValue(DELTA) != null) {
                throw new CRLException("it is a delta, or has a critical extension that is not supported");
            }
            if (!IssuingAlgorithms.take(crl)) {
                throw new CRLException("it is signed with neither RSA nor ECDSA with SHA-2");
            }
            lists.add(new RevocationList(crl, authority(crl, authorities)));
        }
        if (lists.isEmpty()) {
            throw new CRLException("it holds no revocation list");
        }
        return lists;
    }

    /** Two authorities may share a name when one key follows another: the signature tells whose list it is. */
    private static X509Certificate authority(X509CRL crl, Collection<X509Certificate> authorities)
            throws GeneralSecurityException {
        for (X509Certificate authority : authorities) {
            boolean[] usage = authority.getKeyUsage();
            if (crl.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
                    && (usage == null || usage[CRL_SIGN])
                    && verifies(crl, authority)) {
                return authority;
            }
        }
        throw new CRLException("no trusted authority has signed it");
    }

    private static boolean verifies(X509CRL crl, X509Certificate authority) {
        try {
            crl.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    boolean isOf(X509Certificate issuer) {
        return authority.equals(issuer);
    }

    boolean covers(X509Certificate certificate) {
        return points.isEmpty() || points(certificate).anyMatch(points::contains);
    }

    /** On hold is revoked, too. */
    boolean revokes(X509Certificate certificate) {
        return crl.getRevokedCertificate(certificate) != null;
    }

    boolean isOlderThan(RevocationList other) {
        return isOf(other.authority)
                && points.equals(other.points)
                && thisUpdate().isBefore(other.thisUpdate());
    }

    Instant thisUpdate() {
        return crl.getThisUpdate().toInstant();
    }

    Instant nextUpdate() {
        return crl.getNextUpdate().toInstant();
    }

    /** RFC 5280, section 5.2.5: a list of some reasons, of other authorities or of authorities alone is not enough. */
    private static Set<String> points(X509CRL crl) throws GeneralSecurityException {
        byte[] extension = crl.getExtensionValue(ISSUING_DISTRIBUTION_POINT);
        if (extension == null) {
            return Set.of();
        }
        try {
            IssuingDistributionPoint point =
                    IssuingDistributionPoint.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension));
            if (point.isIndirectCRL()
                    || point.getOnlySomeReasons() != null
                    || point.onlyContainsCACerts()
                    || point.onlyContainsAttributeCerts()) {
                throw new CRLException("it is not a complete list of parties' certificates");
            }
            return names(point.getDistributionPoint()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException | IllegalArgumentException e) {
            throw new CRLException("its issuing distribution point cannot be read", e);
        }
    }

    private static Stream<String> points(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(DISTRIBUTION_POINTS);
        if (extension == null) {
            return Stream.empty();
        }
        try {
            CRLDistPoint points = CRLDistPoint.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension));
            return Stream.of(points.getDistributionPoints())
                    .map(DistributionPoint::getDistributionPoint)
                    .flatMap(RevocationList::names);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<String> names(@Nullable DistributionPointName name) {
        if (name == null) {
            return Stream.empty();
        }
        if (name.getType() != DistributionPointName.FULL_NAME) {
            return Stream.of("relative");
        }
        return Stream.of(GeneralNames.getInstance(name.getName()).getNames())
                .filter(general -> general.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(general -> general.getName().toString());
    }
}
