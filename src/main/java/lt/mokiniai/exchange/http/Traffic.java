package lt.mokiniai.exchange.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.exchange.http.connection.Connections;
import lt.mokiniai.exchange.http.connection.Tally;
import lt.mokiniai.exchange.http.transfer.Transfers;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is being received and sent, watched several times a second for who is too slow. */
final class Traffic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final Transfers receiving;
    private final Transfers sending;
    private final Tally tally = new Tally();
    private final List<Connections> connections = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "http-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looks;

    Traffic(HttpProperties properties) {
        receiving = Transfers.within(
                properties.receiving().limits(), properties.receiving().heapPercent());
        sending = Transfers.within(
                properties.sending().limits(), properties.sending().heapPercent());
        looks = watch.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    Transfers receiving() {
        return receiving;
    }

    Transfers sending() {
        return sending;
    }

    /** Makes the connections of one server, and watches them too. */
    Connections connections(HttpProperties.Connections properties) {
        Connections made = new Connections(properties.limits(), tally);
        connections.add(made);
        return made;
    }

    void count(ExchangeError error) {
        tally.count("bodies refused with " + error.code());
    }

    void countUnread() {
        tally.count("answers read too slowly");
    }

    private void look() {
        tried(receiving::check);
        tried(sending::check);
        connections.forEach(some -> tried(some::check));
        tally.say();
    }

    /** Whoever fails here must not end the watch. */
    private static void tried(Runnable check) {
        try {
            check.run();
        } catch (RuntimeException failure) {
            LOG.error("a look at the traffic failed: {}", FailureText.of(failure));
        }
    }

    @Override
    public void close() {
        looks.cancel(false);
        watch.shutdownNow();
    }
}
