package lt.mokiniai.platform.servicelog;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Puts the {@link RedactingAppender} in place as soon as the log is set up, in whatever way the settings want it. */
final class LogRedaction implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ILoggerFactory log = LoggerFactory.getILoggerFactory();
        if (!(log instanceof LoggerContext context)) {
            throw new IllegalStateException("the service log must be Logback's: it withholds texts that repeat values");
        }
        Reconfiguration.standBeforeAll(context, ServiceState::takesMessages);
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
