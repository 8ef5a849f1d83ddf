package lt.mokiniai.exchange.security;

import java.time.Clock;
import lt.mokiniai.exchange.security.MessageVerifier.Freshness;
import lt.mokiniai.platform.clock.MessageClock;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.PartyCertificates;
import lt.mokiniai.platform.trust.SecurityProperties;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together for the server. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    MessageVerifier messageVerifier(
            SecurityProperties properties,
            TrustedAuthorities authorities,
            PartyCertificates parties,
            CertificateValidator certificates,
            @MessageClock Clock clock) {
        return new MessageVerifier(
                authorities,
                parties,
                certificates,
                new Freshness(properties.timestampLifetime(), properties.futureTolerance()),
                properties.tokenSize(),
                clock);
    }

    /** By the time as it is: whoever gets an answer must be able to verify it. */
    @Bean
    MessageSigner messageSigner(Clock clock) {
        return new MessageSigner(clock);
    }
}
