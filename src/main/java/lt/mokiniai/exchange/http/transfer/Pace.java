package lt.mokiniai.exchange.http.transfer;

import java.time.Duration;
import java.util.Optional;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/** How fast one transfer goes, and whether that is fast enough. Times are those of {@link System#nanoTime()}. */
public final class Pace {

    /**
     * What is asked of a transfer.
     *
     * @param leastRate bytes a second, by the average of each window
     */
    public record Limits(Duration deadline, int leastRate, Duration window) {

        private double leastOfAWindow() {
            return leastRate * (window.toNanos() / 1e9);
        }
    }

    private final Limits limits;
    private final long begun;
    private long windowBegun;
    private long ofWindow;
    private long ofAll;

    Pace(Limits limits, long now) {
        this.limits = limits;
        this.begun = now;
        this.windowBegun = now;
    }

    synchronized void moved(int bytes) {
        ofWindow += bytes;
        ofAll += bytes;
    }

    /** Names the limit that the transfer has broken by now. */
    synchronized Optional<Text> broken(long now) {
        if (now - begun > limits.deadline().toNanos()) {
            return Optional.of(Messages.text("transfer.deadline", seconds(limits.deadline())));
        }
        if (now - windowBegun > limits.window().toNanos()) {
            if (ofWindow < limits.leastOfAWindow()) {
                return Optional.of(Messages.text("transfer.least-rate", limits.leastRate()));
            }
            windowBegun = now;
            ofWindow = 0;
        }
        return Optional.empty();
    }

    /** Bytes a second since the beginning. */
    synchronized double rate(long now) {
        return ofAll / Math.max((now - begun) / 1e9, 1e-3);
    }

    Duration age(long now) {
        return Duration.ofNanos(now - begun);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? String.valueOf(duration.toSeconds())
                : String.valueOf(duration.toMillis() / 1000.0);
    }
}
