package lt.mokiniai.platform.servicelog;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands for an exception: its class, its first frames and those of ours, and of a database's the SQLSTATE. */
@SuppressWarnings("serial")
final class WithheldText extends RuntimeException {

    private static final int FIRST_FRAMES = 12;
    private static final int MOST_FRAMES = 24;
    private static final String OURS = "lt.mokiniai.";

    private final String className;

    private WithheldText(IThrowableProxy whole, @Nullable Throwable cause) {
        super(text(whole), cause);
        this.className = whole.getClassName();
        setStackTrace(frames(whole));
    }

    /** Gives what may be told of an exception, of what caused it, and of what was suppressed. */
    static WithheldText of(IThrowableProxy whole) {
        IThrowableProxy cause = whole.getCause();
        WithheldText told = new WithheldText(whole, cause == null ? null : of(cause));
        Stream.of(whole.getSuppressed()).map(WithheldText::of).forEach(told::addSuppressed);
        return told;
    }

    String className() {
        return className;
    }

    private static String text(IThrowableProxy whole) {
        if (whole instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException told) {
            return "SQLSTATE " + told.getSQLState() + ", error " + told.getErrorCode();
        }
        if (whole instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof WithheldText told) {
            return Objects.requireNonNull(told.getMessage());
        }
        return "text withheld";
    }

    private static StackTraceElement[] frames(IThrowableProxy whole) {
        StackTraceElement[] frames = Arrays.stream(Objects.requireNonNullElse(
                        whole.getStackTraceElementProxyArray(), new StackTraceElementProxy[0]))
                .map(StackTraceElementProxy::getStackTraceElement)
                .toArray(StackTraceElement[]::new);
        return IntStream.range(0, frames.length)
                .filter(i -> i < FIRST_FRAMES || frames[i].getClassName().startsWith(OURS))
                .limit(MOST_FRAMES)
                .mapToObj(i -> frames[i])
                .toArray(StackTraceElement[]::new);
    }

    /** A stack trace begins with it: with the class of the exception that this one stands for. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return className + ": " + getMessage();
    }
}
