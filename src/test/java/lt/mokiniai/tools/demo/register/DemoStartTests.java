package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import lt.mokiniai.platform.database.MaintenanceConnections;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class DemoStartTests {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withBean(Clock.class, () -> Database.CLOCK)
            .withBean(MaintenanceConnections.class)
            .withUserConfiguration(DemoRegister.class)
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:start;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
                    "spring.flyway.locations=classpath:db/migration/oracle,classpath:db/migration/common",
                    "mokiniai.demo.students=5");

    @Test
    void fillsTheRegisterWhenADemoStarts() {
        start.withPropertyValues("mokiniai.demo.enabled=true")
                .run(context -> assertThat(context.getBean(JdbcTemplate.class)
                                .queryForObject(
                                        "SELECT COUNT(*) FROM person WHERE register_id NOT LIKE 'DEMO%'",
                                        Integer.class))
                        .isEqualTo(5));
    }

    @Test
    void isNotThereInAnyOtherStart() {
        start.run(context -> assertThat(context).doesNotHaveBean(DemoRegister.class));
    }
}
