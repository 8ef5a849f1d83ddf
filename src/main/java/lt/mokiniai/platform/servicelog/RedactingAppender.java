package lt.mokiniai.platform.servicelog;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every other appender, whatever its format. From the moment on at which messages are taken, a library's
 * text is withheld, unless it is one of the few that never see a message or a row, and so is the text of each exception:
 * both repeat values. Class names, frames and SQLSTATEs remain.
 */
final class RedactingAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    /** Ours, which say what the catalogue allows, and those that speak of ports, pools and stops alone. */
    private static final List<String> SPEAKING = List.of(
            "lt.mokiniai.",
            "com.zaxxer.hikari.",
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.diagnostics.",
            "org.springframework.boot.tomcat.GracefulShutdown",
            "org.springframework.boot.tomcat.TomcatWebServer");

    private final AppenderAttachableImpl<ILoggingEvent> written = new AppenderAttachableImpl<>();

    private final BooleanSupplier takesMessages;

    private RedactingAppender(BooleanSupplier takesMessages) {
        this.takesMessages = takesMessages;
    }

    /**
     * Puts one before all appenders of a context; does nothing where that was done.
     *
     * @param takesMessages whether messages are taken now
     */
    static void standBeforeAll(LoggerContext context, BooleanSupplier takesMessages) {
        context.getLoggerList().forEach(logger -> standBeforeThoseOf(logger, takesMessages));
    }

    private static void standBeforeThoseOf(Logger logger, BooleanSupplier takesMessages) {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(appenders::add);
        if (appenders.isEmpty() || appenders.stream().allMatch(RedactingAppender.class::isInstance)) {
            return;
        }
        RedactingAppender before = new RedactingAppender(takesMessages);
        before.setContext(logger.getLoggerContext());
        before.setName("REDACTING");
        for (Appender<ILoggingEvent> appender : appenders) {
            logger.detachAppender(appender);
            before.addAppender(appender);
        }
        before.start();
        logger.addAppender(before);
    }

    @Override
    protected void append(ILoggingEvent event) {
        written.appendLoopOnAppenders(takesMessages.getAsBoolean() ? redacted(event) : event);
    }

    private static ILoggingEvent redacted(ILoggingEvent event) {
        boolean speaks = SPEAKING.stream().anyMatch(event.getLoggerName()::startsWith);
        return new RedactedEvent(event, speaks ? event.getFormattedMessage() : "(text withheld)");
    }

    @Override
    public void stop() {
        written.detachAndStopAllAppenders();
        super.stop();
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        written.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return written.iteratorForAppenders();
    }

    @Override
    public @Nullable Appender<ILoggingEvent> getAppender(String name) {
        return written.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return written.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        written.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return written.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        return written.detachAppender(name);
    }
}
