package lt.mokiniai.intake.transport.files;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.IncomingDeliveries;
import lt.mokiniai.intake.transport.IncomingDeliveries.Incoming;
import lt.mokiniai.intake.transport.NotDelivered;
import lt.mokiniai.intake.transport.TransportActs;
import lt.mokiniai.intake.transport.TransportActs.Act;
import lt.mokiniai.intake.transport.TransportProperties;
import lt.mokiniai.register.form.Finding;
import org.springframework.stereotype.Component;

/**
 * Takes batches from files. A batch is received whole or not at all, as far as can be known before: what is wrong with one of its
 * records is that record's matter. One that was broken off is begun anew, which changes nothing of what was received.
 */
@Component
public class FileDeliveries {

    private final BatchOpening batches;
    private final IncomingDeliveries incoming;
    private final TransportActs acts;
    private final TransportProperties properties;

    FileDeliveries(
            BatchOpening batches, IncomingDeliveries incoming, TransportActs acts, TransportProperties properties) {
        this.batches = batches;
        this.incoming = incoming;
        this.acts = acts;
        this.properties = properties;
    }

    /**
     * Takes a batch.
     *
     * @param operator who brings it, as they say
     * @param findings told why it is not taken, or what does not fit in its records
     * @return nothing where it is not taken
     */
    public Optional<Delivered> deliver(BatchFiles batch, String operator, Consumer<Finding> findings) {
        try (BatchCopy copy = BatchCopy.of(batch, properties.largestDocument(), properties.largestFile())) {
            return Optional.of(received(batches.open(copy), operator, findings));
        } catch (NotDelivered refused) {
            findings.accept(refused.finding());
            return Optional.empty();
        }
    }

    private <R> Delivered received(OpenedBatch<R> batch, String operator, Consumer<Finding> findings) {
        String register = batch.register().description().name();
        Act act = acts.open(
                        UUID.randomUUID().toString(),
                        "deliver " + register,
                        operator,
                        Map.of(
                                "operator",
                                operator,
                                "contract",
                                batch.contract().id(),
                                "files",
                                batch.files()))
                .orElseThrow(() -> new IllegalStateException("no two acts have one random number"));
        try {
            Delivered delivered = incoming.receive(
                    new Incoming<>(
                            batch.register(), batch.header(), batch.contract(), Way.FILE, act.receipt(), batch.place()),
                    received -> batch.records().forEach((record, place) -> received.add(record.get(), place)),
                    findings);
            act.close(delivered.content());
            return delivered;
        } catch (NotDelivered refused) {
            act.close(Map.of("refused", refused.finding().code()));
            throw refused;
        } catch (RuntimeException | Error failure) {
            act.giveUp(failure);
            throw failure;
        }
    }
}
