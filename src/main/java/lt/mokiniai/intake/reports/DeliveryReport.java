package lt.mokiniai.intake.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;

/**
 * What came of a delivery.
 *
 * @param counts how many of its records came to what; together they are as many as are here
 * @param missing the deliveries that are missing before it
 * @param differences of a full one, how it differs from what was in force; some thousand at the most
 */
public record DeliveryReport(
        Name name,
        DeliveryHeader header,
        DeliveryState state,
        Times times,
        Map<RecordOutcome, Long> counts,
        List<Range> missing,
        List<Difference> differences) {

    /** Keeps its own copies. */
    public DeliveryReport {
        counts = Map.copyOf(counts);
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
    }

    /**
     * Which delivery it is.
     *
     * @param id the internal number
     * @param deliveryId the register's identifier of it
     * @param register whose delivery it is
     * @param party the code of the party whose delivery it is
     */
    public record Name(long id, String deliveryId, String register, String party) {}

    /**
     * When it came, and when it was applied.
     *
     * @param receivedAt when all of it was here
     */
    public record Times(Optional<Instant> receivedAt, Optional<Instant> appliedAt) {}

    /** How a full delivery differs from what was in force before it (code list DIFFERENCE_KIND). */
    public enum DifferenceKind {
        /** The register holds it, and it is not in the delivery. It stays. */
        ONLY_HERE,
        /** The delivery has it, and the register had it not. */
        NEW,
        /** It was in force, and the delivery ends it. */
        ENDED
    }

    /**
     * A difference.
     *
     * @param key of the record
     * @param institution the code of the institution that it has to do with
     */
    public record Difference(DifferenceKind kind, String key, Optional<String> institution) {}
}
