package lt.mokiniai.register.results.facts;

import java.time.LocalDate;
import java.time.Month;
import lt.mokiniai.register.history.Term;

/**
 * A school year: from 1 September to 31 August (docs/register.md, 'Results').
 *
 * @param begins the year on whose 1 September it begins
 */
public record SchoolYear(int begins) {

    /** The days of it. */
    public Term days() {
        return new Term(LocalDate.of(begins, Month.SEPTEMBER, 1), last());
    }

    /** The last day of it. */
    public LocalDate last() {
        return LocalDate.of(begins + 1, Month.AUGUST, 31);
    }

    /** Tells whether a day is late enough in it for learning to have ended with it: from 1 May on. */
    boolean endsFrom(LocalDate day) {
        return !day.isBefore(LocalDate.of(begins + 1, Month.MAY, 1)) && !day.isAfter(last());
    }
}
