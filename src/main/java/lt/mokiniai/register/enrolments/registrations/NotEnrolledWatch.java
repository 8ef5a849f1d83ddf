package lt.mokiniai.register.enrolments.registrations;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.register.enrolments.watch.WatchedCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the operator, four times a day, how many students were registered and never enrolled. */
@Component
public class NotEnrolledWatch {

    private final NotEnrolledStudents students;
    private final Clock clock;
    private final int days;
    private final WatchedCount watched;

    /** Begins to watch; nothing is counted yet. */
    public NotEnrolledWatch(
            JdbcClient jdbc, @RegisterClock Clock clock, RegistrationProperties properties, MeterRegistry meters) {
        this.students = new NotEnrolledStudents(jdbc);
        this.clock = clock;
        this.days = properties.notEnrolledDays();
        this.watched = new WatchedCount("mokiniai.students.not.enrolled", "Students without an enrolment", meters);
    }

    /** Counts them, and tells. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    public void count() {
        watched.count(
                most -> students.count(clock.instant().minus(days, ChronoUnit.DAYS), most),
                "students were registered more than " + days + " days ago and have no enrolment;"
                        + " 'mokiniai students --not-enrolled' lists them");
    }
}
