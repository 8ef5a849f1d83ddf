package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class ServeTests {

    @Test
    void namesEverySettingThatIsMissing() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:h2:mem:x")
                .withProperty("mokiniai.security.crls[0]", "ca.crl");

        assertThat(Serve.Settings.missing(environment))
                .hasSize(8)
                .anyMatch(line -> line.startsWith("mokiniai.key.master: "))
                .noneMatch(
                        line -> line.startsWith("spring.datasource.url") || line.startsWith("mokiniai.security.crls"));
    }

    @Test
    void missesNothingInADemo() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        List<PropertySource<?>> demo =
                new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yaml"));
        demo.forEach(environment.getPropertySources()::addLast);

        assertThat(Serve.Settings.missing(environment)).isEmpty();
    }
}
