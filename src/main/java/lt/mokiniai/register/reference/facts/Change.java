package lt.mokiniai.register.reference.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of the rows of one thing.
 *
 * @param key what tells it from others of its table
 * @param believed the rows that are believed
 * @param wanted what is to be believed
 */
public record Change(FactTable table, String key, List<FactRow> believed, List<Span> wanted) {

    /** Keeps its own copies. */
    public Change {
        believed = List.copyOf(believed);
        wanted = List.copyOf(wanted);
    }

    /** Tells whether everything stays as it is. */
    public boolean isNone() {
        return givenUp().isEmpty() && begun().isEmpty();
    }

    /** The rows that are believed no longer. */
    List<FactRow> givenUp() {
        Set<Span> kept = new HashSet<>(wanted);
        return believed.stream().filter(row -> !kept.contains(row.span())).toList();
    }

    /** What is believed from now on. */
    List<Span> begun() {
        Set<Span> there = new HashSet<>();
        believed.forEach(row -> there.add(row.span()));
        return wanted.stream().filter(span -> !there.contains(span)).toList();
    }
}
