package example;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.wss4j.common.crypto.Merlin;

/** The own key, and the certificates of the register, as CXF takes them: five properties of the request context. */
record Keys(KeyStore own, String alias, KeyStore register) {

    private static final char[] PASSWORD = "demo".toCharArray();

    /** @param folder with {@code PARTY.p12} and {@code register.crt} */
    static Keys of(String folder, String party) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = new FileInputStream(folder + "/" + party + ".p12")) {
            own.load(file, PASSWORD);
        }
        KeyStore register = KeyStore.getInstance("PKCS12");
        register.load(null, null);
        try (InputStream file = new FileInputStream(folder + "/register.crt")) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                register.setCertificateEntry("register-" + register.size(), one);
            }
        }
        return new Keys(own, own.aliases().nextElement(), register);
    }

    void use(Map<String, Object> context) throws GeneralSecurityException {
        Merlin signing = new Merlin();
        signing.setKeyStore(own);
        context.put(SecurityConstants.SIGNATURE_CRYPTO, signing);
        context.put(SecurityConstants.SIGNATURE_USERNAME, alias);
        context.put(SecurityConstants.SIGNATURE_PASSWORD, new String(PASSWORD));
        // Answers must be signed by one of these very certificates. CXF looks for them under 'encryption'.
        Merlin trusted = new Merlin();
        trusted.setTrustStore(register);
        context.put(SecurityConstants.ENCRYPT_CRYPTO, trusted);
        // Without this CXF signs with RSA-SHA1, whatever the suite of the policy says. The suite is written for RSA, and
        // WS-SecurityPolicy has no word for ECDSA, so the key decides.
        boolean elliptic = own.getKey(alias, PASSWORD).getAlgorithm().equals("EC");
        context.put(
                SecurityConstants.ASYMMETRIC_SIGNATURE_ALGORITHM,
                elliptic ? AnswerAlgorithm.ECDSA : AnswerAlgorithm.RSA);
    }
}
