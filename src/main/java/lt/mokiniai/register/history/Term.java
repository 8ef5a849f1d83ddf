package lt.mokiniai.register.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /** Gives the days of this term that are in none of others. */
    public List<Term> without(Collection<Term> others) {
        List<Term> rest = List.of(this);
        for (Term other : others) {
            rest = rest.stream().flatMap(each -> each.without(other)).toList();
        }
        return rest;
    }

    private Stream<Term> without(Term other) {
        if (!overlaps(other)) {
            return Stream.of(this);
        }
        Stream.Builder<Term> rest = Stream.builder();
        if (from.isBefore(other.from)) {
            rest.add(until(other.from.minusDays(1)));
        }
        if (other.to != null && (to == null || to.isAfter(other.to))) {
            rest.add(new Term(other.to.plusDays(1), to));
        }
        return rest.build();
    }

    /** Gives the days of both, and those between them. */
    public Term spanning(Term other) {
        return new Term(
                from.isBefore(other.from) ? from : other.from,
                to == null || other.to == null ? null : to.isAfter(other.to) ? to : other.to);
    }
}
