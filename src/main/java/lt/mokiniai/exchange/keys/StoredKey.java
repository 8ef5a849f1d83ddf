package lt.mokiniai.exchange.keys;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A random key that the database keeps, for one purpose; it outlives every master key. */
public final class StoredKey {

    private volatile WrappedKey seen;
    private final Hmac hmac;
    private volatile boolean lost;

    StoredKey(WrappedKey row, SecretKey key) {
        this.seen = row;
        this.hmac = new Hmac(key.getEncoded());
    }

    /**
     * Gives HMAC-SHA256 over texts, 32 bytes; no two lists of texts are the same to it.
     *
     * @throws IllegalStateException while the key is not in the database any more
     */
    public byte[] mac(String... texts) {
        return keyed("mac").of(texts);
    }

    /**
     * Gives a key for AES-256 that is derived from this one and texts.
     *
     * @throws IllegalStateException while the key is not in the database any more
     */
    public SecretKey derived(String... texts) {
        return new SecretKeySpec(keyed("derived").of(texts), "AES");
    }

    /** Gives HMAC-SHA256 by a key that is derived from this one and texts, for many texts of one kind. */
    Hmac keyed(String... texts) {
        if (lost) {
            throw new IllegalStateException("the key '" + name() + "' is not in the database any more");
        }
        return new Hmac(hmac.of(texts));
    }

    String name() {
        return seen.name();
    }

    /** Looks whether a row holds this key, and remembers it: a key that does not is not used until one does. */
    boolean isIn(Optional<WrappedKey> row, boolean isMasterRight, CurrentMasterKey master) {
        Optional<WrappedKey> same = row.filter(seen::isSameKey)
                // Wrapped anew; without the master key of now it cannot be said how well.
                .filter(found -> found.isSameRow(seen)
                        || !isMasterRight
                        || master.open(found).isPresent());
        if (isMasterRight) {
            same.ifPresent(found -> seen = found);
        }
        lost = same.isEmpty();
        return !lost;
    }
}
