package lt.mokiniai.intake.deliveries;

import java.util.List;
import java.util.Optional;

/**
 * What a source is to be asked for.
 *
 * @param series the series in force; nothing before the first full delivery, which is what is to be asked for then
 * @param next the number after the last one that is here without a gap before it
 * @param missing the numbers before those that are here already
 */
public record WantedDeliveries(Optional<String> series, long next, List<Range> missing) {

    /** Keeps its own copy. */
    public WantedDeliveries {
        missing = List.copyOf(missing);
    }

    /** Numbers of a series, with the first and the last one. */
    public record Range(String series, long from, long to) {}
}
