package lt.mokiniai.exchange.parsing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The part of the heap that all messages at work may take together. Room is reserved before a message is parsed: for its
 * bytes, for the largest document that they may become, and for the copies that the log makes; what finds no room is
 * refused and not parsed. A message may take half of what is free, so that large ones never take the last room of small
 * ones.
 */
public final class ParsingBudget {

    /** The message itself; compressed, and as long, where it does not compress; encrypted; handed to the database. */
    static final int COPIES = 4;

    private final long total;
    private final Limits limits;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param total how much all messages at work may take, in bytes
     * @throws IllegalArgumentException when the largest message that the limits allow would never find room
     */
    public ParsingBudget(long total, Limits limits) {
        this.total = total;
        this.limits = limits;
        long least = 2 * need(limits.bytes());
        if (total < least) {
            throw new IllegalArgumentException(
                    "messages may take %d MiB of the heap, and the largest one needs %d MiB free"
                            .formatted(total >> 20, (least >> 20) + 1));
        }
    }

    /**
     * A share of the heap that the process may have ({@code -Xmx}).
     *
     * @param percent the share
     * @throws IllegalArgumentException when the heap is too small for one message of the greatest size
     */
    public static ParsingBudget ofHeap(int percent, Limits limits) {
        return new ParsingBudget(Runtime.getRuntime().maxMemory() / 100 * percent, limits);
    }

    /** Room that is held until it is closed; closing it again does nothing. */
    public final class Reservation implements AutoCloseable {

        private final long size;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Reservation(long size) {
            this.size = size;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                taken.addAndGet(-size);
            }
        }
    }

    /**
     * Reserves room for a message.
     *
     * @param messageBytes its size
     * @return nothing where there is no room now
     */
    public Optional<Reservation> reserve(int messageBytes) {
        long need = need(messageBytes);
        long before = taken.get();
        while (need <= (total - before) / 2) {
            if (taken.compareAndSet(before, before + need)) {
                return Optional.of(new Reservation(need));
            }
            before = taken.get();
        }
        return Optional.empty();
    }

    /** How much is taken now, in bytes. */
    public long taken() {
        return taken.get();
    }

    /** How much is free now, in bytes. */
    public long free() {
        return total - taken.get();
    }

    private long need(int messageBytes) {
        return limits.treeOf(messageBytes) + (long) COPIES * messageBytes;
    }
}
