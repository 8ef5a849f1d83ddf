package lt.mokiniai.register.times;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.clock.RegisterClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which two times a question is about (docs/register.md, 'Two dates'). */
@Component
public class ReadTimes {

    private final Clock clock;
    private final OpenWrites openWrites;

    ReadTimes(@RegisterClock Clock clock, OpenWrites openWrites) {
        this.clock = clock;
        this.openWrites = openWrites;
    }

    /** Today, in Vilnius. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    /** Today, as believed at present: what is hidden now is hidden whatever day is asked about. */
    public AsOf present() {
        return new AsOf(today(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Today, as it is recorded by now, on whichever node: what a write looks at is not told as known at a time. */
    public AsOf ofWrite() {
        return new AsOf(today(), present().knownAt().plus(1, ChronoUnit.DAYS));
    }

    /**
     * Gives what a request asks, which the contract allowed: what it leaves out is today, and now. What is asked as known at a
     * time for which something may still be recorded is told as known shortly before.
     */
    public AsOf asked(@Nullable LocalDate validOn, @Nullable Instant knownAt) {
        Instant latest = openWrites.latestKnownAt();
        Instant asked = knownAt == null ? latest : knownAt.truncatedTo(ChronoUnit.MICROS);
        return new AsOf(validOn == null ? today() : validOn, asked.isAfter(latest) ? latest : asked);
    }
}
