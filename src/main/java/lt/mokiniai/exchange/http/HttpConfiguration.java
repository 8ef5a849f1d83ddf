package lt.mokiniai.exchange.http;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is one for all ports, and the server of the exchanges. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
@Import(HttpServerConfiguration.class)
class HttpConfiguration {

    @Bean
    Traffic traffic(HttpProperties properties) {
        return new Traffic(properties);
    }
}
