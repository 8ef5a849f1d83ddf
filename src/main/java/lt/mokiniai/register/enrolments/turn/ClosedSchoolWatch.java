package lt.mokiniai.register.enrolments.turn;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the operator how many enrolments go on in institutions that are closed: a meter, and a line of the service log. They
 * are counted four times a day and not for each who asks, and no further than to a bound.
 */
@Component
public class ClosedSchoolWatch {

    static final String METER = "mokiniai.enrolments.closed.schools";

    private static final Logger LOG = LoggerFactory.getLogger(ClosedSchoolWatch.class);
    private static final int MOST = 10_000;

    private final StandingEnrolments enrolments;
    private final Clock clock;
    private volatile double counted = Double.NaN;

    /** Begins to watch; nothing is counted yet. */
    public ClosedSchoolWatch(JdbcClient jdbc, @RegisterClock Clock clock, MeterRegistry meters) {
        this.enrolments = new StandingEnrolments(jdbc);
        this.clock = clock;
        Gauge.builder(METER, this, watch -> watch.counted).register(meters);
    }

    /** Counts them, and tells. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    public void count() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
            int found = enrolments.inClosedSchools(today, MOST);
            counted = found;
            if (found > 0) {
                LOG.warn(
                        "{}{} enrolments go on after the last day of their institution;"
                                + " 'mokiniai year-turn' lists the institutions",
                        found,
                        found == MOST ? " or more" : "");
            }
        } catch (DataAccessException failure) {
            LOG.warn(
                    "Enrolments in closed institutions cannot be counted now: {}; it is tried again in six hours",
                    Diagnosis.of(failure).map(Diagnosis::toString).orElse("no reason is known"));
        }
    }
}
