package lt.mokiniai.tools.sandbox;

import java.time.Clock;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.tools.demo.DemoProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Two clocks that run beside the true one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
@EnableConfigurationProperties({DemoProperties.class, SandboxProperties.class})
class SandboxConfiguration {

    /** @throws IllegalStateException in a start that is no demo */
    SandboxConfiguration(DemoProperties demo) {
        if (!demo.enabled()) {
            throw new IllegalStateException("mokiniai.sandbox.enabled is for a demo alone: whoever can reach a sandbox"
                    + " moves its clocks. Take the setting away, or start the demo: serve --demo");
        }
    }

    /** Before anything of a request is read. */
    @Bean
    FilterRegistrationBean<SameOriginFilter> sameOrigin(SandboxProperties properties) {
        FilterRegistrationBean<SameOriginFilter> filter =
                new FilterRegistrationBean<>(new SameOriginFilter(properties));
        filter.addUrlPatterns("/sandbox/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setAsyncSupported(true);
        return filter;
    }

    @Bean(defaultCandidate = false)
    MovableClock registerClock(Clock clock) {
        return new MovableClock(clock);
    }

    /** A sandbox is one node, and records at the time that it is told to have. */
    @Bean(defaultCandidate = false)
    Clock recordingClock(@RegisterClock Clock clock) {
        return clock;
    }

    @Bean(defaultCandidate = false)
    MovableClock messageClock(Clock clock) {
        return new MovableClock(clock);
    }
}
