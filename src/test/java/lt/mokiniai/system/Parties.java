package lt.mokiniai.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Who signs: the parties of the demo, parties of contracts that only tests have, and people who should not sign. */
final class Parties {

    /** A key, and the certificate that goes with it. */
    record Signer(PrivateKey key, X509Certificate certificate) {}

    /**
     * What is different from one certificate to another.
     *
     * @param algorithm that the authority signs it with
     * @param usage of the key; the extension is left out where it is 0
     * @param purposes the extension is left out where there are none
     */
    record Profile(String curve, String algorithm, int usage, List<KeyPurposeId> purposes) {

        static final Profile USUAL = new Profile("secp256r1", "SHA256withECDSA", KeyUsage.digitalSignature, List.of());

        Profile onCurve(String other) {
            return new Profile(other, algorithm, usage, purposes);
        }

        Profile signedWith(String other) {
            return new Profile(curve, other, usage, purposes);
        }

        Profile forUsage(int other) {
            return new Profile(curve, algorithm, other, purposes);
        }

        Profile forPurposes(KeyPurposeId... others) {
            return new Profile(curve, algorithm, usage, List.of(others));
        }
    }

    private static final char[] PASSWORD = "demo".toCharArray();
    private static final AtomicLong SERIAL = new AtomicLong(1000);
    /** An authority that is trusted and publishes no revocation list. */
    private static final Signer SILENT = selfSigned("CN=Silent CA, C=LT", true);

    private final Path folder;
    private final Map<String, Signer> signers = new ConcurrentHashMap<>();

    Parties(Path folder) {
        this.folder = folder;
    }

    /** Gives the signer of a name: one of the demo's parties, one of {@link TestContracts}, or one described here. */
    Signer signer(String name) {
        return signers.computeIfAbsent(name, this::make);
    }

    /** Makes a signer whose subject is encoded as it is given, known by a name from now on. */
    void make(String name, X500Principal subject) {
        signers.put(name, issue(authority(), subject, 0, 365));
    }

    /** Makes a signer of the name of benefits, whose certificate is another than those of the demo. */
    void make(String name, Profile profile) {
        KeyPair pair = pair(profile.curve());
        String issuer = authority().certificate().getSubjectX500Principal().getName();
        X500Principal subject = new X500Principal(benefits());
        signers.put(
                name,
                new Signer(
                        pair.getPrivate(),
                        certificate(issuer, authority().key(), subject, pair, false, -1, 365, profile)));
    }

    private Signer make(String name) {
        return switch (name) {
            case "stranger" -> issue(selfSigned("CN=Demo CA, O=Pupils' Register demo, C=LT", true), benefits(), 0, 365);
            case "self-signed" -> selfSigned(benefits(), false);
            case "of the silent authority" -> issue(SILENT, benefits(), 0, 365);
            case "out of date" -> issue(authority(), benefits(), -20, -1);
            case "register" -> load("register.p12", "ec");
            case "stranger.p12" -> load("stranger.p12", "stranger");
            default ->
                Files.exists(folder.resolve(name + ".p12"))
                        ? load(name + ".p12", name)
                        : issue(authority(), "CN=" + name + ", O=Test party, C=LT", 0, 365);
        };
    }

    private static String benefits() {
        return "CN=benefits, O=State Benefits Fund (demo), C=LT";
    }

    private Signer authority() {
        return load("ca.p12", "ca");
    }

    private Signer load(String file, String alias) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return new Signer(
                    (PrivateKey) store.getKey(alias, PASSWORD), (X509Certificate) store.getCertificate(alias));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** Writes the certificate of the silent authority, for the register to trust. */
    static void writeSilentAuthority(Path file) {
        try {
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(SILENT.certificate().getEncoded())
                            + "\n-----END CERTIFICATE-----\n",
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signer selfSigned(String name, boolean authority) {
        KeyPair pair = pair();
        return new Signer(
                pair.getPrivate(),
                certificate(name, pair.getPrivate(), new X500Principal(name), pair, authority, -1, 365));
    }

    private static Signer issue(Signer authority, String subject, int fromDays, int toDays) {
        return issue(authority, new X500Principal(subject), fromDays, toDays);
    }

    private static Signer issue(Signer authority, X500Principal subject, int fromDays, int toDays) {
        KeyPair pair = pair();
        String issuer = authority.certificate().getSubjectX500Principal().getName();
        return new Signer(
                pair.getPrivate(), certificate(issuer, authority.key(), subject, pair, false, fromDays - 1, toDays));
    }

    private static X509Certificate certificate(
            String issuer,
            PrivateKey key,
            X500Principal subject,
            KeyPair pair,
            boolean authority,
            int fromDays,
            int toDays) {
        Profile profile = authority ? Profile.USUAL.forUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign) : Profile.USUAL;
        return certificate(issuer, key, subject, pair, authority, fromDays, toDays, profile);
    }

    private static X509Certificate certificate(
            String issuer,
            PrivateKey key,
            X500Principal subject,
            KeyPair pair,
            boolean authority,
            int fromDays,
            int toDays,
            Profile profile) {
        try {
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Principal(issuer),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(now.plus(Duration.ofDays(fromDays))),
                    Date.from(now.plus(Duration.ofDays(toDays))),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (profile.usage() != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.usage()));
            }
            if (!profile.purposes().isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new)));
            }
            X509Certificate made = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(profile.algorithm()).build(key)));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Objects.requireNonNull(made.getEncoded())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        return pair(Profile.USUAL.curve());
    }

    private static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
