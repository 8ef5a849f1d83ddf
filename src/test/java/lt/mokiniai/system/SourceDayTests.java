package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lt.mokiniai.intake.reports.SourceState;
import lt.mokiniai.intake.reports.SourceStates;
import org.junit.jupiter.api.Test;

/** The sources of the demo: each is asked when the demo starts, and when the sandbox's clock has come to the next night. */
class SourceDayTests {

    private static List<String> delivered(Register register) {
        return register.bean(SourceStates.class).all().stream()
                .map(source -> source.register() + " "
                        + source.last()
                                .map(last -> String.valueOf(last.header().sequence()))
                                .orElse("–"))
                .toList();
    }

    private static String health(Register register) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(register.management("/actuator/health/sources"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void deliverAtTheStartAndEachNight() throws IOException, InterruptedException {
        try (Register register = Register.start(Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:sources;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=60000",
                "mokiniai.intake.transport.look-every",
                "200ms",
                "management.server.port",
                "0"))) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> delivered(register)
                            .equals(List.of("institutions 1", "licences 1", "pedagogues 1", "programmes 1")));
            assertThat(register.bean(SourceStates.class).all())
                    .extracting(SourceState::quarantined)
                    .containsOnly(0L);
            assertThat(health(register)).contains("\"licences\":{\"delivery\":", "\"quarantined\":0");

            new Sandbox(register).post("clock?by=P1D");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> delivered(register)
                            .equals(List.of("institutions 2", "licences 2", "pedagogues 2", "programmes 2")));
        }
    }
}
