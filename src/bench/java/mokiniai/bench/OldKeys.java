package mokiniai.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** RSA keys of 2048 bits, the shortest that are still in use, for one party and the register: the demo's are longer. */
final class OldKeys {

    private static final char[] PASSWORD = "demo".toCharArray();
    private static final int BITS = 2048;

    private final Path from;
    private final Path to;
    private final KeyStore authority;

    private OldKeys(Path from, Path to) throws IOException, GeneralSecurityException {
        this.from = from;
        this.to = to;
        this.authority = load(from.resolve("ca.p12"));
    }

    /** Makes them in a folder, beside the contracts of a demo, under the names of those of the demo. */
    static Keys of(Keys demo, String party, Path to) {
        try {
            Folders.remove(to);
            OldKeys keys = new OldKeys(demo.folder(), to);
            Folders.copy(demo.folder().resolve("contracts"), to.resolve("contracts"));
            Files.copy(demo.folder().resolve("ca.crt"), to.resolve("ca.crt"));
            keys.write(party + ".p12", party);
            keys.write("register.p12", "rsa");
            return new Keys(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String file, String alias)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X509Certificate known = (X509Certificate) load(from.resolve(file)).getCertificate(alias);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        Certificate certificate = certificate(known.getSubjectX500Principal(), known.getSerialNumber(), pair);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(alias, pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(to.resolve(file))) {
            store.store(out, PASSWORD);
        }
    }

    private Certificate certificate(X500Principal subject, BigInteger serial, KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Instant now = Instant.now();
        byte[] encoded = new JcaX509v3CertificateBuilder(
                        ((X509Certificate) authority.getCertificate("ca")).getSubjectX500Principal(),
                        serial,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(30))),
                        subject,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .build((PrivateKey) authority.getKey("ca", PASSWORD)))
                .getEncoded();
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
