package lt.mokiniai.exchange.pipeline;

import java.time.Clock;
import lt.mokiniai.contract.model.Connection;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.UsageAccounting;
import lt.mokiniai.exchange.http.BodyLimit;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.trust.RegisterKeys;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** CXF without its Boot starter: the bus, the servlet behind {@code /services}, and the service before it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeProperties.class)
class PipelineConfiguration {

    private static final String ROOT = "/services/*";

    /** Its life ends with the beans: by itself it ends when the stop begins, under messages that are at work. */
    @Bean(destroyMethod = "shutdown")
    Bus cxf() {
        return new SpringBus(true);
    }

    @Bean
    ServletRegistrationBean<CXFServlet> cxfServlet() {
        ServletRegistrationBean<CXFServlet> servlet = new ServletRegistrationBean<>(new CXFServlet(), ROOT);
        servlet.addInitParameter("hide-service-list-page", "true");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    BodyLimit bodyLimit(ExchangeProperties properties) {
        return () -> properties.limits().bytes();
    }

    @Bean
    Connection.Current currentConnection(CxfDispatch dispatch) {
        return dispatch::connection;
    }

    @Bean
    EnvelopeReader envelopeReader(ExchangeProperties properties) {
        return new EnvelopeReader(properties.limits());
    }

    /** @throws IllegalArgumentException when the heap is too small for one message of the greatest size */
    @Bean
    ParsingBudget parsingBudget(ExchangeProperties properties) {
        return ParsingBudget.ofHeap(properties.heapShare(), properties.limits());
    }

    @Bean
    Operations operations(PublishedOperations published) {
        return new Operations(published);
    }

    /** The list of checks as whoever looks at a message runs it; {@link MessageProcessor} adds what it spends. */
    @Bean
    Checks checks(
            EnvelopeReader envelopes,
            MessageVerifier verifier,
            RegisterKeys keys,
            ExchangeProperties properties,
            Operations operations,
            UsageAccounting usage) {
        return Checks.of(envelopes, verifier, keys, properties.registerId(), operations, usage);
    }

    @Bean
    FilterRegistrationBean<MessageProcessor> directDoor(MessageProcessor door) {
        FilterRegistrationBean<MessageProcessor> filter = new FilterRegistrationBean<>(door);
        filter.addUrlPatterns(ROOT);
        return filter;
    }

    /** The time as it is. */
    @Bean
    Clock clock() {
        return Clock.system(Dates.ZONE);
    }

    /** Says what today is for the register and its contracts; a sandbox has one that can be moved. */
    @Bean(defaultCandidate = false)
    @ConditionalOnBooleanProperty(name = "mokiniai.sandbox.enabled", havingValue = false, matchIfMissing = true)
    Clock registerClock(Clock clock) {
        return clock;
    }

    /** Judges how old messages, certificates and revocation lists are; a sandbox has one that can be moved. */
    @Bean(defaultCandidate = false)
    @ConditionalOnBooleanProperty(name = "mokiniai.sandbox.enabled", havingValue = false, matchIfMissing = true)
    Clock messageClock(Clock clock) {
        return clock;
    }
}
