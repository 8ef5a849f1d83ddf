package lt.mokiniai.system;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** On an embedded database in a file. */
class H2KilledIntakeTests extends KilledIntakeContract {

    private static final String MODE = ";MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000";

    @TempDir
    private Path folder;

    @Override
    Map<String, String> database() {
        return Map.of("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("data/register") + MODE);
    }
}
