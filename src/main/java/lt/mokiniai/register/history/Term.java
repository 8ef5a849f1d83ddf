package lt.mokiniai.register.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a fact holds: its application time (SQL:2011).
 *
 * @param from the first day
 * @param to the last day; null while none is known
 */
public record Term(LocalDate from, @Nullable LocalDate to) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public Term {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a term ends before it begins");
        }
    }

    /** Gives the term from a day on. */
    public static Term since(LocalDate from) {
        return new Term(from, null);
    }

    /** Gives the same term up to a day, that day included. */
    public Term until(LocalDate last) {
        return new Term(from, last);
    }

    /** Tells whether a day is within it. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Tells whether all of another term is within it. */
    public boolean includes(Term other) {
        return !other.from.isBefore(from) && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    /** Tells whether a day is within both. */
    public boolean overlaps(Term other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** Gives the days of both, and those between them. */
    public Term spanning(Term other) {
        return new Term(
                from.isBefore(other.from) ? from : other.from,
                to == null || other.to == null ? null : to.isAfter(other.to) ? to : other.to);
    }
}
