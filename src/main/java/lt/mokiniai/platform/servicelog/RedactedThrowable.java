package lt.mokiniai.platform.servicelog;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception as appenders may have it: whatever they ask, in whatever way, has no text of its own. */
final class RedactedThrowable extends ThrowableProxy {

    private final WithheldText told;
    private final @Nullable IThrowableProxy cause;
    private final IThrowableProxy[] suppressed;

    private RedactedThrowable(WithheldText told, IThrowableProxy whole) {
        super(told);
        this.told = told;
        this.cause = of(whole.getCause());
        this.suppressed =
                Arrays.stream(whole.getSuppressed()).map(RedactedThrowable::of).toArray(IThrowableProxy[]::new);
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy whole) {
        return whole == null ? null : new RedactedThrowable(WithheldText.of(whole), whole);
    }

    @Override
    public String getClassName() {
        return told.className();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return cause;
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return suppressed.clone();
    }
}
