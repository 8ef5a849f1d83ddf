package lt.mokiniai.security;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that the register signs its answers with: one on an elliptic curve, and one of RSA for old clients. */
public final class RegisterKeys {

    private static final String EC = "EC";

    private final Map<String, SigningKey> keys;

    private RegisterKeys(Map<String, SigningKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads the keys {@code ec} and {@code rsa} of a PKCS#12 file; {@code rsa} may be absent.
     *
     * @throws IllegalArgumentException when the file cannot be read, has no {@code ec}, or a key is of another kind
     */
    public static RegisterKeys load(Path pkcs12, char[] password) {
        KeyStore store = SigningKey.open(pkcs12, password);
        Map<String, SigningKey> keys = new HashMap<>();
        for (String algorithm : Set.of(EC, "RSA")) {
            String alias = algorithm.toLowerCase(Locale.ROOT);
            if (!SigningKey.isKey(store, alias)) {
                continue;
            }
            SigningKey key = SigningKey.of(store, alias, password, pkcs12);
            if (!algorithm.equals(key.certificate().getPublicKey().getAlgorithm())) {
                throw new IllegalArgumentException(
                        "the key '" + alias + "' of " + pkcs12 + " must be of the kind " + algorithm);
            }
            keys.put(algorithm, key);
        }
        if (!keys.containsKey(EC)) {
            throw new IllegalArgumentException(pkcs12 + " must hold a key 'ec'");
        }
        return new RegisterKeys(keys);
    }

    /**
     * Gives the key of a kind, {@code EC} or {@code RSA}.
     *
     * @throws IllegalArgumentException when the register has none
     */
    public SigningKey forAlgorithm(String algorithm) {
        SigningKey key = keys.get(algorithm);
        if (key == null) {
            throw new IllegalArgumentException("the register has no key of the kind " + algorithm);
        }
        return key;
    }

    /** The certificates of the register's keys. */
    public Set<X509Certificate> certificates() {
        return keys.values().stream().map(SigningKey::certificate).collect(Collectors.toUnmodifiableSet());
    }
}
