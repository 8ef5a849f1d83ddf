package mokiniai.bench.rivals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import lt.mokiniai.platform.trust.CryptoProvider;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * How a rival is started.
 *
 * @param isTuned whether keys, certificates and the provider are what a careful team would choose
 * @param answer that it gives
 * @param crypto its keys, and whom it trusts
 * @param alias of the key that signs
 */
record Terms(boolean isTuned, RecordedAnswer answer, Merlin crypto, String alias) {

    static final String PASSWORD = "demo";

    /** Whose certificates are taken, of those that the authority issued (no comma: WSS4J parts a list there). Without it WSS4J warns of each request. */
    static final String SIGNERS = ".*C=LT.*";

    /** Reads {@code stock|tuned}, the folder of the keys, and the file of the answer. */
    static Terms read(String[] arguments)
            throws IOException, GeneralSecurityException, WSSecurityException, SAXException, JAXBException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        boolean isTuned = arguments[0].equals("tuned");
        if (isTuned) {
            CryptoProvider.install();
        }
        Path folder = Path.of(arguments[1]);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("register.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(folder.resolve("ca.crt"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        Merlin crypto = isTuned ? new CachedMerlin() : new Merlin();
        crypto.setKeyStore(keys);
        crypto.setTrustStore(trusted);
        return new Terms(isTuned, RecordedAnswer.read(Path.of(arguments[2])), crypto, isTuned ? "ec" : "rsa");
    }

    String signatureAlgorithm() {
        return isTuned ? WSConstants.ECDSA_SHA256 : WSConstants.RSA_SHA256;
    }
}
