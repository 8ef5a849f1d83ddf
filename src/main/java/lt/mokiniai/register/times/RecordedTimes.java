package lt.mokiniai.register.times;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The times at which things are recorded: in microseconds, which every database keeps. */
final class RecordedTimes {

    /** From one time to the next. */
    static final long STEP_NANOS = 1_000;

    private RecordedTimes() {}

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
