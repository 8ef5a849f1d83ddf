package lt.mokiniai.quota;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the old rows be removed at their time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QuotaConfiguration {}
