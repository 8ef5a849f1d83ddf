package lt.mokiniai.register.reference.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows of what is believed of one thing when it is told anew. The spans of a thing follow each other. */
public final class Timeline {

    private Timeline() {}

    /**
     * Gives what is to be believed when a thing is told to be so now.
     *
     * @param believed in the order of their days
     * @param told the day from which on it holds; nothing where none is told
     * @param first the day on which a thing of which nothing is believed begins
     * @param receivedOn the day from which on a change holds where none is told
     */
    public static List<Span> since(
            List<Span> believed,
            @Nullable LocalDate told,
            LocalDate first,
            LocalDate receivedOn,
            List<@Nullable Object> values) {
        if (believed.isEmpty()) {
            return List.of(new Span(first, null, values));
        }
        int end = believed.size() - 1;
        Span last = believed.get(end);
        boolean isSame = last.to() == null && last.values().equals(values);
        if (isSame && (told == null || end == 0)) {
            return believed;
        }
        List<Span> before = new ArrayList<>(isSame ? believed.subList(0, end) : believed);
        if (isSame) {
            // The day alone is corrected: what was before holds up to it.
            before.set(end - 1, before.get(end - 1).until(null));
        }
        LocalDate since = told == null ? receivedOn : told;
        List<Span> spans = ended(before, since);
        // Also where it says what was before: the day is kept that was told, so that the same again changes nothing.
        spans.add(new Span(since, null, values));
        return spans;
    }

    /** Gives what is to be believed when a thing holds no longer from a day on. */
    public static List<Span> ended(List<Span> believed, LocalDate since) {
        List<Span> spans = new ArrayList<>();
        for (Span span : believed) {
            if (span.from().isBefore(since)) {
                boolean isCut = span.to() == null || !span.to().isBefore(since);
                spans.add(isCut ? span.until(since.minusDays(1)) : span);
            }
        }
        return spans;
    }
}
