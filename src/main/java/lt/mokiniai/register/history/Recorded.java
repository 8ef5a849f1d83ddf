package lt.mokiniai.register.history;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the register holds since a time. It never changes, and it is never removed. */
@MappedSuperclass
public abstract class Recorded {

    /** Empty until it is recorded. */
    @Nullable
    private Instant recordedAt;

    // Not final: a proxy of an owner that is not loaded yet passes them on.
    /** Sets the time at which it is recorded. */
    protected void recordAt(Instant time) {
        recordedAt = time;
    }

    boolean isRecordedSince(Instant time) {
        return recordedAt != null && !recordedAt.isBefore(time);
    }

    boolean isRecordedWith(Recorded other) {
        return recordedAt != null && recordedAt.equals(other.recordedAt);
    }

    /** Tells whether it was recorded at a time. */
    public boolean isRecordedAt(Instant time) {
        return time.equals(recordedAt);
    }

    /** Tells whether it was recorded after a time, or is not recorded yet. */
    public boolean isRecordedAfter(Instant time) {
        return recordedAt == null || recordedAt.isAfter(time);
    }

    /** Tells whether it was recorded before another. */
    boolean isRecordedBefore(Recorded other) {
        return recordedAt != null && other.isRecordedAfter(recordedAt);
    }

    boolean isNew() {
        return recordedAt == null;
    }
}
