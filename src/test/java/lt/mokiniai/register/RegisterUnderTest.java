package lt.mokiniai.register;

import javax.sql.DataSource;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.CuttableSource;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** The register modules, with a clock and a bench of the test. */
@Import(RegisterModules.class)
class RegisterUnderTest {

    @Bean({"clock", "registerClock", "recordingClock"})
    SettableClock clock() {
        return new SettableClock();
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
                return bean instanceof DataSource source ? new SqlLog(new CuttableSource(source)) : bean;
            }
        };
    }
}
