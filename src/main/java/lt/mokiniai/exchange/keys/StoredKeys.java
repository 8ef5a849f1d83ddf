package lt.mokiniai.exchange.keys;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys of their own: random, one a purpose, made once for all nodes and for ever, and kept in the database, wrapped by
 * the master key. What is computed by them stays the same when the master key is replaced.
 */
@Component
public class StoredKeys {

    /** Takes a wrapped key, and which. */
    static final String REWRAP = "UPDATE stored_key SET wrapped_key = ? WHERE name = ?";

    private static final String PREFIX = "stored ";

    private final CurrentMasterKey master;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, StoredKey> known = new ConcurrentHashMap<>();

    StoredKeys(CurrentMasterKey master, JdbcClient jdbc, Clock clock) {
        this.master = master;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static boolean isOne(WrappedKey key) {
        return key.name().startsWith(PREFIX);
    }

    /**
     * Gives the key of a purpose, made at the first use of all; ask for it when the service starts, and outside a
     * transaction.
     *
     * @param name the purpose, such as {@code pseudonym}; 60 characters at most
     * @throws IllegalStateException when it does not open with the master key
     */
    public StoredKey named(String name) {
        return known.computeIfAbsent(name, absent -> opened(find(absent).orElseGet(() -> make(absent))));
    }

    /** Gives all keys that are in the database now. */
    WrappedKey.Rows rows() {
        return WrappedKey.Rows.in(jdbc);
    }

    /** Looks whether the keys in use are among those that are in the database, and gives what is wrong. */
    Optional<String> look(WrappedKey.Rows rows, boolean isMasterRight) {
        String lost = known.entrySet().stream()
                .filter(used -> !used.getValue().isIn(row(used.getKey(), rows), isMasterRight, master))
                .map(used -> used.getValue().name())
                .sorted()
                .collect(Collectors.joining(", "));
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("The table stored_key does not hold the keys in use any more (" + lost
                        + "); put the rows back from a backup");
    }

    /** One that is not among the rows may have been made since they were read. */
    private Optional<WrappedKey> row(String name, WrappedKey.Rows rows) {
        return rows.named(PREFIX + name).or(() -> find(name));
    }

    private Optional<WrappedKey> find(String name) {
        return jdbc.sql("SELECT wrapped_key, key_check FROM stored_key WHERE name = ?")
                .param(name)
                .query((row, number) -> WrappedKey.read(PREFIX + name, row))
                .optional();
    }

    private WrappedKey make(String name) {
        return master.make(key -> find(name).orElseGet(() -> {
            WrappedKey made = WrappedKey.make(key, PREFIX + name);
            jdbc.sql("INSERT INTO stored_key (name, wrapped_key, key_check, created_at) VALUES (?, ?, ?, ?)")
                    .param(name)
                    .param(made.wrapped())
                    .param(made.check())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("UPDATE master_key SET stored_keys = stored_keys + 1 WHERE id = 1")
                    .update();
            return made;
        }));
    }

    private StoredKey opened(WrappedKey row) {
        SecretKey key = master.open(row)
                .orElseThrow(() -> new IllegalStateException("The key '" + row.name() + "' in the table stored_key was"
                        + " changed; put the row back from a backup."));
        return new StoredKey(row, key);
    }
}
