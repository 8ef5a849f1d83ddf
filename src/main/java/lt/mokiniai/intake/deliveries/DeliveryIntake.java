package lt.mokiniai.intake.deliveries;

import java.util.List;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.faults.ExchangeException;

/** The one way in: whatever brought a delivery ends here. */
public interface DeliveryIntake {

    /**
     * Receives records of a delivery, in the transaction of whoever calls: at most {@value #MOST} of them. Each is checked and
     * kept; what follows is done by whichever node has the time. Records that were received before, with the same content, change
     * nothing.
     *
     * @param first which record of the delivery the first one is, from 1
     * @throws ExchangeException {@code MR-701} when a delivery of this number, or one of its records, was received with other
     *     content; {@code MR-702} when there are more records than the header says, or too many at a time; {@code MR-703} when a
     *     series begins with changes
     */
    <R> ReceivedPart receive(
            SourceRegister<R> register,
            DeliveryHeader header,
            int first,
            List<ReadRecord<R>> records,
            DeliveryOrigin origin);

    /** Tells what a source is to be asked for next: what is missing, or what follows the last delivery. */
    WantedDeliveries wanted(String register);

    /** The most records that are received at a time. */
    int MOST = 1000;
}
