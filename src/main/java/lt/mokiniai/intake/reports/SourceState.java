package lt.mokiniai.intake.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.WantedDeliveries;
import lt.mokiniai.kernel.texts.Text;

/**
 * How a source stands, as the start page and health show it.
 *
 * @param register its name
 * @param title its name for people
 * @param last the delivery that was applied last
 * @param missing the deliveries that others wait for
 * @param quarantined how many of its records wait for a decision
 * @param held whether a full delivery waits for a decision
 */
public record SourceState(
        String register,
        Text title,
        Optional<Last> last,
        List<WantedDeliveries.Range> missing,
        long quarantined,
        boolean held) {

    /** Keeps its own copy. */
    public SourceState {
        missing = List.copyOf(missing);
    }

    /**
     * The delivery that was applied last.
     *
     * @param appliedAt when it was; the age of what the register knows of the source counts from here
     */
    public record Last(DeliveryHeader header, Instant appliedAt) {}
}
