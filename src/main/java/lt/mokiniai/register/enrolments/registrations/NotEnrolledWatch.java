package lt.mokiniai.register.enrolments.registrations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the operator how many students were registered and never enrolled: a meter, and a line of the service log. They are
 * counted four times a day and not for each who asks, and no further than to a bound; the statement has the limit of time that
 * all have.
 */
@Component
public class NotEnrolledWatch {

    static final String METER = "mokiniai.students.not.enrolled";

    private static final Logger LOG = LoggerFactory.getLogger(NotEnrolledWatch.class);
    private static final int MOST = 10_000;

    private final NotEnrolledStudents students;
    private final Clock clock;
    private final int days;
    private volatile double counted = Double.NaN;

    /** Begins to watch; nothing is counted yet. */
    public NotEnrolledWatch(
            JdbcClient jdbc, @RegisterClock Clock clock, RegistrationProperties properties, MeterRegistry meters) {
        this.students = new NotEnrolledStudents(jdbc);
        this.clock = clock;
        this.days = properties.notEnrolledDays();
        Gauge.builder(METER, this, watch -> watch.counted).register(meters);
    }

    /** Counts them, and tells. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    public void count() {
        try {
            int found = students.count(clock.instant().minus(days, ChronoUnit.DAYS), MOST);
            counted = found;
            if (found > 0) {
                LOG.warn(
                        "{}{} students were registered more than {} days ago and have no enrolment;"
                                + " 'mokiniai students --not-enrolled' lists them",
                        found,
                        found == MOST ? " or more" : "",
                        days);
            }
        } catch (DataAccessException failure) {
            LOG.warn(
                    "Students without an enrolment cannot be counted now: {}; it is tried again in six hours",
                    Diagnosis.of(failure).map(Diagnosis::toString).orElse("no reason is known"));
        }
    }
}
