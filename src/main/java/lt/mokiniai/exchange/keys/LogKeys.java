package lt.mokiniai.exchange.keys;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The log's data keys, one a month, each made at its first use: a term of keeping is ended by emptying a past month's key
 * in its row (docs/evidence.md, 'Keys'), and running nodes forget it at their next look. What a node may not go on without is
 * the key of the month that it writes in.
 */
@Component
public class LogKeys {

    /** Takes a wrapped key, and which. */
    static final String REWRAP = "UPDATE log_key SET wrapped_key = ? WHERE key_month = ?";

    private static final Logger LOG = LoggerFactory.getLogger(LogKeys.class);
    private static final String PREFIX = "log ";

    /** A key as it is used, and the row that it was last seen in. */
    private record Known(SecretKey key, WrappedKey row) {}

    private final CurrentMasterKey master;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    /** Months whose row was there and is not any more: what was written in them must not get another key. */
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    LogKeys(CurrentMasterKey master, JdbcClient jdbc, Clock clock) {
        this.master = master;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives the month whose key an exchange received at this time is kept under. */
    public static String monthOf(Instant receivedAt) {
        return YearMonth.from(receivedAt.atOffset(ZoneOffset.UTC)).toString();
    }

    /**
     * Gives a month's key, made at its first use; so ask once before a transaction holds a connection.
     *
     * @throws IllegalStateException when it was destroyed or lost, or is wrapped by another master key than this node's
     */
    public SecretKey of(String month) {
        Known used = known.get(month);
        return used == null ? take(month) : used.key();
    }

    /** Tells whether what was kept by a month's key was given up for good. */
    public boolean isDestroyed(String month) {
        return !known.containsKey(month)
                && find(month).filter(WrappedKey::isDestroyed).isPresent();
    }

    /** One thread asks for all: at the first moment of a month every exchange comes here. */
    private synchronized SecretKey take(String month) {
        Known used = known.get(month);
        if (used != null) {
            return used.key();
        }
        Optional<WrappedKey> row = find(month);
        if (row.isEmpty() && !missing.contains(month)) {
            row = Optional.of(make(month));
        }
        return opened(month, row).orElseThrow(() -> new IllegalStateException(problem(month, find(month))));
    }

    /** Looks at several keys while no key of a month is taken into use: a look must not judge it by rows before it. */
    synchronized <T> T unchangedDuring(Supplier<T> look) {
        return look.get();
    }

    /**
     * Looks whether the keys in use are among those that are in the database, forgets those that are not, and gives what
     * is wrong with the key of the month that is written in now.
     */
    synchronized Optional<String> look(String now, WrappedKey.Rows rows, boolean isMasterRight) {
        Set.copyOf(known.keySet()).forEach(month -> look(month, rows.named(PREFIX + month), isMasterRight));
        missing.removeIf(month -> rows.named(PREFIX + month).isPresent());
        if (known.containsKey(now)) {
            return Optional.empty();
        }
        Optional<WrappedKey> row = rows.named(PREFIX + now);
        boolean isToBeMade = row.isEmpty() && !missing.contains(now) && isMasterRight;
        return isToBeMade || opened(now, row).isPresent() ? Optional.empty() : Optional.of(problem(now, row));
    }

    private void look(String month, Optional<WrappedKey> row, boolean isMasterRight) {
        Known used = Objects.requireNonNull(known.get(month));
        boolean isSameKey = row.filter(used.row()::isSameKey).isPresent();
        if (isSameKey && !isMasterRight) {
            // Wrapped anew by a master key that this node does not have yet.
            return;
        }
        if (row.filter(used.row()::isSameRow).isPresent()) {
            return;
        }
        // It stays in use until it is known what is in its place: the database may fail in between.
        if (opened(month, row).isEmpty()) {
            known.remove(month);
        } else if (!isSameKey) {
            LOG.error(
                    "The key of {} in the table log_key was replaced by another one; what this node wrote since it began"
                            + " to use the former cannot be read",
                    month);
        }
        if (row.isEmpty()) {
            missing.add(month);
        }
    }

    /** Gives the key in a row, and uses it from now on. */
    private Optional<SecretKey> opened(String month, Optional<WrappedKey> row) {
        return row.filter(found -> !found.isDestroyed())
                .flatMap(found -> master.open(found).map(key -> {
                    known.put(month, new Known(key, found));
                    return key;
                }));
    }

    private String problem(String month, Optional<WrappedKey> row) {
        String key = "The key of " + month + " in the table log_key ";
        if (row.isEmpty() && !missing.contains(month)) {
            return key + "is not made yet, and this node cannot make it: its master key is not that of the database.";
        }
        String what = row.map(found ->
                        found.isDestroyed() ? "was destroyed" : "does not open with the master key of this node")
                .orElse("is not there any more");
        return key + what
                + ". Put the row back from a backup; where there is none, see 'A key is lost' on the operator's page.";
    }

    private Optional<WrappedKey> find(String month) {
        return jdbc.sql("SELECT wrapped_key, key_check FROM log_key WHERE key_month = ?")
                .param(month)
                .query((row, number) -> WrappedKey.read(PREFIX + month, row))
                .optional();
    }

    private WrappedKey make(String month) {
        return master.make(key -> find(month).orElseGet(() -> {
            WrappedKey made = WrappedKey.make(key, PREFIX + month);
            jdbc.sql("INSERT INTO log_key (key_month, wrapped_key, key_check, created_at) VALUES (?, ?, ?, ?)")
                    .param(month)
                    .param(made.wrapped())
                    .param(made.check())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return made;
        }));
    }
}
