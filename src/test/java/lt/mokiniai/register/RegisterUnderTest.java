package lt.mokiniai.register;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.Key;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import lt.mokiniai.kernel.scope.PageKey;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.bench.SettableScope;
import lt.mokiniai.register.bench.SqlLog;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.load.LoadRuns;
import lt.mokiniai.register.load.Loading;
import lt.mokiniai.register.load.RegisterLoad;
import lt.mokiniai.register.tasks.deciding.TaskTerms;
import lt.mokiniai.wsdl.certificates.Certificates;
import lt.mokiniai.wsdl.enrolments.Enrolments;
import lt.mokiniai.wsdl.results.Results;
import lt.mokiniai.wsdl.students.Students;
import lt.mokiniai.wsdl.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The register modules alone, on a real database: no messages, no contracts, no log. It bears no stereotype, so that the scan of
 * the whole application, when a test starts that, passes it by.
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
class RegisterUnderTest {

    @Bean({"clock", "registerClock", "recordingClock"})
    SettableClock clock() {
        return new SettableClock();
    }

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

    @Bean
    Bench bench(
            Students students,
            Enrolments enrolments,
            Results results,
            Certificates certificates,
            Tasks tasks,
            TaskTerms terms,
            SettableScope scope,
            SettableClock clock,
            DataSource sql,
            HistoryStore store,
            PlatformTransactionManager transactions) {
        return new Bench(
                students,
                enrolments,
                results,
                certificates,
                tasks,
                terms,
                scope,
                clock,
                (SqlLog) sql,
                store,
                transactions);
    }

    @Bean
    Loading loading(RegisterLoad load, LoadRuns runs) {
        return new Loading(load, runs);
    }

    @Bean
    static BeanPostProcessor sqlLog() {
        return new BeanPostProcessor() {
            @Override
            public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new SqlLog(source) : bean;
            }
        };
    }
}
