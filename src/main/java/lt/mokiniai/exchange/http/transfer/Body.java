package lt.mokiniai.exchange.http.transfer;

import java.util.Arrays;

/**
 * The bytes of one body as they come in. Memory is taken for what has come, not for what was announced; one byte more
 * than the limit is kept, and shows that the body is too long.
 */
final class Body {

    private static final int FIRST = 4096;

    private final Transfers transfers;
    private final int most;
    private byte[] bytes = {};
    private int size;
    private boolean isGivenBack;

    /**
     * @param length the announced length, or a negative number where there is none
     * @param limit how long it may be
     */
    Body(Transfers transfers, long length, int limit) {
        this.transfers = transfers;
        this.most = length < 0 ? limit + 1 : (int) Math.min(length, limit + 1L);
    }

    /** Whether what comes further is of no use. */
    boolean isFull() {
        return size == most;
    }

    /** Adds what has come; says whether there was memory for it. Only one thread adds at a time. */
    boolean add(Transfer owner, byte[] from, int length) {
        int kept = Math.min(length, most - size);
        if (size + kept > bytes.length) {
            int larger = (int) Math.min(most, Math.max(Math.max(FIRST, 2L * bytes.length), size + kept));
            if (!transfers.take(owner, larger - bytes.length)) {
                return false;
            }
            if (!grow(larger)) {
                return false;
            }
        }
        System.arraycopy(from, 0, bytes, size, kept);
        size += kept;
        return true;
    }

    private synchronized boolean grow(int larger) {
        if (isGivenBack) {
            transfers.giveBack(larger - bytes.length);
            return false;
        }
        bytes = Arrays.copyOf(bytes, larger);
        return true;
    }

    /** The bytes; the memory stays taken. */
    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** Gives the memory back; once, however often it is called. */
    synchronized void giveBack() {
        if (!isGivenBack) {
            isGivenBack = true;
            transfers.giveBack(bytes.length);
        }
    }
}
