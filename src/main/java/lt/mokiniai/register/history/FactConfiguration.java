package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import javax.sql.DataSource;
import lt.mokiniai.kernel.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** What the history needs of the database: the entity manager of the current transaction, and the time. */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    /** Spring has one of its own too, and prefers it, but only after the factory is made: the endpoints come before that. */
    @Bean
    EntityManager currentEntityManager(EntityManagerFactory factory) {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /** Says when things are recorded; a sandbox, which is one node, has the register's clock that can be moved. */
    @Bean(defaultCandidate = false)
    @ConditionalOnBooleanProperty(name = "mokiniai.sandbox.enabled", havingValue = false, matchIfMissing = true)
    Clock recordingClock(DataSource source) {
        return new DatabaseClock(source, Dates.ZONE);
    }
}
