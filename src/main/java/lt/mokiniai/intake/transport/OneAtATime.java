package lt.mokiniai.intake.transport;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that may take long, beside the thread that looks at the schedules of a node, one piece at a time. What comes while another
 * goes on is let go: it is looked at again soon.
 */
public final class OneAtATime implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(5);

    private final ExecutorService thread;

    /** @param name of its thread */
    public OneAtATime(String name) {
        thread = new ThreadPoolExecutor(
                0,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread made = new Thread(work, name);
                    made.setDaemon(true);
                    return made;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Does a piece of work, unless another goes on. */
    public void run(Runnable work) {
        thread.execute(work);
    }

    /** Lets what goes on come to its end, for a moment; it can be begun anew. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
