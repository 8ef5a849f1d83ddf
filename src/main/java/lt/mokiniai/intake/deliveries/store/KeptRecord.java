package lt.mokiniai.intake.deliveries.store;

import java.util.Optional;
import lt.mokiniai.intake.deliveries.RecordOutcome;

/**
 * A record of a delivery as it is kept.
 *
 * @param ordinal its place in the delivery
 * @param key what tells it from others; nothing where it could not be read
 * @param digest of the content
 * @param content its XML; of one that could not be read, what came
 * @param attempts how often it was tried; {@value #SETTLED} when nothing more is done by itself
 * @param taskId the task by which it is decided about
 */
public record KeptRecord(
        int ordinal,
        Optional<String> key,
        String digest,
        String content,
        RecordOutcome outcome,
        int attempts,
        Optional<String> taskId) {

    /** So many attempts has a record with which nothing more is done by itself. */
    public static final int SETTLED = 2;

    /** Whether it could be read. */
    public boolean isWhole() {
        return key.isPresent();
    }
}
