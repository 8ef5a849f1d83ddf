package mokiniai.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Calls that come at their times, whether the ones before are answered or not: what a caller waits is counted from when it
 * meant to call, so that a server that stands still is not asked less.
 */
final class OpenLoop {

    private static final int CALLERS = 32;
    private static final int DIGITS = 3;

    private OpenLoop() {}

    /**
     * How long callers waited.
     *
     * @param perSecond how many called each second
     * @param calls how many called
     * @param refused how many were not answered
     * @param micros how long those who were waited, in microseconds
     */
    record Latency(double perSecond, int calls, int refused, Histogram micros) {

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** Calls so often a second, for so long. */
    static Latency run(Asked asked, double perSecond, Duration duration) {
        int calls = Math.max(1, (int) (perSecond * duration.toMillis() / 1_000));
        List<byte[]> requests = asked.requests().make(calls);
        Histogram micros = new ConcurrentHistogram(DIGITS);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            long begun = System.nanoTime();
            List<? extends Future<?>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> pool.submit(() -> {
                        for (int call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                            long meant = begun + (long) (call * 1e9 / perSecond);
                            waitUntil(meant);
                            if (asked.connection().answers(requests.get(call))) {
                                micros.recordValue((System.nanoTime() - meant) / 1_000);
                            } else {
                                refused.incrementAndGet();
                            }
                        }
                    }))
                    .toList();
            for (Future<?> caller : callers) {
                caller.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
        return new Latency(perSecond, calls, refused.get(), micros);
    }

    private static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
