package lt.mokiniai.register.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import lt.mokiniai.kernel.Dates;

/** A clock that stands still where a test puts it, or goes on by steps. */
public final class SettableClock extends Clock {

    /** The day that it is in every test that does not say otherwise: a day of a school year. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private volatile Instant now = noon(TODAY);
    private volatile Duration step = Duration.ZERO;

    /** Gives noon of a day in Vilnius. */
    public static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Dates.ZONE).toInstant();
    }

    /** Puts the clock to a time. */
    public void set(Instant time) {
        now = time;
    }

    /** Lets the clock go on by so much whenever it is asked. */
    public void stepping(Duration each) {
        step = each;
    }

    @Override
    public Instant instant() {
        Instant asked = now;
        now = asked.plus(step);
        return asked;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
