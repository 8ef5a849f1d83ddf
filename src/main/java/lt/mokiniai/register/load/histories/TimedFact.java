package lt.mokiniai.register.load.histories;

import java.time.Instant;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/** What a record says, on which days it holds, and since when and until when it was believed. */
final class TimedFact {

    private final FormRecord record;
    private final Fact fact;
    private final Term term;
    private final Instant from;
    private final @Nullable Instant until;
    private @Nullable Fact believed;

    TimedFact(FormRecord record, Fact fact, Term term, RecordTimes.Belief belief) {
        this.record = record;
        this.fact = fact;
        this.term = term;
        this.from = belief.from();
        this.until = belief.until();
    }

    FormRecord record() {
        return record;
    }

    Fact fact() {
        return fact;
    }

    Term term() {
        return term;
    }

    /** Since when it was believed. */
    Instant from() {
        return from;
    }

    /** Until when; nothing where it is believed now. */
    @Nullable
    Instant until() {
        return until;
    }

    /** Whether it is believed at the time up to which the history was played. */
    boolean isBelieved() {
        return believed != null;
    }

    /** Believes it; where something else is believed of its days, that is told. */
    void begin(History history, StudentFindings findings) {
        if (history.contradicts(fact, term)) {
            findings.tell(record, "validFrom", LoadProblem.CONTRADICTION);
        } else {
            believed = history.asserts(fact, term);
        }
    }

    /** Believes it no more. */
    void end(History history) {
        if (believed != null) {
            history.strikes(believed);
            believed = null;
        }
    }
}
