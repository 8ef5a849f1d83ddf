package lt.mokiniai.exchange.security;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.platform.trust.SigningKey;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A small world of certificates, made anew in each run: an authority, the register, parties good and bad, and a
 * stranger's authority. What is valid is so from 2020 to 2099, so that any test's clock will do.
 */
@SuppressWarnings("JavaUtilDate")
public final class TestPki {

    public static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    public static final Instant TO = Instant.parse("2099-01-01T00:00:00Z");
    public static final int SIGNATURES = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    private static final String SHA256 = "SHA256";
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    /** The authority that everybody trusts. */
    public static final Pair AUTHORITY = authority("CN=Test Authority,O=Test,C=LT");

    /** An authority that nobody trusts. */
    public static final Pair STRANGER = authority("CN=Stranger Authority,O=Elsewhere,C=XX");

    /** An authority that is trusted, but has no revocation list. */
    public static final Pair SILENT = authority("CN=Silent Authority,O=Test,C=LT");

    public static final Pair REGISTER_EC = party("CN=register", ec("secp256r1"));
    public static final Pair REGISTER_RSA = party("CN=register", rsa(2048));
    public static final Pair PARTY = party("CN=party,O=Vilnius,C=LT", ec("secp256r1"));
    public static final Pair PARTY_P384 = party("CN=party p384", ec("secp384r1"));
    public static final Pair PARTY_RSA = party("CN=party rsa", rsa(2048));
    public static final Pair PARTY_RSA_1024 = party("CN=party short", rsa(1024));
    public static final Pair PARTY_P521 = party("CN=party p521", ec("secp521r1"));
    public static final Pair REVOKED = party("CN=revoked", ec("secp256r1"));
    public static final Pair UNLISTED = issue("CN=of the silent", ec("secp256r1"), SILENT, FROM, TO, SIGNATURES, false);
    public static final Pair OF_A_STRANGER =
            issue("CN=party,O=Vilnius,C=LT", ec("secp256r1"), STRANGER, FROM, TO, SIGNATURES, false);
    public static final Pair FOR_ENCRYPTION =
            issue("CN=encryption", ec("secp256r1"), AUTHORITY, FROM, TO, KeyUsage.keyAgreement, false);
    public static final Pair EXPIRED = issue(
            "CN=expired", ec("secp256r1"), AUTHORITY, FROM, Instant.parse("2021-01-01T00:00:00Z"), SIGNATURES, false);
    public static final Pair NOT_YET_VALID = issue(
            "CN=not yet", ec("secp256r1"), AUTHORITY, Instant.parse("2098-01-01T00:00:00Z"), TO, SIGNATURES, false);

    private TestPki() {}

    /** A key and the certificate of its public half. */
    public record Pair(PrivateKey key, X509Certificate certificate) {

        /** Gives it as what messages are signed with. */
        public SigningKey signing() {
            return new SigningKey(key, certificate);
        }
    }

    /** Makes a self-signed authority. */
    public static Pair authority(String name) {
        return issue(name, ec("secp256r1"), null, FROM, TO, KeyUsage.keyCertSign | KeyUsage.cRLSign, true);
    }

    /** Makes a certificate of {@link #AUTHORITY} that may sign messages. */
    public static Pair party(String name, KeyPair keys) {
        return issue(name, keys, AUTHORITY, FROM, TO, SIGNATURES, false);
    }

    /** Makes any certificate; self-signed where there is no issuer, without the extension where usage is 0. */
    public static Pair issue(
            String name, KeyPair keys, @Nullable Pair issuer, Instant from, Instant to, int usage, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer == null
                            ? new X500Principal(name)
                            : issuer.certificate().getSubjectX500Principal(),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(to),
                    new X500Principal(name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            if (usage != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            ContentSigner signer = signer(issuer == null ? keys.getPrivate() : issuer.key());
            return new Pair(keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a revocation list. */
    public static X509CRL crl(Pair issuer, Instant thisUpdate, Instant nextUpdate, Pair... revoked) {
        return crl(issuer, thisUpdate, nextUpdate, null, revoked);
    }

    static X509CRL crl(
            Pair issuer,
            Instant thisUpdate,
            Instant nextUpdate,
            @Nullable IssuingDistributionPoint point,
            Pair... revoked) {
        return crl(issuer, thisUpdate, nextUpdate, point, SHA256, revoked);
    }

    /** Makes a revocation list that is signed with a digest. */
    static X509CRL crl(
            Pair issuer,
            Instant thisUpdate,
            Instant nextUpdate,
            @Nullable IssuingDistributionPoint point,
            String digest,
            Pair... revoked) {
        try {
            JcaX509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(issuer.certificate().getSubjectX500Principal(), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            Arrays.stream(revoked)
                    .forEach(pair -> builder.addCRLEntry(
                            pair.certificate().getSerialNumber(), Date.from(thisUpdate), CRLReason.keyCompromise));
            if (point != null) {
                builder.addExtension(Extension.issuingDistributionPoint, true, point);
            }
            return new JcaX509CRLConverter().getCRL(builder.build(signer(issuer.key(), digest)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes certificates or revocation lists as PEM. */
    public static Path pem(Path file, Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
            writer.flush();
            return Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a PKCS#12 file of keys by alias. */
    public static Path keystore(Path file, String password, Map<String, Pair> keys) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Map.Entry<String, Pair> entry : keys.entrySet()) {
                store.setKeyEntry(entry.getKey(), entry.getValue().key(), password.toCharArray(), new Certificate[] {
                    entry.getValue().certificate()
                });
            }
            store.store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes an elliptic key. */
    public static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes an RSA key. */
    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return signer(key, SHA256);
    }

    private static ContentSigner signer(PrivateKey key, String digest) throws OperatorCreationException {
        return new JcaContentSignerBuilder(digest + ("RSA".equals(key.getAlgorithm()) ? "withRSA" : "withECDSA"))
                .build(key);
    }
}
