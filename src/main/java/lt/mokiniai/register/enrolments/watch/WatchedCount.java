package lt.mokiniai.register.enrolments.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntUnaryOperator;
import lt.mokiniai.platform.database.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A number that should be zero, told to the operator: a meter, and a line of the service log while it is not. It is counted from
 * time to time and not for each who asks, and no further than to a bound; the statement has the limit of time that all have.
 */
public final class WatchedCount {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCount.class);
    private static final int MOST = 10_000;

    private final String what;
    private volatile double counted = Double.NaN;

    /**
     * Nothing is counted yet.
     *
     * @param meter its name
     * @param what is counted, as the line begins that says that it cannot be
     */
    public WatchedCount(String meter, String what, MeterRegistry meters) {
        this.what = what;
        Gauge.builder(meter, this, watched -> watched.counted).register(meters);
    }

    /**
     * Counts, and tells.
     *
     * @param counting is given where the count ends
     * @param told what a line of the log says of so many
     */
    public void count(IntUnaryOperator counting, String told) {
        try {
            int found = counting.applyAsInt(MOST);
            counted = found;
            if (found > 0) {
                LOG.warn("{}{} {}", found, found == MOST ? " or more" : "", told);
            }
        } catch (DataAccessException failure) {
            LOG.warn(
                    "{} cannot be counted now: {}; it is tried again in six hours",
                    what,
                    Diagnosis.of(failure).map(Diagnosis::toString).orElse("no reason is known"));
        }
    }
}
