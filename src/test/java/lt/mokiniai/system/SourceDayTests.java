package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    @Test
    void deliverAtTheStartAndEachNight() {
        try (Register register = Register.start(Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:sources;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=60000",
                "mokiniai.intake.transport.look-every",
                "200ms"))) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> delivered(register)
                            .equals(List.of("institutions 1", "licences 1", "pedagogues 1", "programmes 1")));
            assertThat(register.bean(SourceStates.class).all())
                    .extracting(SourceState::quarantined)
                    .containsOnly(0L);

            new Sandbox(register).post("clock?by=P1D");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> delivered(register)
                            .equals(List.of("institutions 2", "licences 2", "pedagogues 2", "programmes 2")));
        }
    }
}
