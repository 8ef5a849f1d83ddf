package lt.mokiniai.platform.servicelog;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Whether a service of this process takes messages: from before its port opens until after it is closed. */
@Component
final class ServiceState implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceState.class);
    private static final AtomicInteger TAKING = new AtomicInteger();
    /** The web server starts 1024 or 2048 before the end, and stops as much after the beginning. */
    private static final int BEFORE_THE_WEB_SERVER = 4096;

    private volatile boolean running;

    static boolean takesMessages() {
        return TAKING.get() > 0;
    }

    @Override
    public void start() {
        if (Thread.getDefaultUncaughtExceptionHandler() == null) {
            // Else the machine writes the text of what ended a thread past the log.
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.error("a thread ended", failure));
        }
        running = true;
        TAKING.incrementAndGet();
    }

    @Override
    public void stop() {
        running = false;
        TAKING.decrementAndGet();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - BEFORE_THE_WEB_SERVER;
    }
}
