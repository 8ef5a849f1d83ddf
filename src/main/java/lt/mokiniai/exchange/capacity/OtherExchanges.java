package lt.mokiniai.exchange.capacity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for other exchanges that are in the way of work. Whoever waits has given up what it held of the database and holds
 * a thread alone; no more than so many wait at once, and each no longer than so long.
 */
public final class OtherExchanges {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Work that can be undone, and done again. */
    @FunctionalInterface
    public interface Attempt<T> {

        /**
         * Does the work.
         *
         * @param mayWait whether it may throw {@link InTheWay}; else it has to end without what another exchange holds
         */
        T of(boolean mayWait);
    }

    private final int most;
    private final Semaphore free;
    private final Duration longest;

    OtherExchanges(int most, Duration longest) {
        this.most = most;
        this.free = new Semaphore(most);
        this.longest = longest;
    }

    /** Does work until no other exchange is in its way, or it has waited for as long as may be, or as many as may wait do. */
    public <T> T waitedFor(Attempt<T> work) {
        Optional<T> done = attempt(work);
        if (done.isEmpty() && free.tryAcquire()) {
            try {
                done = again(work);
            } finally {
                free.release();
            }
        }
        return done.orElseGet(() -> work.of(false));
    }

    private <T> Optional<T> again(Attempt<T> work) {
        long end = System.nanoTime() + longest.toNanos();
        Optional<T> done = Optional.empty();
        while (done.isEmpty() && System.nanoTime() - end < 0 && hasPaused()) {
            done = attempt(work);
        }
        return done;
    }

    private static <T> Optional<T> attempt(Attempt<T> work) {
        try {
            return Optional.of(work.of(true));
        } catch (RuntimeException failure) {
            if (InTheWay.isBehind(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static boolean hasPaused() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many wait now. */
    int waiting() {
        return most - free.availablePermits();
    }
}
