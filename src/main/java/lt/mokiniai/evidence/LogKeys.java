package lt.mokiniai.evidence;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGenerator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log's data keys, one a month: a term of keeping is ended by emptying a month's key in its row (design,
 * evidence.md); a node that has used the key forgets it when it is started anew. They
 * live in the database, wrapped by the master key, so that every node has the same.
 */
@Component
class LogKeys {

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final MasterKey master;
    private final Map<String, Key> known = new ConcurrentHashMap<>();

    LogKeys(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, MasterKey master) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        // A key that two nodes make at once must not undo the exchange that asked for it.
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.master = master;
    }

    /** Gives the month whose key an exchange received at this time is kept under. */
    static String monthOf(Instant receivedAt) {
        return YearMonth.from(receivedAt.atOffset(ZoneOffset.UTC)).toString();
    }

    /** Gives a month's key, made at its first use; so ask once before a transaction holds a connection. */
    Key of(String month) {
        Key key = known.get(month);
        if (key == null) {
            key = find(month).orElseGet(() -> make(month));
            known.put(month, key);
        }
        return key;
    }

    private Optional<Key> find(String month) {
        return jdbc.sql("SELECT wrapped_key FROM log_key WHERE key_month = ?")
                .param(month)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .map(wrapped -> unwrapped(wrapped.orElseThrow(() -> new IllegalStateException(
                        "the key of " + month + " was destroyed; what was logged then cannot be read any more"))));
    }

    private Key make(String month) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            byte[] wrapped = master.wrap(generator.generateKey());
            ownTransaction.executeWithoutResult(
                    status -> jdbc.sql("INSERT INTO log_key (key_month, wrapped_key, created_at) VALUES (?, ?, ?)")
                            .params(month, wrapped, clock.instant().atOffset(ZoneOffset.UTC))
                            .update());
        } catch (DuplicateKeyException anotherNodeMadeIt) {
            // Theirs is as good as ours, and it is the one that stands.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key of the log cannot be made", e);
        }
        return find(month).orElseThrow();
    }

    private Key unwrapped(byte[] wrapped) {
        try {
            return master.unwrap(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key of the log does not open with this master key", e);
        }
    }
}
