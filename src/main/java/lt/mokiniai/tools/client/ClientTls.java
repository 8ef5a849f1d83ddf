package lt.mokiniai.tools.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import lt.mokiniai.platform.trust.SigningKey;
import org.jspecify.annotations.Nullable;

/** What a connection of a client is made with. */
public final class ClientTls {

    /** Of a store that is in memory alone. */
    private static final char[] NO_PASSWORD = new char[0];

    private ClientTls() {}

    /**
     * Gives what a connection is made with.
     *
     * @param key shown to the server where it asks for a certificate
     * @param authorities the file of those that the server is trusted by; none for Java's own
     * @throws IOException when the file of authorities is not there or holds no certificate
     */
    public static SSLContext context(SigningKey key, @Nullable Path authorities) throws IOException {
        try {
            KeyStore own = emptyStore();
            own.setKeyEntry("own", key.key(), NO_PASSWORD, new Certificate[] {key.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), authorities == null ? null : trust(authorities), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can make a TLS context", e);
        }
    }

    private static TrustManager[] trust(Path file) throws IOException, GeneralSecurityException {
        KeyStore trusted = emptyStore();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority" + trusted.size(), certificate);
            }
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificate in PEM or DER", e);
        }
        if (trusted.size() == 0) {
            throw new IOException(file + " holds no certificate in PEM or DER");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /** Says why a connection was not made. */
    static String why(SSLException failure) {
        String wrong = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return "the server's certificate is of no authority that is trusted; name it with --tls-ca FILE";
            }
            if (cause instanceof CertificateException) {
                wrong = "the server's certificate is not taken: " + cause.getMessage();
            }
        }
        return wrong;
    }
}
