package lt.mokiniai.exchange.capacity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import lt.mokiniai.exchange.capacity.Turns.Ticket;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;

/** Places at the database that threads take, wait for in their turn, and give back. */
public final class Places {

    /** A place that is held until it is given back. */
    interface Place {
        void giveBack();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition begun = lock.newCondition();
    private final AtomicLong refused = new AtomicLong();
    private final Turns turns;
    private final Duration longestWait;

    Places(Limits limits, Duration longestWait) {
        this.turns = new Turns(limits);
        this.longestWait = longestWait;
    }

    /**
     * Does work that needs a place; waits for one as long as a setting says.
     *
     * @param party whose message it is for
     * @throws ExchangeException {@code MR-903} when there is none, or too many wait already
     */
    public <T> T having(String party, Kind kind, Supplier<T> work) {
        return done(take(party, kind), work);
    }

    /** Does work that needs a place, if there is one now; whoever asks so is not counted as refused. */
    public <T> Optional<T> havingAtOnce(String party, Kind kind, Supplier<T> work) {
        return takeAtOnce(party, kind).map(place -> done(place, work));
    }

    private static <T> T done(Place place, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            place.giveBack();
        }
    }

    Place take(String party, Kind kind) {
        return place(party, kind, longestWait).orElseThrow(() -> {
            refused.incrementAndGet();
            return ExchangeException.of(ExchangeError.OVERLOADED);
        });
    }

    Optional<Place> takeAtOnce(String party, Kind kind) {
        return place(party, kind, Duration.ZERO);
    }

    private Optional<Place> place(String party, Kind kind, Duration wait) {
        lock.lock();
        try {
            Optional<Ticket> ticket = turns.arrive(party, kind);
            return ticket.filter(arrived -> hasBegun(arrived, wait)).map(this::placeOf);
        } finally {
            lock.unlock();
        }
    }

    private boolean hasBegun(Ticket ticket, Duration wait) {
        long left = wait.toNanos();
        try {
            while (!ticket.isAtWork() && left > 0) {
                left = begun.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ticket.isAtWork()) {
            turns.giveUp(ticket);
        }
        return ticket.isAtWork();
    }

    private Place placeOf(Ticket ticket) {
        return () -> {
            lock.lock();
            try {
                turns.leave(ticket);
                begun.signalAll();
            } finally {
                lock.unlock();
            }
        };
    }

    /** How many are at work now. */
    int atWork(Kind kind) {
        lock.lock();
        try {
            return turns.atWork(kind);
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return turns.waiting();
        } finally {
            lock.unlock();
        }
    }

    /** How many were refused since the start. */
    long refused() {
        return refused.get();
    }
}
