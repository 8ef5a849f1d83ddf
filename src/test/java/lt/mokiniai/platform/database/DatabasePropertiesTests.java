package lt.mokiniai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The limits of time end an exchange before its client has gone, or the service does not start. */
class DatabasePropertiesTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(DatabaseProperties.class)
    static class Settings {}

    @Test
    void theDefaultsEndAnExchangeBeforeItsClientHasGone() {
        runner.run(
                context -> assertThat(context.getBean(DatabaseProperties.class).clientsWait())
                        .isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void limitsThatLetAnExchangeTakeLongerAreRefused() {
        for (Map.Entry<String, String> longer : Map.of(
                        "connection", "6s", "socket", "12s", "transaction", "20s", "settlement", "9s")
                .entrySet()) {
            runner.withPropertyValues("mokiniai.database." + longer.getKey() + "=" + longer.getValue())
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("clients wait 60 s (mokiniai.database.clients-wait)"));
        }
    }

    @Test
    void aStatementMayNotTakeLongerThanItsConnectionMayBeSilent() {
        runner.withPropertyValues("mokiniai.database.statement=9s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("mokiniai.database.socket must be longer"));
    }
}
