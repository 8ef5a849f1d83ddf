package lt.mokiniai.exchange.selfservice;

import java.time.Clock;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.trust.CertificateValidator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the download of a party's WSDL before the service, which knows of messages and of what everybody may read. */
@Configuration(proxyBeanMethods = false)
class RecipientConfiguration {

    @Bean
    FilterRegistrationBean<OwnWsdlFilter> ownWsdl(
            CertificateValidator certificates,
            ActiveContracts contracts,
            OwnDescriptions descriptions,
            @RegisterClock Clock clock) {
        FilterRegistrationBean<OwnWsdlFilter> filter =
                new FilterRegistrationBean<>(new OwnWsdlFilter(certificates, contracts, descriptions, clock));
        filter.addUrlPatterns("/services/*");
        filter.setOrder(0);
        return filter;
    }
}
