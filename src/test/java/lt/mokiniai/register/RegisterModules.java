package lt.mokiniai.register;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.Key;
import javax.crypto.spec.SecretKeySpec;
import lt.mokiniai.kernel.scope.PageKey;
import lt.mokiniai.register.bench.SettableScope;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The register modules alone, on a real database: no messages, no contracts, no log; whoever starts them brings the clocks. It
 * bears no stereotype, so that the scan of the whole application, when a test starts that, passes it by.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    PersistenceExceptionTranslationAutoConfiguration.class
})
@EntityScan({
    "lt.mokiniai.register.history",
    "lt.mokiniai.register.reference",
    "lt.mokiniai.register.students",
    "lt.mokiniai.register.enrolments",
    "lt.mokiniai.register.results",
    "lt.mokiniai.register.certificates"
})
@ComponentScan({
    "lt.mokiniai.platform.database",
    "lt.mokiniai.register.times",
    "lt.mokiniai.register.tokens",
    "lt.mokiniai.register.writing",
    "lt.mokiniai.register.history",
    "lt.mokiniai.register.reference",
    "lt.mokiniai.register.students",
    "lt.mokiniai.register.enrolments",
    "lt.mokiniai.register.results",
    "lt.mokiniai.register.tasks",
    "lt.mokiniai.register.certificates",
    "lt.mokiniai.register.load"
})
public class RegisterModules {

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    PageKey pageKey() {
        Key key = new SecretKeySpec(new byte[32], "AES");
        return () -> key;
    }

    @Bean
    SettableScope currentScope() {
        return new SettableScope();
    }
}
