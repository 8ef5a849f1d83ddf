package lt.mokiniai.exchange.evidence;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.Causes;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.platform.database.Diagnosis;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says whether the message log takes rows; what cannot be logged is not answered. A row is written and undone, once in a
 * while and not for each who asks: those who ask while it is written are told what was seen last.
 */
@Component("messageLogHealthIndicator")
class MessageLogHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(MessageLogHealth.class);

    private final MessageLog log;
    private final Clock clock;
    private final Duration every;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen seen;

    /** What was seen, and when. */
    private record Seen(long at, Optional<String> problem) {

        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - at < age.toNanos();
        }

        Health health() {
            return problem.map(why -> Health.down().withDetail("log", why).build())
                    .orElseGet(() -> Health.up().build());
        }
    }

    MessageLogHealth(MessageLog log, DatabaseProperties properties, @RegisterClock Clock clock) {
        this.log = log;
        this.clock = clock;
        this.every = properties.probe();
    }

    @Override
    public Health health() {
        Seen last = seen;
        if (last != null && last.isYoungerThan(every)) {
            return last.health();
        }
        if (!looking.tryLock()) {
            return last == null ? Health.unknown().build() : last.health();
        }
        try {
            Seen now = new Seen(System.nanoTime(), problem());
            if (!now.problem().equals(last == null ? Optional.empty() : last.problem())) {
                tell(now.problem());
            }
            seen = now;
            return now.health();
        } finally {
            looking.unlock();
        }
    }

    private Optional<String> problem() {
        try {
            log.probe(clock.instant());
            return Optional.empty();
        } catch (RuntimeException notWritten) {
            return Optional.of(Diagnosis.of(notWritten).map(Diagnosis::toString).orElseGet(() -> ofOurs(notWritten)));
        }
    }

    /** What is no trouble of the database's is told by its class: texts repeat values. */
    private static String ofOurs(RuntimeException notWritten) {
        return notWritten.getClass().getName()
                + Causes.of(notWritten)
                        .filter(SQLException.class::isInstance)
                        .map(told -> " (SQLSTATE " + ((SQLException) told).getSQLState() + ")")
                        .findFirst()
                        .orElse("");
    }

    private static void tell(Optional<String> problem) {
        problem.ifPresentOrElse(
                why -> LOG.error("Nothing is answered: the message log takes no row: {}", why),
                () -> LOG.info("The message log takes rows again"));
    }
}
