package lt.mokiniai.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxConfigurationTests {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(SandboxConfiguration.class);

    @Test
    void aStartThatIsNoDemoIsNoSandbox() {
        start.run(context -> assertThat(context).doesNotHaveBean(MovableClock.class));
        start.withPropertyValues("mokiniai.sandbox.enabled=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("mokiniai.sandbox.enabled is for a demo alone"));
        start.withPropertyValues("mokiniai.sandbox.enabled=true", "mokiniai.demo.enabled=true")
                .run(context -> assertThat(Set.copyOf(
                                context.getBeansOfType(MovableClock.class).values()))
                        .as("what is recorded goes by the register's")
                        .hasSize(2));
    }
}
