package lt.mokiniai.register.reference.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of something, and on which days it holds.
 *
 * @param to the last day; nothing while none is known
 * @param values in the order of the columns of its table
 */
public record Span(LocalDate from, @Nullable LocalDate to, List<@Nullable Object> values) {

    /** Tells whether both hold on some day. */
    public boolean overlaps(Span other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** Gives the same up to a day. */
    Span until(@Nullable LocalDate last) {
        return new Span(from, last, values);
    }
}
