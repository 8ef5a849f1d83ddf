package lt.mokiniai.exchange.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import lt.mokiniai.platform.database.ConnectionLimits;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Replaces the master key: every key in the database is wrapped anew, in one transaction, while no node makes keys. No
 * key changes, so nodes go on with those that they have; each takes the new master key when it stands in its file.
 */
public final class KeyRotation {

    /**
     * What was wrapped anew.
     *
     * @param months keys of months of the log
     * @param stored keys of their own
     */
    public record Rotated(int months, int stored) {}

    private final JdbcClient jdbc;
    private final ExchangeTransactions transactions;
    private final Clock clock;

    /**
     * Rotates keys within the limits of time that the service has.
     *
     * @param database the register's
     */
    public KeyRotation(DataSource database, DatabaseProperties limits, Clock clock) {
        this.jdbc = JdbcClient.create(new ConnectionLimits(limits).template(database));
        this.transactions = new ExchangeTransactions(new JdbcTransactionManager(database), limits);
        this.clock = clock;
    }

    /**
     * Wraps all keys by another master key.
     *
     * @param from the file of the master key of now
     * @param to the file of the next one
     * @throws IllegalArgumentException when a file holds no key, or both hold one and the same
     * @throws IllegalStateException when the keys in the database are not wrapped by the first; nothing is changed then
     * @throws DataAccessException when the database cannot be used, or is not the register's; nothing is changed then
     */
    public Rotated rotate(Path from, Path to) {
        MasterKey old = MasterKey.load(from, "The master key of now");
        MasterKey next = MasterKey.load(to, "The next master key");
        if (old.fits(next.check())) {
            throw new IllegalArgumentException(from + " and " + to + " hold the same key");
        }
        return transactions.whole(() -> rotate(old, next, from));
    }

    private Rotated rotate(MasterKey old, MasterKey next, Path from) {
        byte[] check = jdbc.sql(CurrentMasterKey.LOCK)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no master key is known in this database: start a node"));
        if (next.fits(check)) {
            throw new IllegalStateException("the keys in the database are wrapped by the next master key already");
        }
        if (!old.fits(check)) {
            throw new IllegalStateException(
                    "the keys in the database are not wrapped by the master key in " + from + "; nothing was changed");
        }
        List<WrappedKey> keys = WrappedKey.all(jdbc);
        keys.forEach(key -> wrap(key, old, next));
        jdbc.sql("UPDATE master_key SET key_check = ?, since = ? WHERE id = 1")
                .params(next.check(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        int stored = (int) keys.stream().filter(StoredKeys::isOne).count();
        return new Rotated(keys.size() - stored, stored);
    }

    private void wrap(WrappedKey key, MasterKey old, MasterKey next) {
        SecretKey opened = key.open(old)
                .orElseThrow(
                        () -> new IllegalStateException("the key '" + key.name() + "' does not open with the master"
                                + " key of now; nothing was changed. Put its row back from a backup; a past month's, where its"
                                + " messages need not be read any more, may be emptied (wrapped_key = NULL)"));
        String update = StoredKeys.isOne(key) ? StoredKeys.REWRAP : LogKeys.REWRAP;
        jdbc.sql(update).params(next.wrap(opened), key.id()).update();
    }
}
