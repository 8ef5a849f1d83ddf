package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** What the history needs of the database: the entity manager of the current transaction. */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    /** Spring has one of its own too, and prefers it, but only after the factory is made: the endpoints come before that. */
    @Bean
    EntityManager currentEntityManager(EntityManagerFactory factory) {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }
}
