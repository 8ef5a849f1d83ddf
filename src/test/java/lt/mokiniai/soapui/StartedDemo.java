package lt.mokiniai.soapui;

import java.nio.file.Path;
import java.util.Map;
import lt.mokiniai.Application;
import lt.mokiniai.Fork;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A demo start as a tester has it, with fewer students: its own keys, its own database, the contracts that are there. */
record StartedDemo(ConfigurableApplicationContext application) {

    private static final Path FOLDER = Fork.folder("soapui/demo");

    /** Started once. */
    private static final class Shared {
        static final StartedDemo DEMO = start();
    }

    static StartedDemo shared() {
        return Shared.DEMO;
    }

    private static StartedDemo start() {
        return new StartedDemo(SpringApplication.run(
                Application.class,
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--management.server.port=-1",
                "--spring.datasource.url=jdbc:h2:mem:soapui;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "--mokiniai.demo.folder=" + FOLDER,
                "--mokiniai.demo.students=300"));
    }

    /** What a tester of this start would set with the test runner's {@code -P}. */
    Map<String, String> properties() {
        return Map.of(
                "endpoint",
                "http://localhost:" + application.getEnvironment().getProperty("local.server.port"),
                "keys",
                FOLDER.toString());
    }
}
