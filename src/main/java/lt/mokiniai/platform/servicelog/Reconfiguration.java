package lt.mokiniai.platform.servicelog;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps the {@link RedactingAppender} before all others though the configuration of the log is read anew: an operator's
 * file may say so ({@code scan}). What is logged between, while messages are taken, is not written.
 */
final class Reconfiguration implements LoggerContextListener, ConfigurationEventListener {

    private final LoggerContext context;
    private final BooleanSupplier takesMessages;

    private Reconfiguration(LoggerContext context, BooleanSupplier takesMessages) {
        this.context = context;
        this.takesMessages = takesMessages;
    }

    /**
     * Withholds what the appenders of a context write, and those that it gets by another configuration.
     *
     * @param takesMessages whether messages are taken now
     */
    static void standBeforeAll(LoggerContext context, BooleanSupplier takesMessages) {
        if (context.getCopyOfListenerList().stream().noneMatch(Reconfiguration.class::isInstance)) {
            Reconfiguration noticed = new Reconfiguration(context, takesMessages);
            context.addListener(noticed);
            context.addConfigurationEventListener(noticed);
        }
        RedactingAppender.standBeforeAll(context, takesMessages);
        context.getTurboFilterList().removeIf(Silence.class::isInstance);
    }

    /** The appenders are gone, and those to come are not known yet. */
    @Override
    public void onReset(LoggerContext reset) {
        if (takesMessages.getAsBoolean()) {
            reset.addTurboFilter(new Silence());
        }
    }

    @Override
    public void listen(ConfigurationEvent event) {
        switch (event.getEventType()) {
            case CONFIGURATION_ENDED_SUCCESSFULLY, CONFIGURATION_ENDED_WITH_XML_PARSING_ERRORS ->
                standBeforeAll(context, takesMessages);
            default -> {
                // Nothing has changed yet.
            }
        }
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext started) {
        // Its appenders come by a configuration.
    }

    @Override
    public void onStop(LoggerContext stopped) {
        // Nothing is written any more.
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        // Whatever its level, it is withheld.
    }

    /** Writes nothing. */
    private static final class Silence extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            return FilterReply.DENY;
        }
    }
}
