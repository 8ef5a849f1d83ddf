package lt.mokiniai.pages;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lt.mokiniai.tools.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The services that the commands of a page have started in this process, the demo first; the last one is meant. */
final class StartedServices {

    private final Deque<ConfigurableApplicationContext> started = new ArrayDeque<>();

    /** Starts one as the command does, on ports that are free, with a small register where it is the demo's. */
    void start(List<String> command, List<String> arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        words.addAll(List.of("--server.port=0", "--management.server.port=0", "--mokiniai.demo.students=50"));
        SpringApplicationRunListener listener = new SpringApplicationRunListener() {
            @Override
            public void ready(ConfigurableApplicationContext context, Duration time) {
                started.addLast(context);
            }
        };
        int before = started.size();
        SpringApplication.withHook(
                application -> listener, (Runnable) () -> Commands.run(words.toArray(String[]::new)));
        if (started.size() == before) {
            throw new IllegalStateException("it did not start: " + words);
        }
    }

    /** The ports of the service and of its health. */
    String ports() {
        Environment environment = started.getLast().getEnvironment();
        return environment.getRequiredProperty("local.server.port") + " "
                + environment.getRequiredProperty("local.management.port");
    }

    /** Runs statements, each up to a semicolon, in one transaction, and undoes them. */
    String query(String statements) throws SQLException {
        Environment environment = started.getLast().getEnvironment();
        try (Connection connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String text : statements.split(";\\s*")) {
                statement.execute(text);
            }
            connection.rollback();
        }
        return "";
    }

    /** Leaves the demo alone. */
    String stopAllButTheFirst() {
        while (started.size() > 1) {
            started.removeLast().close();
        }
        return "";
    }
}
