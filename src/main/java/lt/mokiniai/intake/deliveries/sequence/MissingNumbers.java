package lt.mokiniai.intake.deliveries.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;

/**
 * The numbers that a source is to be asked for.
 *
 * @param series the series in force
 * @param next the number that follows those that are here without a gap
 * @param missing the numbers before others that are here
 */
public record MissingNumbers(Optional<String> series, long next, List<Range> missing) {

    /** Keeps its own copy. */
    public MissingNumbers {
        missing = List.copyOf(missing);
    }

    /**
     * Gives the gaps after a number.
     *
     * @param here the numbers of a series that are here
     * @param last the highest number that is known of, here or not
     */
    static List<Range> gaps(String series, long after, NavigableSet<Long> here, long last) {
        List<Range> gaps = new ArrayList<>();
        long from = after + 1;
        for (long number : new TreeSet<>(here.tailSet(from, true))) {
            if (number > from) {
                gaps.add(new Range(series, from, number - 1));
            }
            from = number + 1;
        }
        if (from <= last) {
            gaps.add(new Range(series, from, last));
        }
        return gaps;
    }

    /** Gives the number that follows one and those that are here after it without a gap. */
    static long following(long after, NavigableSet<Long> here) {
        long next = after + 1;
        while (here.contains(next)) {
            next++;
        }
        return next;
    }
}
