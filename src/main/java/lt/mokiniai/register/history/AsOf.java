package lt.mokiniai.register.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.Depth;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
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

    /**
     * Gives what a request asks: what it leaves out is today, and now.
     *
     * @throws ExchangeException {@code MR-408} when it wants to know what will be known, {@code MR-404} when the day, or the day
     *     as known at which it is told, lies beyond the depth
     */
    public static AsOf asked(@Nullable LocalDate validOn, @Nullable Instant knownAt, Depth depth, Clock clock) {
        AsOf now = now(clock);
        if (knownAt != null && knownAt.isAfter(now.knownAt)) {
            throw ExchangeException.of(ExchangeError.KNOWN_AT_AHEAD).at("knownAt");
        }
        LocalDate day = validOn == null ? now.validOn : validOn;
        Instant known = knownAt == null ? now.knownAt : knownAt.truncatedTo(ChronoUnit.MICROS);
        if (!depth.reaches(day, now.validOn)) {
            throw ExchangeException.of(ExchangeError.OUT_OF_DEPTH).at("validOn");
        }
        if (!depth.reaches(LocalDate.ofInstant(known, Dates.ZONE), now.validOn)) {
            throw ExchangeException.of(ExchangeError.OUT_OF_DEPTH).at("knownAt");
        }
        return new AsOf(day, known);
    }
}
