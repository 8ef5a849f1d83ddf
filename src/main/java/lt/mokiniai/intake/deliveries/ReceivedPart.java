package lt.mokiniai.intake.deliveries;

import java.util.List;
import lt.mokiniai.intake.source.RecordFinding;

/**
 * What came of records that were received.
 *
 * @param deliveryId the register's identifier of the delivery
 * @param missing the deliveries before it that are not here
 * @param results one for each record, in their order
 */
public record ReceivedPart(
        String deliveryId, DeliveryState state, List<WantedDeliveries.Range> missing, List<Result> results) {

    /** Keeps its own copies. */
    public ReceivedPart {
        missing = List.copyOf(missing);
        results = List.copyOf(results);
    }

    /**
     * What came of a record.
     *
     * @param ordinal which one of the delivery
     * @param findings what does not fit
     */
    public record Result(int ordinal, RecordOutcome outcome, List<RecordFinding> findings) {

        /** Keeps its own copy. */
        public Result {
            findings = List.copyOf(findings);
        }
    }
}
