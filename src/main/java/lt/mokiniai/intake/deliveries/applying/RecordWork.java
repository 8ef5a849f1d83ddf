package lt.mokiniai.intake.deliveries.applying;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.quarantine.Quarantine;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.springframework.stereotype.Component;

/**
 * Does the next step of a delivery in a transaction of its own, which holds the row of the delivery: so of several nodes one does
 * it, and where that node dies its lock is free and another goes on at the same record.
 */
@Component
class RecordWork {

    private final DeliveryRows deliveries;
    private final RecordRows records;
    private final RecordApplication application;
    private final FullDeliveries fullDeliveries;
    private final Quarantine quarantine;
    private final DeliveryEnd end;
    private final ExchangeTransactions transactions;

    RecordWork(
            DeliveryRows deliveries,
            RecordRows records,
            RecordApplication application,
            FullDeliveries fullDeliveries,
            Quarantine quarantine,
            DeliveryEnd end,
            ExchangeTransactions transactions) {
        this.deliveries = deliveries;
        this.records = records;
        this.application = application;
        this.fullDeliveries = fullDeliveries;
        this.quarantine = quarantine;
        this.end = end;
        this.transactions = transactions;
    }

    /** What a step did. */
    enum Step {
        /** A record came to something. */
        RECORD,
        /** Some of it was looked at. */
        LOOKED,
        /** There is nothing left to do here: it is done, waits for a decision, or another node has it in hand. */
        NOTHING
    }

    /** Does the next step of a delivery. What fails for a reason that passes is thrown, and done at a later turn. */
    <R> Step next(SourceRegister<R> register, long delivery) {
        AtomicReference<KeptRecord> tried = new AtomicReference<>();
        try {
            return transactions.whole(() -> step(register, delivery, tried));
        } catch (RuntimeException failure) {
            KeptRecord record = tried.get();
            if (record == null || Diagnosis.isPassing(failure)) {
                throw failure;
            }
            // What it wrote is undone; it waits like all that does not fit, and keeps no other.
            return transactions.whole(() -> {
                KeptDelivery held = deliveries.hold(delivery);
                if (held.state() == DeliveryState.APPLYING) {
                    quarantine.take(held, record, failure);
                }
                return Step.RECORD;
            });
        }
    }

    private <R> Step step(SourceRegister<R> register, long id, AtomicReference<KeptRecord> tried) {
        Optional<KeptDelivery> free =
                deliveries.holdIfFree(id).filter(delivery -> delivery.state() == DeliveryState.APPLYING);
        if (free.isEmpty()) {
            return Step.NOTHING;
        }
        KeptDelivery delivery = free.get();
        if (delivery.isToBeLookedAt()) {
            return fullDeliveries.look(register, delivery) ? Step.LOOKED : Step.NOTHING;
        }
        Optional<KeptRecord> next = records.next(id);
        if (next.isEmpty()) {
            end.of(delivery);
            return Step.NOTHING;
        }
        KeptRecord record = next.get();
        if (record.isWhole()) {
            tried.set(record);
            List<RecordFinding> unfit = application.apply(register, delivery, record);
            if (!unfit.isEmpty()) {
                quarantine.take(delivery, record, unfit);
            }
        } else {
            quarantine.takeUnread(delivery, record);
        }
        return Step.RECORD;
    }
}
