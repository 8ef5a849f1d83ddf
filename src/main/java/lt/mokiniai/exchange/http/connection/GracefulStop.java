package lt.mokiniai.exchange.http.connection;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the connections when the service stops, before anything else ends. Spring Boot's own graceful shutdown waits only
 * for requests that have reached a servlet, and not until their answers are written.
 */
public final class GracefulStop implements SmartLifecycle {

    private final Connections connections;
    private volatile boolean isRunning;

    /** Of one server. */
    public GracefulStop(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    /** Not called: the other one is. */
    @Override
    public void stop() {
        throw new UnsupportedOperationException("a graceful stop takes its time");
    }

    @Override
    public void stop(Runnable done) {
        isRunning = false;
        new Thread(() -> close(done), "http-stop").start();
    }

    private void close(Runnable done) {
        try {
            connections.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            done.run();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
}
