package lt.mokiniai.platform.clock;

import java.time.Clock;
import lt.mokiniai.kernel.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks of a server that is no sandbox: all tell the time as it is. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The time as it is. */
    @Bean
    Clock clock() {
        return Clock.system(Dates.ZONE);
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnBooleanProperty(name = "mokiniai.sandbox.enabled", havingValue = false, matchIfMissing = true)
    Clock registerClock(Clock clock) {
        return clock;
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnBooleanProperty(name = "mokiniai.sandbox.enabled", havingValue = false, matchIfMissing = true)
    Clock messageClock(Clock clock) {
        return clock;
    }
}
