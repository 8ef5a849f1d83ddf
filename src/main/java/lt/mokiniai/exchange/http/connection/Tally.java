package lt.mokiniai.exchange.http.connection;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the connections that were closed for their slowness, by reason, for the operator: one line of the service log
 * in ten seconds at the most, however many they are, and no addresses.
 */
public final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Map<String, Integer> counts = new TreeMap<>();
    private long lastLine = System.nanoTime() - BETWEEN_LINES.toNanos();

    /** Counts one more. */
    public synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Writes the line, where there is something to say and the last one is long enough ago. */
    public synchronized void say() {
        long now = System.nanoTime();
        if (!counts.isEmpty() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            LOG.warn("cut off since this was last said: {}", counts);
            counts.clear();
            lastLine = now;
        }
    }
}
