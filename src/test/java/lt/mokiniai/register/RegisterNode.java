package lt.mokiniai.register;

import java.util.Map;
import lt.mokiniai.register.bench.Bench;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The register modules on a database, for tests that Jupiter does not run. */
public final class RegisterNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RegisterNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one with settings of its own. */
    public static RegisterNode start(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(RegisterUnderTest.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode",
                "off",
                "logging.level.root",
                "warn",
                // The clock of the test says when things are recorded.
                "mokiniai.sandbox.enabled",
                "true"));
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new RegisterNode(application.run(arguments));
    }

    /** The register as a test has it in hand. */
    public Bench bench() {
        return context.getBean(Bench.class);
    }

    /** A part of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
