package lt.mokiniai.exchange.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the module's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnknownSenderProperties.class)
class EvidenceConfiguration {}
