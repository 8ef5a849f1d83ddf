package lt.mokiniai.register.load.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the times of records.
 *
 * @param now the time of the load: nothing was recorded later
 * @param isPastOpen whether what was known when can be loaded: the register has answered no question yet
 */
public record RecordTimes(Instant now, boolean isPastOpen) {

    /**
     * Since when, and until when, something was believed.
     *
     * @param from {@link Chronicle#WHEN_TAKEN_OVER} of what is recorded by the load
     */
    record Belief(Instant from, @Nullable Instant until) {

        /** Whether it was believed at a time, or at one between it and another. */
        boolean isAnyOf(Instant first, @Nullable Instant end) {
            return (until == null || until.isAfter(first)) && (end == null || from.isBefore(end));
        }
    }

    /** Gives the days on which a record holds; nothing where there are none, which is told. */
    static Optional<Term> term(FormRecord record, StudentFindings findings) {
        LocalDate from = Objects.requireNonNull(record.date("validFrom"), "a fact has a first day");
        LocalDate to = record.date("validTo");
        if (to != null && to.isBefore(from)) {
            findings.tell(record, "validTo", LoadProblem.ENDS_BEFORE_BEGINNING);
            return Optional.empty();
        }
        return Optional.of(new Term(from, to));
    }

    /** Gives when a record was believed; nothing where that cannot be, which is told. */
    Optional<Belief> belief(FormRecord record, StudentFindings findings) {
        if (!isOpen(record, findings)) {
            return Optional.empty();
        }
        Instant from = recorded(record);
        Instant until = record.time("believedUntil");
        if (until != null && !until.isAfter(from)) {
            findings.tell(record, "believedUntil", LoadProblem.GIVEN_UP_BEFORE_RECORDED);
            return Optional.empty();
        }
        return Optional.of(new Belief(from, until));
    }

    /** Gives when a record was recorded; nothing where that cannot be, which is told. */
    Optional<Instant> recorded(FormRecord record, StudentFindings findings) {
        return isOpen(record, findings) ? Optional.of(recorded(record)) : Optional.empty();
    }

    /** When a record was recorded, or is now. */
    public static Instant recorded(FormRecord record) {
        Instant told = record.time("recordedAt");
        return told == null ? Chronicle.WHEN_TAKEN_OVER : told;
    }

    /** None of its times is ahead, and they are told as long as they may be. */
    private boolean isOpen(FormRecord record, StudentFindings findings) {
        return Stream.of("recordedAt", "believedUntil", "mergedAt")
                .filter(column -> record.has(column))
                .noneMatch(column -> isWrong(record, column, findings));
    }

    private boolean isWrong(FormRecord record, String column, StudentFindings findings) {
        Instant time = record.time(column);
        if (time == null) {
            return false;
        }
        if (!isPastOpen) {
            findings.tell(record, column, LoadProblem.HISTORY_TOO_LATE);
            return true;
        }
        if (time.isAfter(now)) {
            findings.tell(record, column, LoadProblem.RECORDED_AHEAD);
            return true;
        }
        return false;
    }
}
