package lt.mokiniai.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the files of an embedded database before H2 does, which would let everybody read them: H2 takes an empty file
 * for a new database. The files of an earlier start lose the permissions of others. H2 writes no trace beside them.
 */
final class PrivateDatabaseFile implements EnvironmentPostProcessor, Ordered {

    private static final String URL = "spring.datasource.url";

    /** After a demo has said where its folder is. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 3;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Optional<DatabaseFile> database = DatabaseFile.of(environment);
        if (database.isPresent()) {
            try {
                makePrivate(database.get());
                withoutTrace(environment);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the files of the embedded database " + database.get().path()
                                + " cannot be made readable by their owner alone",
                        e);
            }
        }
    }

    /** The trace would repeat values of rows in texts of failures; whoever wants it nevertheless says so in the address. */
    private static void withoutTrace(ConfigurableEnvironment environment) {
        String url = environment.getRequiredProperty(URL);
        if (!url.toUpperCase(Locale.ROOT).contains(";TRACE_LEVEL_FILE=")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("embedded database", Map.of(URL, url + ";TRACE_LEVEL_FILE=0")));
        }
    }

    static void makePrivate(DatabaseFile database) throws IOException {
        OwnerOnly.ensureFolder(Objects.requireNonNull(database.path().getParent()));
        for (Path file : database.files().toList()) {
            OwnerOnly.ensureFile(file);
        }
        for (Path left : database.passingFiles().toList()) {
            if (Files.exists(left)) {
                OwnerOnly.narrow(left);
            }
        }
    }
}
