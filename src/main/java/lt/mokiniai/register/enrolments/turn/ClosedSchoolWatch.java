package lt.mokiniai.register.enrolments.turn;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.register.enrolments.watch.WatchedCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the operator, four times a day, how many enrolments go on in institutions that are closed. */
@Component
public class ClosedSchoolWatch {

    private final StandingEnrolments enrolments;
    private final Clock clock;
    private final WatchedCount watched;

    /** Begins to watch; nothing is counted yet. */
    public ClosedSchoolWatch(JdbcClient jdbc, @RegisterClock Clock clock, MeterRegistry meters) {
        this.enrolments = new StandingEnrolments(jdbc);
        this.clock = clock;
        this.watched =
                new WatchedCount("mokiniai.enrolments.closed.schools", "Enrolments in closed institutions", meters);
    }

    /** Counts them, and tells. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    public void count() {
        watched.count(
                most -> enrolments.inClosedSchools(LocalDate.ofInstant(clock.instant(), Dates.ZONE), most),
                "enrolments go on after the last day of their institution; 'mokiniai year-turn' lists the institutions");
    }
}
