package lt.mokiniai.exchange.entry;

import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.http.BodyLimit;
import lt.mokiniai.exchange.pipeline.ExchangeProperties;
import lt.mokiniai.exchange.security.MessageVerifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the entry point of signed messages before the services. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    FilterRegistrationBean<SignedEntryPoint> signedEntryPointFilter(SignedEntryPoint entry) {
        FilterRegistrationBean<SignedEntryPoint> filter = new FilterRegistrationBean<>(entry);
        filter.addUrlPatterns("/services/*");
        return filter;
    }

    @Bean
    BodyLimit bodyLimit(ExchangeProperties properties) {
        return () -> properties.limits().bytes();
    }

    /** How a message that is looked at and not answered proves its sender. */
    @Bean
    Check proof(MessageVerifier verifier) {
        return new WsSecurityCheck(verifier, signature -> {});
    }
}
