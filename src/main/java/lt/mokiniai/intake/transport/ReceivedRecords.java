package lt.mokiniai.intake.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.RecordPlace;

/**
 * The records of one delivery on their way in: a thousand at a time, each thousand in a transaction. What was received before a
 * process died is received again when the delivery is begun anew, which changes nothing.
 *
 * @param <R> the record
 */
public final class ReceivedRecords<R> {

    private final DeliveryIntake intake;
    private final ExchangeTransactions transactions;
    private final SourceRegister<R> register;
    private final DeliveryHeader header;
    private final DeliveryOrigin origin;
    private final Consumer<Finding> findings;
    private final List<ReadRecord<R>> waiting = new ArrayList<>();
    private final List<RecordPlace> places = new ArrayList<>();
    private int received;
    private long unfit;
    private Optional<ReceivedPart> last = Optional.empty();

    /** @param findings told what does not fit in each record */
    ReceivedRecords(
            DeliveryIntake intake,
            ExchangeTransactions transactions,
            SourceRegister<R> register,
            DeliveryHeader header,
            DeliveryOrigin origin,
            Consumer<Finding> findings) {
        this.intake = intake;
        this.transactions = transactions;
        this.register = register;
        this.header = header;
        this.origin = origin;
        this.findings = findings;
    }

    /** Takes the next record. */
    public void add(ReadRecord<R> record, RecordPlace place) {
        waiting.add(record);
        places.add(place);
        if (waiting.size() == DeliveryIntake.MOST) {
            receive();
        }
    }

    /** Receives what is still to be received; of a delivery without records that it came. */
    public ReceivedPart end() {
        if (!waiting.isEmpty() || last.isEmpty()) {
            receive();
        }
        return last.orElseThrow();
    }

    /** How many do not fit. */
    public long unfit() {
        return unfit;
    }

    private void receive() {
        ReceivedPart part =
                transactions.whole(() -> intake.receive(register, header, received + 1, List.copyOf(waiting), origin));
        for (ReceivedPart.Result result : part.results()) {
            RecordPlace place = places.get(result.ordinal() - received - 1);
            result.findings().forEach(finding -> findings.accept(told(finding, place)));
            unfit += result.findings().isEmpty() ? 0 : 1;
        }
        received += waiting.size();
        waiting.clear();
        places.clear();
        last = Optional.of(part);
    }

    private static Finding told(RecordFinding finding, RecordPlace place) {
        return new Finding(place, finding.code(), finding.field().orElse(null), finding.message(), false);
    }
}
