package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * Gives the entity manager of the current transaction to whoever asks for it in a constructor. Spring has one of its own
 * too, and prefers it, but only after the factory is made, and the endpoints are published before that.
 */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    EntityManager currentEntityManager(EntityManagerFactory factory) {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }
}
