package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lt.mokiniai.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails says why in a few lines, and shows nothing of its inside before that. */
class FailedStartTests {

    private static final String FLYWAY = "classpath:db/migration/oracle,classpath:db/migration/common,filesystem:";

    @TempDir
    private Path folder;

    @Test
    void aSecondDemoInAFolderSaysAtOnceWhereTheFirstListensAndWritesNothing() throws IOException {
        Map<String, String> demo = Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder + "/register;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;TRACE_LEVEL_FILE=0");
        try (ServerProcess first = ServerProcess.start(settings(demo))) {
            Map<String, FileTime> before = files();

            Program second = start(demo);

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .contains("A demo runs in " + folder + " already, on port "
                            + first.address("").getPort());
            assertIsPlain(second);
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        Program start = start(
                Map.of("spring.datasource.password", "${REGISTER_PASSWORD}", "mokiniai.key.master", "${KEYS}/log.key"));

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output())
                .contains("${REGISTER_PASSWORD} in spring.datasource.password", "${KEYS} in mokiniai.key.master");
        assertIsPlain(start);
    }

    @Test
    void aMigrationThatFailsIsToldInTenLines() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(
                scripts.resolve("V900__broken.sql"), "CREATE TABLE x (\n" + "a INT,\n".repeat(40) + "NUMBER()\n);\n");

        Program start = start(Map.of("spring.flyway.locations", FLYWAY + scripts));

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output())
                .contains("The tables of the database cannot be brought up to date:", "V900__broken.sql")
                .contains("flyway_schema_history");
        assertIsPlain(start);
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() {
        Program start = start(Map.of("spring.datasource.url", "jdbc:postgresql://localhost:1/register"));

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("The database cannot be used: Connection to localhost:1 refused");
        assertIsPlain(start);
    }

    /** No stack, no warning of what leaks, and from the reason on no more than ten lines that say something. */
    private static void assertIsPlain(Program start) {
        assertThat(start.output()).doesNotContain("\tat ", "$Worker.run", "memory leak", "UnsatisfiedDependency");
        String reason = start.output().substring(start.output().indexOf("Description:"));
        assertThat(reason.lines().filter(line -> !line.isBlank()).skip(1))
                .as(start.output())
                .hasSizeLessThanOrEqualTo(11);
    }

    private Program start(Map<String, String> more) {
        return Program.run(ServerProcess.command("512m", settings(more)));
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "mokiniai.demo.folder",
                folder.toString(),
                "mokiniai.security.trusted-authorities",
                folder.resolve("ca.crt").toString(),
                "spring.datasource.url",
                "jdbc:h2:mem:failed;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH",
                "mokiniai.demo.students",
                "20"));
        all.putAll(more);
        return all;
    }

    /** All that a start writes, but what the database does of itself. */
    private Map<String, FileTime> files() throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".db"))
                    .toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
