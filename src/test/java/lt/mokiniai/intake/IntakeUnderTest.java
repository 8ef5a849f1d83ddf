package lt.mokiniai.intake;

import lt.mokiniai.intake.example.ExampleMapper;
import lt.mokiniai.intake.example.ExampleSource;
import lt.mokiniai.register.RegisterModules;
import lt.mokiniai.register.bench.SettableClock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries and the register modules that they need, with a source register and a clock of the test. */
@Import(RegisterModules.class)
@ComponentScan({"lt.mokiniai.intake.deliveries", "lt.mokiniai.intake.reports"})
class IntakeUnderTest {

    @Bean({"clock", "registerClock", "recordingClock"})
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    ExampleMapper mapper(JdbcClient jdbc) {
        return new ExampleMapper(jdbc);
    }

    @Bean
    ExampleSource example(ExampleMapper mapper) {
        return new ExampleSource(mapper);
    }

    @Bean
    IntakeDesk desk(ApplicationContext beans) {
        return new IntakeDesk(beans);
    }
}
