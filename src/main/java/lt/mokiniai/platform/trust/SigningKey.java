package lt.mokiniai.platform.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import lt.mokiniai.platform.trust.rules.NamedCurve;
import lt.mokiniai.platform.trust.rules.TakenKeys;

/**
 * A private key and its certificate.
 *
 * @param key the private key
 * @param certificate the certificate of its public half
 */
public record SigningKey(PrivateKey key, X509Certificate certificate) {

    /** @throws IllegalArgumentException when messages are not signed with such a key (docs/messages.md, 'Signature') */
    public SigningKey {
        algorithm(certificate);
    }

    /**
     * Reads the only key of a PKCS#12 file.
     *
     * @throws IllegalArgumentException when the file cannot be read, or holds no key or several
     */
    public static SigningKey load(Path pkcs12, char[] password) {
        KeyStore store = open(pkcs12, password);
        try {
            List<String> aliases = Collections.list(store.aliases());
            aliases.removeIf(alias -> !isKey(store, alias));
            if (aliases.size() != 1) {
                throw new IllegalArgumentException(pkcs12 + " holds " + aliases.size() + " keys; name one of them");
            }
            return of(store, aliases.get(0), password, pkcs12);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot read " + pkcs12, e);
        }
    }

    /**
     * Reads a key of a PKCS#12 file.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds no key of this alias
     */
    public static SigningKey load(Path pkcs12, char[] password, String alias) {
        return of(open(pkcs12, password), alias, password, pkcs12);
    }

    static SigningKey of(KeyStore store, String alias, char[] password, Path file) {
        try {
            Key key = store.getKey(alias, password);
            if (!(key instanceof PrivateKey) || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
                throw new IllegalArgumentException(file + " holds no key '" + alias + "'");
            }
            // Translated once, so that the provider that signs need not do so for each signature.
            Key own = KeyFactory.getInstance(key.getAlgorithm()).translateKey(key);
            if (!isPair((PrivateKey) own, certificate)) {
                throw new IllegalArgumentException(
                        "the key '" + alias + "' of " + file + " is not the one that its certificate was issued for");
            }
            return new SigningKey((PrivateKey) own, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot read the key '" + alias + "' of " + file, e);
        }
    }

    /** Signs something and verifies it: that is what the two are for. */
    private static boolean isPair(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance("EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(certificate.getSignature());
            byte[] value = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(certificate.getSignature());
            return signature.verify(value);
        } catch (GeneralSecurityException cannotBeVerified) {
            return false;
        }
    }

    static KeyStore open(Path pkcs12, char[] password) {
        CryptoProvider.install();
        try (InputStream in = Files.newInputStream(pkcs12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot open " + pkcs12 + " with its password", e);
        }
    }

    static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the store is loaded", e);
        }
    }

    /** The identifier of the signature algorithm that goes with the key (RFC 9231). */
    public String algorithm() {
        return algorithm(certificate);
    }

    private static String algorithm(X509Certificate certificate) {
        if (!TakenKeys.signs(certificate.getPublicKey())) {
            throw new IllegalArgumentException("a signing key is RSA of 2048 bits and more, or EC on P-256 or P-384");
        }
        return "http://www.w3.org/2001/04/xmldsig-more#"
                + NamedCurve.of(certificate.getPublicKey())
                        .map(curve -> curve == NamedCurve.P384 ? "ecdsa-sha384" : "ecdsa-sha256")
                        .orElse("rsa-sha256");
    }

    /** Names the certificate only: a key does not belong into a log. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
