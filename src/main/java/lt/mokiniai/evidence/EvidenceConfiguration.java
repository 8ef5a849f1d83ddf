package lt.mokiniai.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the module's settings, and reads its key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {

    @Bean
    MasterKey masterKey(EvidenceProperties properties) {
        return MasterKey.load(properties.masterKeyFile());
    }
}
