package lt.mokiniai.register.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.kernel.Dates;
import org.jspecify.annotations.Nullable;

/**
 * The two times of every question (docs/register.md, 'Two dates'): the day whose state is asked, and the time as known at
 * which it is told.
 *
 * @param validOn the day, in Vilnius
 * @param knownAt the time, in microseconds
 */
public record AsOf(LocalDate validOn, Instant knownAt) {

    /** Gives today as known now. */
    public static AsOf now(Clock clock) {
        return new AsOf(
                LocalDate.ofInstant(clock.instant(), Dates.ZONE),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Gives what a request asks, which the contract allowed: what it leaves out is today, and now. */
    public static AsOf asked(@Nullable LocalDate validOn, @Nullable Instant knownAt, Clock clock) {
        AsOf now = now(clock);
        return new AsOf(
                validOn == null ? now.validOn : validOn,
                knownAt == null ? now.knownAt : knownAt.truncatedTo(ChronoUnit.MICROS));
    }
}
