package lt.mokiniai.contract.schema;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compiles the published schemas once for everybody who asks about them. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    PublishedOperations publishedOperations() {
        return PublishedOperations.load();
    }
}
