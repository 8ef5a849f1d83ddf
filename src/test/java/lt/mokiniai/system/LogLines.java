package lt.mokiniai.system;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is written for the operator while it is open, as it is written: behind what withholds texts. */
final class LogLines implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderAttachable<ILoggingEvent> written = written();
    private final Encoder<ILoggingEvent> console =
            ((ConsoleAppender<ILoggingEvent>) written.getAppender("CONSOLE")).getEncoder();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(console.encode(event), StandardCharsets.UTF_8));
        }
    };

    LogLines() {
        // Another test's application may have made the log quieter, and the log is one for all of them.
        ((Logger) LoggerFactory.getLogger("lt.mokiniai")).setLevel(Level.INFO);
        appender.setContext(((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).getLoggerContext());
        appender.start();
        written.addAppender(appender);
    }

    /** Gives the only appender of the log, which the others stand behind. */
    @SuppressWarnings("unchecked")
    private static AppenderAttachable<ILoggingEvent> written() {
        Iterator<Appender<ILoggingEvent>> all =
                ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).iteratorForAppenders();
        AppenderAttachable<ILoggingEvent> first = (AppenderAttachable<ILoggingEvent>) all.next();
        if (all.hasNext()) {
            throw new AssertionError("something is written past what withholds texts");
        }
        return first;
    }

    String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        written.detachAppender(appender);
        appender.stop();
    }
}
