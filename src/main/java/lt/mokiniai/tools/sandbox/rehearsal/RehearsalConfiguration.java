package lt.mokiniai.tools.sandbox.rehearsal;

import java.time.Clock;
import java.util.List;
import lt.mokiniai.exchange.http.RefusalWriter;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.tools.sandbox.ConditionalOnSandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What decorates an exchange in a sandbox. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
class RehearsalConfiguration {

    @Bean
    Rehearsals rehearsals(Clock clock) {
        return new Rehearsals(clock);
    }

    @Bean
    QuotaRefusals quotaRefusals(@RegisterClock Clock clock) {
        return new QuotaRefusals(clock);
    }

    @Bean
    static RehearsedParts rehearsedParts(ObjectProvider<Rehearsals> rehearsals, ObjectProvider<QuotaRefusals> quotas) {
        return new RehearsedParts(rehearsals, quotas);
    }

    /** Before the filter that answers messages, which is the last. */
    @Bean
    FilterRegistrationBean<RehearsalFilter> rehearsalFilter(Rehearsals rehearsals, List<RefusalWriter> writers) {
        FilterRegistrationBean<RehearsalFilter> filter =
                new FilterRegistrationBean<>(new RehearsalFilter(rehearsals, writers));
        filter.addUrlPatterns("/services/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }
}
