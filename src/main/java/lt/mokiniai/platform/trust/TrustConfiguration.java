package lt.mokiniai.platform.trust;

import java.time.Clock;
import lt.mokiniai.platform.clock.MessageClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together for the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class TrustConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TrustConfiguration.class);

    @Bean
    RegisterKeys registerKeys(SecurityProperties properties, @MessageClock Clock clock) {
        LOG.info("messages are signed by {}", CryptoProvider.install());
        return RegisterKeys.load(properties.keystoreFile(), properties.password(), clock);
    }

    @Bean
    TrustedAuthorities trustedAuthorities(SecurityProperties properties) {
        return TrustedAuthorities.load(properties.trustedAuthorities());
    }

    @Bean
    PartyCertificates partyCertificates(SecurityProperties properties) {
        return properties.partyCertificates() == null
                ? PartyCertificates.none()
                : PartyCertificates.in(properties.partyCertificates());
    }

    @Bean
    RevocationLists revocationLists(
            SecurityProperties properties, TrustedAuthorities authorities, @MessageClock Clock clock) {
        RevocationLists lists = new RevocationLists(
                properties.crls(), authorities, properties.revocation(), properties.crlGrace(), clock);
        lists.refreshEvery(properties.crlRefresh());
        return lists;
    }

    @Bean
    CertificateValidator certificateValidator(
            TrustedAuthorities authorities, RevocationLists revocation, RegisterKeys keys, @MessageClock Clock clock) {
        return new CertificateValidator(authorities, revocation, keys.certificates(), clock);
    }
}
