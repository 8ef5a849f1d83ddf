package lt.mokiniai.platform.trust;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys that the register signs its answers with: one on an elliptic curve, and one of RSA for old clients. None signs
 * before its certificate is valid, or after.
 */
public final class RegisterKeys {

    private final Map<KeyAlgorithm, SigningKey> keys;
    private final Clock clock;

    private RegisterKeys(Map<KeyAlgorithm, SigningKey> keys, Clock clock) {
        this.keys = Map.copyOf(keys);
        this.clock = clock;
    }

    /**
     * Reads the keys {@code ec} and {@code rsa} of a PKCS#12 file; {@code rsa} may be absent.
     *
     * @param clock the time by which certificates are judged
     * @throws IllegalArgumentException when the file cannot be read, has no {@code ec}, a key is of another kind or not
     *     that of its certificate, or a certificate is not valid now
     */
    public static RegisterKeys load(Path pkcs12, char[] password, Clock clock) {
        KeyStore store = SigningKey.open(pkcs12, password);
        Map<KeyAlgorithm, SigningKey> keys = new EnumMap<>(KeyAlgorithm.class);
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            String alias = algorithm.alias();
            if (!SigningKey.isKey(store, alias)) {
                continue;
            }
            SigningKey key = SigningKey.of(store, alias, password, pkcs12);
            if (!algorithm.name().equals(key.certificate().getPublicKey().getAlgorithm())) {
                throw new IllegalArgumentException(
                        "the key '" + alias + "' of " + pkcs12 + " must be of the kind " + algorithm);
            }
            keys.put(algorithm, key);
        }
        if (!keys.containsKey(KeyAlgorithm.EC)) {
            throw new IllegalArgumentException(pkcs12 + " must hold a key 'ec'");
        }
        RegisterKeys loaded = new RegisterKeys(keys, clock);
        loaded.problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem + "; it stands in " + pkcs12 + ". Put one there that is valid"
                    + " now. The key 'rsa' may be left out where no contract asks for it.");
        });
        return loaded;
    }

    /**
     * Finds out that there is a key of a kind.
     *
     * @throws IllegalArgumentException when the register has none
     */
    public SigningKey forAlgorithm(KeyAlgorithm algorithm) {
        SigningKey key = keys.get(algorithm);
        if (key == null) {
            throw new IllegalArgumentException("the register has no key of the kind " + algorithm);
        }
        return key;
    }

    /**
     * Gives the key of a kind, to sign with now.
     *
     * @throws IllegalArgumentException when the register has none
     * @throws IllegalStateException when its certificate is not valid now
     */
    public SigningKey signing(KeyAlgorithm algorithm) {
        SigningKey key = forAlgorithm(algorithm);
        problem(algorithm, key).ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        return key;
    }

    /** The certificates of the register's keys. */
    public Set<X509Certificate> certificates() {
        return keys.values().stream().map(SigningKey::certificate).collect(Collectors.toUnmodifiableSet());
    }

    /** Says which certificate is not valid now. */
    Optional<String> problem() {
        return new TreeMap<>(keys)
                .entrySet().stream()
                        .flatMap(entry -> problem(entry.getKey(), entry.getValue()).stream())
                        .findFirst();
    }

    /** Tells when the first of the certificates ends. */
    Instant end() {
        return keys.values().stream()
                .map(key -> key.certificate().getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<String> problem(KeyAlgorithm algorithm, SigningKey key) {
        Instant now = clock.instant();
        Instant from = key.certificate().getNotBefore().toInstant();
        Instant until = key.certificate().getNotAfter().toInstant();
        String certificate = "The certificate of the register's key '" + algorithm.alias() + "' ";
        if (now.isBefore(from)) {
            return Optional.of(certificate + "is not valid before " + from.atOffset(ZoneOffset.UTC));
        }
        return now.isAfter(until)
                ? Optional.of(certificate + "ended on " + until.atOffset(ZoneOffset.UTC))
                : Optional.empty();
    }
}
