package lt.mokiniai.exchange.keys;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.platform.clock.RegisterClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks whether the keys that this node uses are still those of the database, and says so where they are not. A node
 * without the master key of now, which was replaced elsewhere, is fit to answer as long as the month lasts whose key it
 * has; one without the month's key, or without a key of its own that it uses, is not.
 */
@Component("databaseKeysHealthIndicator")
class KeyWatch implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final Status OLD_KEY = new Status("OLD_KEY", "the master key was replaced, and not on this node");

    private final CurrentMasterKey master;
    private final LogKeys months;
    private final StoredKeys keys;
    private final Clock clock;
    private volatile State state = new State(List.of(), Optional.empty());

    /**
     * What was seen at the last look.
     *
     * @param problems why nothing is answered
     * @param oldKey why nothing will be from the next month on
     */
    private record State(List<String> problems, Optional<String> oldKey) {}

    /** @throws IllegalStateException that says what to do, when the key of this month cannot be used */
    KeyWatch(CurrentMasterKey master, LogKeys months, StoredKeys keys, @RegisterClock Clock clock) {
        this.master = master;
        this.months = months;
        this.keys = keys;
        this.clock = clock;
        months.of(LogKeys.monthOf(clock.instant()));
    }

    @Scheduled(fixedDelayString = "${mokiniai.key.look-every:2s}")
    void look() {
        try {
            State now = months.unchangedDuring(this::seen);
            if (!now.equals(state)) {
                tell(now);
            }
            state = now;
        } catch (DataAccessException | TransactionException databaseIsAway) {
            LOG.warn("The keys in the database cannot be looked at now");
        }
    }

    private State seen() {
        WrappedKey.Rows rows = keys.rows();
        boolean isRight = master.isRightFor(rows);
        return new State(
                Stream.of(months.look(LogKeys.monthOf(clock.instant()), rows, isRight), keys.look(rows, isRight))
                        .flatMap(Optional::stream)
                        .toList(),
                isRight ? Optional.empty() : Optional.of(master.wrong()));
    }

    private static void tell(State now) {
        now.problems().forEach(problem -> LOG.error("Nothing is answered: {}", problem));
        now.oldKey().ifPresent(why -> LOG.warn("The key of the month is still known, the next will not be: {}", why));
        if (now.problems().isEmpty() && now.oldKey().isEmpty()) {
            LOG.info("The keys in use are those of the database again");
        }
    }

    @Override
    public Health health() {
        State now = state;
        Health.Builder health = now.problems().isEmpty()
                ? new Health.Builder(now.oldKey().isEmpty() ? Status.UP : OLD_KEY)
                : new Health.Builder(Status.DOWN);
        if (!now.problems().isEmpty()) {
            health.withDetail("keys", String.join(" ", now.problems()));
        }
        now.oldKey().ifPresent(why -> health.withDetail("masterKey", why));
        return health.build();
    }
}
