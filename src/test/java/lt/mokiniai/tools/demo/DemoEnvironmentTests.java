package lt.mokiniai.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogs;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** However a start becomes a demo, it is reached from this machine alone unless somebody asks otherwise. */
class DemoEnvironmentTests {

    @TempDir
    private static Path folder;

    @Test
    void aDemoListensOnThisMachineAlone() {
        ConfigurableEnvironment demo = prepared(Map.of("mokiniai.demo.enabled", "true"));

        assertThat(demo.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(demo.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void itListensElsewhereWhenAsked() {
        ConfigurableEnvironment demo = prepared(Map.of("mokiniai.demo.enabled", "true", "server.address", "0.0.0.0"));

        assertThat(demo.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(demo.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void aStartThatIsNoDemoIsLeftAlone() {
        assertThat(prepared(Map.of()).getProperty("server.address")).isNull();
    }

    private ConfigurableEnvironment prepared(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("folder", Map.of("mokiniai.demo.folder", folder.toString())));
        new DemoEnvironment(new DeferredLogs()).postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
