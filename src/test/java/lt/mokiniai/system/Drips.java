package lt.mokiniai.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends a little of many messages, again and again, until each is sent or its connection is lost. */
final class Drips implements AutoCloseable {

    private static final class Drip {
        final RawConnection connection;
        final byte[] bytes;
        final CompletableFuture<Boolean> isSent = new CompletableFuture<>();
        int sent;

        Drip(RawConnection connection, byte[] bytes) {
            this.connection = connection;
            this.bytes = bytes;
        }

        /** Sends the next piece; says whether it is the last. */
        boolean send(int piece) {
            int end = Math.min(bytes.length, sent + piece);
            try {
                connection.send(Arrays.copyOfRange(bytes, sent, end));
                sent = end;
            } catch (IOException lost) {
                isSent.complete(false);
            }
            if (sent == bytes.length) {
                isSent.complete(true);
            }
            return isSent.isDone();
        }
    }

    private final Collection<Drip> drips = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> ticks;

    /** So many bytes of each message every so often. */
    Drips(int piece, Duration every) {
        ticks = clock.scheduleAtFixedRate(
                () -> drips.removeIf(drip -> drip.send(piece)), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins to send. */
    void begin(RawConnection connection, byte[] bytes) {
        drips.add(new Drip(connection, bytes));
    }

    /** Begins to send; tells in the end whether all was sent. */
    CompletableFuture<Boolean> send(RawConnection connection, byte[] bytes) {
        Drip drip = new Drip(connection, bytes);
        drips.add(drip);
        return drip.isSent;
    }

    @Override
    public void close() {
        ticks.cancel(false);
        clock.shutdownNow();
    }
}
