package lt.mokiniai.intake.deliveries.applying;

import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryWorker;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.deliveries.applying.RecordWork.Step;
import lt.mokiniai.intake.deliveries.sequence.DeliverySequence;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Applies the deliveries of one register after those of another. One that cannot go on now keeps no other. */
@Component
class DeliveryTurns implements DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTurns.class);

    private static final long NONE = -1;

    private final SourceRegisters registers;
    private final DeliverySequence sequence;
    private final RecordWork work;
    private final ExchangeTransactions transactions;

    DeliveryTurns(
            SourceRegisters registers,
            DeliverySequence sequence,
            RecordWork work,
            ExchangeTransactions transactions) {
        this.registers = registers;
        this.sequence = sequence;
        this.work = work;
        this.transactions = transactions;
    }

    /** On every node, some seconds after the turn before. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
    void takeTurn() {
        turn();
    }

    @Override
    public synchronized int turn() {
        return registers.all().stream().mapToInt(this::turn).sum();
    }

    private int turn(SourceRegister<?> register) {
        int done = 0;
        try {
            long last = NONE;
            Optional<KeptDelivery> next = next(register);
            // The same one again is one that another node has in hand.
            while (next.isPresent() && next.get().id() != last) {
                last = next.get().id();
                done += apply(register, last);
                next = next(register);
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Deliveries of {} cannot be applied now: {}",
                    register.description().name(),
                    Diagnosis.of(failure)
                            .map(Diagnosis::toString)
                            .orElseGet(() -> failure.getClass().getSimpleName()));
        }
        return done;
    }

    private Optional<KeptDelivery> next(SourceRegister<?> register) {
        return transactions.whole(() -> sequence.next(register.description().name()));
    }

    private int apply(SourceRegister<?> register, long delivery) {
        int done = 0;
        Step step = work.next(register, delivery);
        while (step != Step.NOTHING) {
            done += step == Step.RECORD ? 1 : 0;
            step = work.next(register, delivery);
        }
        return done;
    }
}
