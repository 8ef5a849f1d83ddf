package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.Fork;
import lt.mokiniai.system.Parties.Signer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** TLS of a register on this machine, as an operator sets it up with PEM files, and clients of it. */
final class TestTls {

    private static final char[] PASSWORD = "test".toCharArray();

    private final Register register;
    private final Path folder = Fork.folder("exchange/tls");
    private final X509Certificate server;

    private TestTls(Register register) {
        this.register = register;
        try {
            Files.createDirectories(folder);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            this.server = ofLocalhost(pair);
            Files.writeString(folder.resolve("tls.crt"), pem("CERTIFICATE", server.getEncoded()));
            Files.writeString(
                    folder.resolve("tls.key"),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    folder.resolve("trusted.crt"),
                    Files.readString(register.demoFolder().resolve("ca.crt"))
                            + "\n"
                            + Files.readString(Fork.folder("exchange/silent-authority.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the files of a register that trusts the authorities of another one's parties. */
    static TestTls in(Register register) {
        return new TestTls(register);
    }

    String certificate() {
        return folder.resolve("tls.crt").toString();
    }

    String key() {
        return folder.resolve("tls.key").toString();
    }

    String trusted() {
        return folder.resolve("trusted.crt").toString();
    }

    /** A client without a certificate. */
    HttpClient client() {
        return client(new KeyManager[0]);
    }

    /** A client that shows the certificate of a signer. */
    HttpClient clientOf(String name) {
        try {
            Signer signer = register.parties().signer(name);
            KeyStore store = empty();
            store.setKeyEntry("client", signer.key(), PASSWORD, new Certificate[] {signer.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            return client(keys.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts the register's certificate, and has none. */
    SSLContext context() {
        return context(new KeyManager[0]);
    }

    private HttpClient client(KeyManager[] keys) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context(keys))
                .build();
    }

    private SSLContext context(KeyManager[] keys) {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("server", server);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate ofLocalhost(KeyPair pair)
            throws CertIOException, OperatorCreationException, GeneralSecurityException {
        X500Principal name = new X500Principal("CN=localhost");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(2))),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(String kind, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
