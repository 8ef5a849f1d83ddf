package lt.mokiniai.platform.servicelog;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A line of the log as it may be written: what it says is given, and its exception has no text. */
record RedactedEvent(ILoggingEvent whole, String text) implements ILoggingEvent {

    private static final Object[] NO_ARGUMENTS = {};

    @Override
    public String getMessage() {
        return text;
    }

    @Override
    public String getFormattedMessage() {
        return text;
    }

    @Override
    public Object[] getArgumentArray() {
        return NO_ARGUMENTS;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return RedactedThrowable.of(whole.getThrowableProxy());
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return Map.of();
    }

    @Override
    @SuppressWarnings("deprecation")
    public Map<String, String> getMdc() {
        return Map.of();
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return List.of();
    }

    @Override
    public List<Marker> getMarkerList() {
        return List.of();
    }

    @Override
    public String getThreadName() {
        return whole.getThreadName();
    }

    @Override
    public Level getLevel() {
        return whole.getLevel();
    }

    @Override
    public String getLoggerName() {
        return whole.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return whole.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return whole.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return whole.hasCallerData();
    }

    @Override
    public long getTimeStamp() {
        return whole.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return whole.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return whole.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        whole.prepareForDeferredProcessing();
    }

    /** Some appenders write an event as it says itself. */
    @Override
    public String toString() {
        return "[" + whole.getLevel() + "] " + text;
    }
}
