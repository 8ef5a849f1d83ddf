package lt.mokiniai.intake.transport;

import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.stereotype.Component;

/** Where deliveries go that were found to be of who may deliver them. */
@Component
public class IncomingDeliveries {

    private final DeliveryIntake intake;
    private final ExchangeTransactions transactions;

    IncomingDeliveries(DeliveryIntake intake, ExchangeTransactions transactions) {
        this.intake = intake;
        this.transactions = transactions;
    }

    /**
     * A delivery that is about to be received.
     *
     * @param register which register's
     * @param contract by which it is delivered
     * @param receipt of the row in the message log
     * @param place of the file or answer as a whole
     * @param <R> the record
     */
    public record Incoming<R>(
            SourceRegister<R> register,
            DeliveryHeader header,
            Contract contract,
            Way way,
            String receipt,
            RecordPlace place) {

        private DeliveryOrigin origin() {
            SourceDescription<R> description = register.description();
            String party = contract.party().code();
            // As the message would be called that brings the same.
            String operation = "intake/v1/" + description.request();
            return new DeliveryOrigin(way, new Provenance(receipt, operation, party, party, Optional.empty()));
        }
    }

    /** Gives records of a delivery, one after the other. */
    @FunctionalInterface
    public interface Records<R> {
        void giveTo(ReceivedRecords<R> received);
    }

    /**
     * Receives a delivery.
     *
     * @param findings told what does not fit in each record
     * @throws NotDelivered when it is refused as a whole, with the code {@code MR-70x} of the refusal
     */
    public <R> Delivered receive(Incoming<R> incoming, Records<R> records, Consumer<Finding> findings) {
        ReceivedRecords<R> received = new ReceivedRecords<>(
                intake, transactions, incoming.register(), incoming.header(), incoming.origin(), findings);
        try {
            records.giveTo(received);
            ReceivedPart end = received.end();
            return new Delivered(
                    incoming.register().description().name(),
                    incoming.header(),
                    incoming.receipt(),
                    end.deliveryId(),
                    end.state(),
                    received.unfit());
        } catch (ExchangeException refused) {
            throw new NotDelivered(new Finding(
                            incoming.place(),
                            refused.error().code(),
                            refused.field().orElse(null),
                            refused.problem().message(),
                            false))
                    .because(refused);
        }
    }
}
