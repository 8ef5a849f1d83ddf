package lt.mokiniai.exchange.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A random key of 32 bytes as it stands in the database.
 *
 * @param name what the key is, such as {@code log 2026-11}
 * @param wrapped the key, wrapped by the master key; nothing where it was destroyed
 * @param check a digest by the key of its name: it tells, without the master key, whether two rows hold one key, and
 *     that no row holds the key of another
 */
record WrappedKey(String name, byte @Nullable [] wrapped, byte[] check) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** Makes a key. */
    static WrappedKey make(MasterKey master, String name) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        SecretKey key = new SecretKeySpec(bytes, "AES");
        return new WrappedKey(name, master.wrap(key), checkOf(key, name));
    }

    /** Reads the columns {@code wrapped_key} and {@code key_check}. */
    static WrappedKey read(String name, ResultSet row) throws SQLException {
        return new WrappedKey(name, row.getBytes("wrapped_key"), row.getBytes("key_check"));
    }

    /**
     * All keys in the database as they are at one moment, with the check value of the master key that they are wrapped by:
     * one statement sees no half of a rotation, and needs no lock for it.
     *
     * @param named each by its name
     */
    record Rows(Map<String, WrappedKey> named) {

        private static final String MASTER = "master";
        private static final String FIND = "SELECT '" + MASTER + "' AS name, key_check AS wrapped_key, key_check"
                + " FROM master_key WHERE id = 1"
                + " UNION ALL SELECT 'log ' || key_month, wrapped_key, key_check FROM log_key"
                + " UNION ALL SELECT 'stored ' || name, wrapped_key, key_check FROM stored_key";

        static Rows in(JdbcClient jdbc) {
            return new Rows(jdbc.sql(FIND).query((row, number) -> read(row.getString("name"), row)).list().stream()
                    .collect(Collectors.toMap(WrappedKey::name, Function.identity())));
        }

        /** Nothing where no node has noted its master key yet, or the table was emptied. */
        Optional<byte[]> masterCheck() {
            return named(MASTER).map(WrappedKey::check);
        }

        Optional<WrappedKey> named(String name) {
            return Optional.ofNullable(named.get(name));
        }
    }

    /** Gives all that are there: months by the names {@code log …}, keys of their own by {@code stored …}. */
    static List<WrappedKey> all(JdbcClient jdbc) {
        return jdbc.sql("SELECT 'log ' || key_month AS name, wrapped_key, key_check FROM log_key"
                        + " WHERE wrapped_key IS NOT NULL"
                        + " UNION ALL SELECT 'stored ' || name, wrapped_key, key_check FROM stored_key")
                .query((row, number) -> read(row.getString("name"), row))
                .list();
    }

    /** The name without what it begins with: the key of the row. */
    String id() {
        return name.substring(name.indexOf(' ') + 1);
    }

    boolean isDestroyed() {
        return wrapped == null;
    }

    /** Gives the key; nothing where it was destroyed, changed, or wrapped by another master key. */
    Optional<SecretKey> open(MasterKey master) {
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            SecretKey key = master.unwrap(wrapped);
            return Optional.of(key).filter(opened -> isCheckOf(opened));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Whether both hold one key, in whatever wrapping. */
    boolean isSameKey(WrappedKey other) {
        return !isDestroyed() && !other.isDestroyed() && MessageDigest.isEqual(check, other.check);
    }

    /** Whether both are the same to the byte. */
    boolean isSameRow(WrappedKey other) {
        return isSameKey(other) && Arrays.equals(wrapped, other.wrapped);
    }

    private boolean isCheckOf(SecretKey key) {
        return MessageDigest.isEqual(checkOf(key, name), check);
    }

    private static byte[] checkOf(SecretKey key, String name) {
        return new Hmac(key.getEncoded()).of("check", name);
    }

    /** Shows no key, wrapped or not. */
    @Override
    public String toString() {
        return "WrappedKey[" + name + "]";
    }
}
