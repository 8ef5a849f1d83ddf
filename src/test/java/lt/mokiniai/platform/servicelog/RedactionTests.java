package lt.mokiniai.platform.servicelog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What an operator's own appenders get, whatever they make of it, and though their file is read anew. */
class RedactionTests {

    private static final String VALUE = "59403149013";
    private static final List<String> WRITTEN = new ArrayList<>();

    private final LoggerContext context = new LoggerContext();
    private final AtomicBoolean takesMessages = new AtomicBoolean();

    /** Writes an event in each way that appenders have. */
    public static final class Writing extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            JsonEncoder json = new JsonEncoder();
            json.setContext(getContext());
            json.setWithFormattedMessage(true);
            json.start();
            WRITTEN.add(new String(json.encode(event), StandardCharsets.UTF_8));
            WRITTEN.add(String.valueOf(LoggingEventVO.build(event).getThrowableProxy()));
            WRITTEN.add(event.toString());
            if (event.getThrowableProxy() != null) {
                StringWriter stack = new StringWriter();
                ((ThrowableProxy) event.getThrowableProxy()).getThrowable().printStackTrace(new PrintWriter(stack));
                WRITTEN.add(stack.toString());
            }
        }
    }

    @BeforeEach
    void configure() throws JoranException {
        WRITTEN.clear();
        context.setMDCAdapter(new LogbackMDCAdapter());
        read();
        Reconfiguration.standBeforeAll(context, takesMessages::get);
    }

    @AfterEach
    void end() {
        context.stop();
    }

    @Test
    void beforeMessagesAreTakenAllIsWritten() {
        fail("org.library");
        assertThat(String.join("\n", WRITTEN)).contains("about " + VALUE, "Key (code)=(" + VALUE + ")");
        takesMessages.set(true);
        takesMessages.set(false);
        WRITTEN.clear();
        fail("org.library");
        assertThat(String.join("\n", WRITTEN)).contains("about " + VALUE);
    }

    @Test
    void onceTheyAreTakenTextsAreWithheldFromEveryAppender() {
        takesMessages.set(true);
        fail("org.library");
        assertWithheld();
        fail("org.library.apart");
        assertWithheld();
    }

    @Test
    void ourTextsAreWrittenWithoutThoseOfTheirExceptions() {
        takesMessages.set(true);
        context.getLogger("lt.mokiniai.x").warn("{} failed", "the folder", failure());
        assertThat(String.join("\n", WRITTEN))
                .contains("the folder failed", "java.sql.SQLException", "SQLSTATE 23505", "RedactionTests.failure")
                .doesNotContain(VALUE);
    }

    @Test
    void whatIsSaidBesideTheTextIsWithheldToo() {
        takesMessages.set(true);
        context.getLogger("org.library")
                .atWarn()
                .addKeyValue("code", VALUE)
                .addArgument(VALUE)
                .log("about {}");
        assertThat(String.join("\n", WRITTEN)).contains("org.library").doesNotContain(VALUE);
    }

    @Test
    void aConfigurationThatIsReadAnewWithholdsToo() throws JoranException {
        takesMessages.set(true);
        context.reset();
        fail("org.library");
        assertThat(WRITTEN).isEmpty();
        read();
        fail("org.library");
        assertWithheld();
        fail("org.library.apart");
        assertWithheld();
    }

    private static void assertWithheld() {
        String all = String.join("\n", WRITTEN);
        assertThat(all)
                .contains("java.lang.IllegalStateException", "java.sql.SQLException", "SQLSTATE 23505")
                .contains("RedactionTests.failure")
                .doesNotContain(VALUE);
        WRITTEN.clear();
    }

    private void fail(String logger) {
        Logger library = context.getLogger(logger);
        library.error("about " + VALUE, failure());
    }

    private static Exception failure() {
        Exception whole = new IllegalStateException(
                "INSERT of " + VALUE, new SQLException("Key (code)=(" + VALUE + ") already exists", "23505", 7));
        whole.addSuppressed(new IllegalStateException("closing " + VALUE));
        return whole;
    }

    private void read() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                new ByteArrayInputStream("""
                <configuration>
                  <appender name="OWN" class="%s"/>
                  <logger name="org.library.apart" additivity="false"><appender-ref ref="OWN"/></logger>
                  <root level="INFO"><appender-ref ref="OWN"/></root>
                </configuration>
                """.formatted(Writing.class.getName()).getBytes(StandardCharsets.UTF_8)));
    }
}
