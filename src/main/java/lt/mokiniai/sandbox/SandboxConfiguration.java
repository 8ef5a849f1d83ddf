package lt.mokiniai.sandbox;

import java.time.Clock;
import lt.mokiniai.demo.DemoProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two clocks that run beside the true one. */
@Configuration(proxyBeanMethods = false)
@InSandbox
@EnableConfigurationProperties(DemoProperties.class)
class SandboxConfiguration {

    /** @throws IllegalStateException in a start that is no demo */
    SandboxConfiguration(DemoProperties demo) {
        if (!demo.enabled()) {
            throw new IllegalStateException("mokiniai.sandbox.enabled is for a demo alone: whoever can reach a sandbox"
                    + " moves its clocks. Take the setting away, or start the demo: serve --demo");
        }
    }

    @Bean(defaultCandidate = false)
    MovableClock registerClock(Clock clock) {
        return new MovableClock(clock);
    }

    @Bean(defaultCandidate = false)
    MovableClock messageClock(Clock clock) {
        return new MovableClock(clock);
    }
}
