package lt.mokiniai.intake.deliveries.applying;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lt.mokiniai.intake.deliveries.DeliveryWorker;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.deliveries.applying.RecordWork.Step;
import lt.mokiniai.intake.deliveries.sequence.DeliverySequence;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Applies the deliveries of one register after those of another, on a thread of its own: a delivery of a hundred thousand records
 * keeps nothing else waiting. One that cannot go on now keeps no other.
 */
@Component
class DeliveryTurns implements DeliveryWorker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTurns.class);

    private static final long NONE = -1;

    /** As long as a record takes at the most. */
    private static final int SECONDS_TO_STOP = 10;

    private final SourceRegisters registers;
    private final DeliveryRows deliveries;
    private final DeliverySequence sequence;
    private final RecordWork work;
    private final ExchangeTransactions transactions;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "deliveries");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean isAtWork = new AtomicBoolean();
    private volatile boolean isStopping;

    DeliveryTurns(
            SourceRegisters registers,
            DeliveryRows deliveries,
            DeliverySequence sequence,
            RecordWork work,
            ExchangeTransactions transactions) {
        this.registers = registers;
        this.deliveries = deliveries;
        this.sequence = sequence;
        this.work = work;
        this.transactions = transactions;
    }

    /** On every node, some seconds after the turn before. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
    void takeTurn() {
        if (!isStopping && isAtWork.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    turn();
                } catch (RuntimeException failure) {
                    LOG.warn("Deliveries cannot be looked for now: {}", Diagnosis.reason(failure));
                } finally {
                    isAtWork.set(false);
                }
            });
        }
    }

    @Override
    public synchronized int turn() {
        Set<String> waiting = transactions.apart(deliveries::waitingRegisters);
        return registers.all().stream()
                .filter(register -> waiting.contains(register.description().name()))
                .mapToInt(this::turn)
                .sum();
    }

    private int turn(SourceRegister<?> register) {
        int done = 0;
        try {
            long last = NONE;
            Optional<KeptDelivery> next = next(register);
            // The same one again is one that another node has in hand.
            while (!isStopping && next.isPresent() && next.get().id() != last) {
                last = next.get().id();
                done += apply(register, last);
                next = next(register);
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Deliveries of {} cannot be applied now: {}",
                    register.description().name(),
                    Diagnosis.reason(failure));
        }
        return done;
    }

    private Optional<KeptDelivery> next(SourceRegister<?> register) {
        return transactions.whole(() -> sequence.next(register.description().name()));
    }

    private int apply(SourceRegister<?> register, long delivery) {
        int done = 0;
        Step step = work.next(register, delivery);
        while (!isStopping && step != Step.NOTHING) {
            done += step == Step.RECORD ? 1 : 0;
            step = work.next(register, delivery);
        }
        return done;
    }

    /** Stops after the record in hand; another node, or the next start, goes on. */
    @Override
    public void close() {
        isStopping = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("A record of a delivery was cut off by the stop; it is applied again");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
