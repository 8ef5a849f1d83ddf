package lt.mokiniai.exchange.evidence;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts messages that were refused without a row, by minute and reason: those of unknown senders of which there are too
 * many, and those that were refused because there is too much to do. A message costs no statement: a node adds what it
 * has counted to the counts of all nodes every ten seconds and when it stops, so that a node that is killed loses ten
 * seconds at the most.
 */
@Component
class UnloggedCounts {

    private static final Logger LOG = LoggerFactory.getLogger(UnloggedCounts.class);

    private record Reason(Instant minute, String code) implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            int byMinute = minute.compareTo(other.minute);
            return byMinute == 0 ? code.compareTo(other.code) : byMinute;
        }
    }

    private final JdbcClient jdbc;
    private final UnknownSenderProperties properties;
    private final Clock clock;
    private Map<Reason, Long> counted = new TreeMap<>();

    UnloggedCounts(JdbcClient jdbc, UnknownSenderProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    synchronized void count(ExchangeError error) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        counted.merge(new Reason(minute, error.code()), 1L, Long::sum);
    }

    /** Adds what was counted here to what the database holds. What cannot be added is counted on. */
    @Scheduled(fixedDelayString = "PT10S")
    @PreDestroy
    void write() {
        Map<Reason, Long> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        String told = taken.entrySet().stream()
                .map(count -> count.getKey().code() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
        LOG.warn("Messages were refused without a row, and counted: {}", told);
        try {
            for (Iterator<Map.Entry<Reason, Long>> left = taken.entrySet().iterator(); left.hasNext(); left.remove()) {
                add(left.next());
            }
        } catch (DataAccessException e) {
            giveBack(taken);
            LOG.warn("They cannot be added to the counts in the database now; it is tried again");
        }
    }

    private void add(Map.Entry<Reason, Long> count) {
        while (!isAddedToARow(count)) {
            try {
                jdbc.sql("INSERT INTO unlogged_count (minute_at, fault_code, messages) VALUES (?, ?, 0)")
                        .params(
                                count.getKey().minute().atOffset(ZoneOffset.UTC),
                                count.getKey().code())
                        .update();
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                // There is a row to add to now.
            }
        }
    }

    private boolean isAddedToARow(Map.Entry<Reason, Long> count) {
        return jdbc.sql("UPDATE unlogged_count SET messages = messages + ?" + " WHERE minute_at = ? AND fault_code = ?")
                        .params(
                                count.getValue(),
                                count.getKey().minute().atOffset(ZoneOffset.UTC),
                                count.getKey().code())
                        .update()
                == 1;
    }

    private synchronized Map<Reason, Long> take() {
        Map<Reason, Long> taken = counted;
        counted = new TreeMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<Reason, Long> untold) {
        untold.forEach((reason, messages) -> counted.merge(reason, messages, Long::sum));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void removeOld() {
        jdbc.sql("DELETE FROM unlogged_count WHERE minute_at < ?")
                .param(clock.instant().minus(properties.keepCounts()).atOffset(ZoneOffset.UTC))
                .update();
    }
}
