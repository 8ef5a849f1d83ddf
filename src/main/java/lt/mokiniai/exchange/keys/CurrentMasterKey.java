package lt.mokiniai.exchange.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The master key of this node, and whether it is the one that the keys in the database are wrapped by. The table {@code
 * master_key} holds a check value of that one; whoever makes or wraps a key holds its row, so no key is ever made under
 * another master key than the rest. A node whose master key was replaced in the database reads its file anew.
 */
@Component
@EnableConfigurationProperties(KeyProperties.class)
class CurrentMasterKey {

    /** Held by whoever makes keys or wraps them anew. */
    static final String LOCK = "SELECT key_check FROM master_key WHERE id = 1 FOR UPDATE";

    private static final Logger LOG = LoggerFactory.getLogger(CurrentMasterKey.class);
    private static final String SETTING = "mokiniai.key.master";

    private static final String FIND = "SELECT key_check, stored_keys,"
            + " (SELECT COUNT(*) FROM stored_key) AS there FROM master_key WHERE id = 1";

    private static final String INSERT =
            "INSERT INTO master_key (id, key_check, stored_keys, since) VALUES (1, ?, ?, ?)";

    private final Path file;
    private final JdbcClient jdbc;
    private final ExchangeTransactions transactions;
    private final Clock clock;
    private volatile MasterKey key;

    /** The row, with how many keys of their own were ever made, and how many are there. */
    private record Row(byte[] check, int made, int there) {}

    /** @throws IllegalStateException that says what to do, when the keys in the database are not to be used with it */
    CurrentMasterKey(KeyProperties properties, JdbcClient jdbc, ExchangeTransactions transactions, Clock clock) {
        this.file = properties.masterFile();
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.key = MasterKey.load(file, SETTING);
        Row row = row();
        if (!fits(row.check())) {
            throw new IllegalStateException(wrong());
        }
        if (row.there() < row.made()) {
            throw new IllegalStateException("Of " + row.made() + " rows that were made in the table stored_key "
                    + row.there() + " are there. Put them back from a backup: with other keys every pseudonym would"
                    + " change, and what requests have delivered would be delivered again.");
        }
    }

    /** Opens a key; one that was wrapped by a new master key is opened when this node's file holds that. */
    Optional<SecretKey> open(WrappedKey row) {
        MasterKey used = key;
        return row.open(used).or(() -> isRight() && !used.equals(key) ? row.open(key) : Optional.empty());
    }

    /** Looks whether this node has the master key of the database; where that was replaced, the file is read anew. */
    boolean isRight() {
        try {
            return fits(row().check());
        } catch (IllegalStateException emptiedTable) {
            return false;
        }
    }

    /** Looks whether this node has the master key that keys were wrapped by when they were read. */
    boolean isRightFor(WrappedKey.Rows keys) {
        return keys.masterCheck().map(this::fits).orElseGet(this::isRight);
    }

    /** Says that it is not, and what to do. */
    String wrong() {
        return "The master key in " + file + " is not the one that the keys in the database are wrapped by."
                + " Put the right one there: the file of the other nodes or of the backup; after 'key rotate' the new"
                + " one. Nothing was changed in the database.";
    }

    /**
     * Makes keys: in a transaction of its own, while nobody else makes keys or wraps them anew.
     *
     * @throws IllegalStateException when this node's master key is not that of the database
     */
    <T> T make(Function<MasterKey, T> work) {
        return transactions.apart(() -> {
            Optional<byte[]> check =
                    jdbc.sql(LOCK).query((row, number) -> row.getBytes(1)).optional();
            if (check.filter(this::fits).isEmpty()) {
                throw new IllegalStateException(wrong());
            }
            return work.apply(key);
        });
    }

    private Row row() {
        return find().orElseGet(this::begin);
    }

    private Optional<Row> find() {
        return jdbc.sql(FIND)
                .query((row, number) ->
                        new Row(row.getBytes("key_check"), row.getInt("stored_keys"), row.getInt("there")))
                .optional();
    }

    /** Notes this node's key as that of the database; keys that are there already must be wrapped by it. */
    private Row begin() {
        List<WrappedKey> keys = WrappedKey.all(jdbc);
        if (keys.stream().anyMatch(wrapped -> wrapped.open(key).isEmpty())) {
            throw new IllegalStateException(wrong());
        }
        long stored = keys.stream().filter(StoredKeys::isOne).count();
        try {
            transactions.apart(() -> jdbc.sql(INSERT)
                    .params(key.check(), stored, clock.instant().atOffset(ZoneOffset.UTC))
                    .update());
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // Theirs is compared with ours.
        }
        return find().orElseThrow();
    }

    private synchronized boolean fits(byte[] check) {
        if (key.fits(check)) {
            return true;
        }
        Optional<MasterKey> replaced = fromFile().filter(read -> read.fits(check));
        replaced.ifPresent(read -> {
            key = read;
            LOG.info("The master key was replaced; the new one is read from {}", file);
        });
        return replaced.isPresent();
    }

    /** Gives nothing while the file cannot be read, or is half written. */
    private Optional<MasterKey> fromFile() {
        try {
            return Optional.of(MasterKey.load(file, SETTING));
        } catch (RuntimeException notNow) {
            return Optional.empty();
        }
    }
}
