package lt.mokiniai.intake.deliveries.applying;

import java.time.Instant;
import java.time.LocalDate;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.times.OpenWrites;
import lt.mokiniai.register.times.OpenWrites.OpenWrite;
import org.jspecify.annotations.Nullable;

/** What is recorded of one record of a delivery: the write is announced when somebody asks for its time. */
final class AnnouncedRecording implements Recording {

    private final KeptDelivery delivery;
    private final OpenWrites openWrites;
    private @Nullable OpenWrite announced;

    AnnouncedRecording(KeptDelivery delivery, OpenWrites openWrites) {
        this.delivery = delivery;
        this.openWrites = openWrites;
    }

    @Override
    public Instant knownFrom() {
        OpenWrite write = announced;
        if (write == null) {
            write = openWrites.begin();
            announced = write;
        }
        return write.recordedAt();
    }

    @Override
    public LocalDate receivedOn() {
        return LocalDate.ofInstant(delivery.receivedAt().orElseThrow(), Dates.ZONE);
    }

    @Override
    public Provenance provenance() {
        return delivery.origin().provenance();
    }

    /** Takes the announcement back in the transaction of the write, where there was one. */
    void settle() {
        OpenWrite write = announced;
        if (write != null) {
            openWrites.settle(write);
        }
    }
}
