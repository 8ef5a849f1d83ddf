package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import lt.mokiniai.register.history.HistoryNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class DemoStartTests {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withBean("clock", Clock.class, () -> Database.CLOCK)
            .withBean("registerClock", Clock.class, () -> Database.CLOCK, DemoStartTests::byNameAlone)
            .withUserConfiguration(HistoryNode.Parts.class, DemoRegister.class)
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:start;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
                    "spring.flyway.locations=classpath:db/migration/oracle,classpath:db/migration/common",
                    "mokiniai.demo.students=5");

    private static void byNameAlone(BeanDefinition clock) {
        ((AbstractBeanDefinition) clock).setDefaultCandidate(false);
    }

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
