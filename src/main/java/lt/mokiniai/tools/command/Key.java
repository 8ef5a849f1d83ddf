package lt.mokiniai.tools.command;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lt.mokiniai.exchange.keys.KeyRotation;
import lt.mokiniai.exchange.keys.KeyRotation.Rotated;
import lt.mokiniai.platform.database.ConnectionLimits;
import lt.mokiniai.platform.database.DatabaseProperties;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What is done with the master key besides using it. */
@Command(name = "key", mixinStandardHelpOptions = true, subcommands = Key.Rotate.class)
final class Key {

    /** Replaces it, under running nodes or without any. */
    @Command(name = "rotate", mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        @Option(names = "--to", required = true, paramLabel = "FILE")
        private Path to;

        @Unmatched
        private final List<String> properties = new ArrayList<>();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            StandardEnvironment environment = new StandardEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new SimpleCommandLinePropertySource(properties.toArray(String[]::new)));
            ConfigurationPropertySources.attach(environment);
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            Path from = Path.of(required(environment, "mokiniai.key.master"));
            required(environment, "spring.datasource.url");
            Rotated rotated = rotate(Binder.get(environment), from);
            PrintWriter out = spec.commandLine().getOut();
            out.println("The master key was replaced: " + rotated.months() + " keys of months and " + rotated.stored()
                    + " keys of their own are wrapped by that in " + to + " now.");
            out.println("Put it into the place of " + from + " on each node, by one move. Nodes that run take it within"
                    + " seconds; one that starts with the former is refused.");
            out.println("Keep the former as long as backups of the database that were made before.");
            return 0;
        }

        private Rotated rotate(Binder settings, Path from) {
            DataSourceProperties database = settings.bind("spring.datasource", DataSourceProperties.class)
                    .get();
            try (HikariDataSource connections = database.initializeDataSourceBuilder()
                    .type(HikariDataSource.class)
                    .build()) {
                settings.bind("spring.datasource.hikari", Bindable.ofInstance(connections));
                DatabaseProperties limits = settings.bindOrCreate("mokiniai.database", DatabaseProperties.class);
                new ConnectionLimits(limits).on(connections);
                return new KeyRotation(connections, limits, Clock.systemUTC()).rotate(from, to);
            } catch (NestedRuntimeException e) {
                throw new IllegalStateException(
                        "the database cannot be used, or is not the register's; nothing was changed: "
                                + e.getMostSpecificCause().getMessage(),
                        e);
            }
        }

        private static String required(StandardEnvironment environment, String setting) {
            String value = environment.getProperty(setting);
            if (value == null) {
                throw new IllegalArgumentException(setting + " is missing; name the settings of the service:"
                        + " --spring.config.additional-location=FILE");
            }
            return value;
        }
    }
}
