package lt.mokiniai.intake.deliveries.store;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryState;

/**
 * A delivery as it is kept.
 *
 * @param progress how far it has come
 * @param receivedAt when all of it was here
 * @param taskId the task by which it is decided whether it is applied
 */
public record KeptDelivery(
        Name name,
        DeliveryHeader header,
        DeliveryState state,
        Progress progress,
        DeliveryOrigin origin,
        Optional<Instant> receivedAt,
        Optional<String> taskId) {

    /**
     * Which one it is.
     *
     * @param id the internal number
     * @param deliveryId the register's identifier of it
     * @param register whose delivery it is
     */
    public record Name(long id, String deliveryId, String register) {}

    /**
     * How far a delivery has come.
     *
     * @param received how many of its records are here
     * @param looked of a full one, up to which record it was looked at what it ends; nothing before the rows in force were
     *     counted
     * @param isApproved whether it was decided that it is applied whatever it ends
     */
    public record Progress(int received, Optional<Integer> looked, boolean isApproved) {}

    /** The internal number. */
    public long id() {
        return name.id();
    }

    /** The number in its series. */
    public long number() {
        return header.sequence();
    }

    /** Its series. */
    public String series() {
        return header.series();
    }

    /** Whether it holds all that the source has. */
    public boolean isFull() {
        return header.kind() == DeliveryHeader.Kind.FULL;
    }

    /** Whether it is full, and not all of it was looked at what it ends. */
    public boolean isToBeLookedAt() {
        return isFull()
                && progress.looked()
                        .filter(looked -> looked >= header.records())
                        .isEmpty();
    }
}
