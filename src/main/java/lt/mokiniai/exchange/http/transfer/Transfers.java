package lt.mokiniai.exchange.http.transfer;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The transfers of one direction: which are too slow, and the memory that all of them may take. */
public final class Transfers {

    /** Whoever has only begun is not measured against the others. */
    private static final Duration NEW = Duration.ofSeconds(1);

    /** What is taken at once for a message of a usual size at the most; a list or a flood takes larger pieces. */
    private static final int SMALL = 64 * 1024;
    /** Large pieces leave this part of the memory free for small ones. */
    private static final int PART_FOR_SMALL = 8;

    private final Pace.Limits limits;
    private final long memory;
    private final AtomicLong taken = new AtomicLong();
    private final Set<Transfer> inProgress = ConcurrentHashMap.newKeySet();

    Transfers(Pace.Limits limits, long memory) {
        this.limits = limits;
        this.memory = memory;
    }

    /** Those that may take so many percent of this machine's heap. */
    public static Transfers within(Pace.Limits limits, int heapPercent) {
        return new Transfers(limits, Runtime.getRuntime().maxMemory() / 100 * heapPercent);
    }

    Pace begin() {
        return new Pace(limits, System.nanoTime());
    }

    void add(Transfer transfer) {
        inProgress.add(transfer);
    }

    void remove(Transfer transfer) {
        inProgress.remove(transfer);
    }

    /** Ends those that have become too slow. */
    public void check() {
        long now = System.nanoTime();
        for (Transfer transfer : inProgress) {
            transfer.pace().broken(now).ifPresent(transfer::tooSlow);
        }
    }

    /** Takes memory for a transfer; where there is not enough, the slowest ones lose theirs. Says whether there was. */
    boolean take(Transfer taker, int bytes) {
        while (!takeFree(bytes)) {
            Optional<Transfer> slowest = slowest(taker);
            if (slowest.isEmpty()) {
                return false;
            }
            inProgress.remove(slowest.get());
            slowest.get().displace();
        }
        return true;
    }

    /** Takes memory that is needed whether there is any or not. */
    void takeAnyway(Transfer taker, int bytes) {
        if (!take(taker, bytes)) {
            taken.addAndGet(bytes);
        }
    }

    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }

    private boolean takeFree(int bytes) {
        long most = bytes > SMALL ? memory - memory / PART_FOR_SMALL : memory;
        long before = taken.get();
        while (before + bytes <= most) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    /** The slowest that is slower than the one that asks. */
    private Optional<Transfer> slowest(Transfer taker) {
        long now = System.nanoTime();
        double least = taker.pace().age(now).compareTo(NEW) < 0
                ? Double.MAX_VALUE
                : taker.pace().rate(now);
        return inProgress.stream()
                .filter(other -> other != taker && other.pace().age(now).compareTo(NEW) >= 0)
                .filter(other -> other.pace().rate(now) < least)
                .min(Comparator.comparingDouble(other -> other.pace().rate(now)));
    }
}
