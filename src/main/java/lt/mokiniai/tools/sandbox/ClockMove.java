package lt.mokiniai.tools.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.tools.sandbox.SandboxProblem.Kind;

/** Where a clock is moved to, as a tester writes it. */
final class ClockMove {

    private static final Instant FIRST = start(LocalDate.of(1990, 1, 1));
    private static final Instant END = start(LocalDate.of(2100, 1, 1));

    private ClockMove() {}

    /**
     * Gives a day's first moment in Vilnius, or a time of a day there.
     *
     * @throws SandboxProblem where it is neither, or out of range
     */
    static Instant to(String text) {
        try {
            return checked(
                    text.contains("T")
                            ? LocalDateTime.parse(text).atZone(Dates.ZONE).toInstant()
                            : start(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            throw new SandboxProblem(Kind.TIME);
        }
    }

    /**
     * Gives the moment so much later, or earlier. Days, months and years are those of the calendar of Vilnius.
     *
     * @throws SandboxProblem where it is no step, or out of range
     */
    static Instant by(String text, Instant now) {
        try {
            ZonedDateTime here = now.atZone(Dates.ZONE);
            ZonedDateTime there = text.contains("T") ? here.plus(Duration.parse(text)) : here.plus(Period.parse(text));
            return checked(there.toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw new SandboxProblem(Kind.STEP);
        }
    }

    /** @throws SandboxProblem where not exactly one is given */
    static Instant of(Optional<String> to, Optional<String> by, Instant now) {
        if (to.isPresent() == by.isPresent()) {
            throw new SandboxProblem(Kind.ONE_OF);
        }
        return to.map(ClockMove::to).orElseGet(() -> by(by.orElseThrow(), now));
    }

    private static Instant checked(Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new SandboxProblem(Kind.RANGE);
        }
        return time;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Dates.ZONE).toInstant();
    }
}
