package lt.mokiniai.platform.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lt.mokiniai.platform.trust.names.DistinguishedName;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates that the register knows, so that a message may name its key by issuer and serial, subject key identifier
 * or thumbprint. To be known is not to be trusted. The folder may grow: it is looked at again when a certificate is not
 * found, at most once a second.
 */
public final class PartyCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(PartyCertificates.class);
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final @Nullable Path folder;
    private volatile Index index = new Index(Map.of(), Map.of(), Map.of(), Map.of());
    private final Set<IssuerAndSerial> told = ConcurrentHashMap.newKeySet();
    private long lookedAt;

    private PartyCertificates(@Nullable Path folder) {
        this.folder = folder;
        if (folder != null) {
            look();
        }
    }

    /** Knows none: a message then carries its certificate. */
    public static PartyCertificates none() {
        return new PartyCertificates(null);
    }

    /** Knows those of a folder's {@code .crt}, {@code .cer} and {@code .pem} files, but not those of authorities. */
    public static PartyCertificates in(Path folder) {
        return new PartyCertificates(folder);
    }

    private record IssuerAndSerial(DistinguishedName issuer, BigInteger serial) {}

    private record Index(
            Map<Path, String> files,
            Map<IssuerAndSerial, X509Certificate> bySerial,
            Map<String, X509Certificate> byKey,
            Map<String, X509Certificate> byThumbprint) {}

    /** Gives the one of an issuer, named as any tool prints it, and a serial number; none where the issuer is no name. */
    public Optional<X509Certificate> byIssuerAndSerial(String issuer, BigInteger serial) {
        try {
            IssuerAndSerial name = new IssuerAndSerial(DistinguishedName.parse(issuer), serial);
            Optional<X509Certificate> found = find(known -> known.bySerial().get(name));
            if (found.isEmpty()) {
                tellWhichIsAlmostNamed(name);
            }
            return found;
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Gives the one that is valid longest, where a renewed certificate has the same key. */
    public Optional<X509Certificate> bySubjectKeyIdentifier(byte[] identifier) {
        String key = HexFormat.of().formatHex(identifier);
        return find(known -> known.byKey().get(key));
    }

    /** Gives the one of a thumbprint of WS-Security, which is SHA-1: it finds a certificate and proves nothing. */
    public Optional<X509Certificate> byThumbprint(byte[] sha1) {
        String thumbprint = HexFormat.of().formatHex(sha1);
        return find(known -> known.byThumbprint().get(thumbprint));
    }

    /** To the operator, once for each certificate, so that nobody who is not yet verified fills the log. */
    private void tellWhichIsAlmostNamed(IssuerAndSerial name) {
        index.bySerial().forEach((known, certificate) -> {
            if (known.serial().equals(name.serial()) && known.issuer().resembles(name.issuer()) && told.add(known)) {
                LOG.warn(
                        "a message names the issuer of the party certificate with the serial number {}, but for case, width"
                                + " or white space, which count; it is not taken for that one",
                        known.serial());
            }
        });
    }

    private Optional<X509Certificate> find(Function<Index, @Nullable X509Certificate> search) {
        X509Certificate found = search.apply(index);
        if (found == null && folder != null) {
            look();
            found = search.apply(index);
        }
        return Optional.ofNullable(found);
    }

    private synchronized void look() {
        long now = System.nanoTime();
        if (lookedAt != 0 && now - lookedAt < PAUSE_NANOS) {
            return;
        }
        lookedAt = now;
        try {
            Map<Path, String> files = files();
            if (!files.equals(index.files())) {
                index = read(files);
                LOG.info("{} party certificates are known", index.byThumbprint().size());
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot look into the party certificates' folder {}", folder, e);
        }
    }

    /** The certificate files, each with what changes when it is written. */
    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : (Iterable<Path>) entries::iterator) {
                if (file.toString().matches(".*\\.(crt|cer|pem)") && Files.isRegularFile(file)) {
                    files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            }
        }
        return files;
    }

    private static Index read(Map<Path, String> files) {
        Index index = new Index(files, new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Path file : files.keySet()) {
            try (InputStream in = Files.newInputStream(file)) {
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    add((X509Certificate) certificate, index);
                }
            } catch (IOException | CertificateException e) {
                LOG.warn("{} holds no certificate; it is left out", file);
            }
        }
        return index;
    }

    private static void add(X509Certificate certificate, Index index) {
        if (certificate.getBasicConstraints() >= 0) {
            return;
        }
        index.bySerial()
                .put(
                        new IssuerAndSerial(
                                DistinguishedName.of(certificate.getIssuerX500Principal()),
                                certificate.getSerialNumber()),
                        certificate);
        try {
            index.byThumbprint()
                    .put(
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded())),
                            certificate);
            index.byKey()
                    .merge(HexFormat.of().formatHex(keyIdentifier(certificate)), certificate, PartyCertificates::later);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was parsed has a digest", e);
        }
    }

    private static X509Certificate later(X509Certificate one, X509Certificate other) {
        return one.getNotAfter().toInstant().isAfter(other.getNotAfter().toInstant()) ? one : other;
    }

    /** RFC 5280, section 4.2.1.2: the extension, or the SHA-1 of the key where there is none. */
    private static byte[] keyIdentifier(X509Certificate certificate) throws GeneralSecurityException {
        byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
        if (extension != null) {
            try {
                return ASN1OctetString.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
                        .getOctets();
            } catch (IOException e) {
                throw new CertificateException(e);
            }
        }
        return new JcaX509ExtensionUtils()
                .createSubjectKeyIdentifier(certificate.getPublicKey())
                .getKeyIdentifier();
    }
}
