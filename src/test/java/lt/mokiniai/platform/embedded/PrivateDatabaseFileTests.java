package lt.mokiniai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

@DisabledOnOs(OS.WINDOWS)
class PrivateDatabaseFileTests {

    @TempDir
    private Path folder;

    @Test
    void theFilesAreTheirOwnersAloneBeforeTheDatabaseWritesIntoThem() throws Exception {
        prepare("jdbc:h2:file:" + folder.resolve("new/register") + ";MODE=Oracle");

        assertThat(permissions(folder)).containsExactly("rwx------");
        assertThat(permissions(folder.resolve("new"))).containsExactly("rw-------");
        write("jdbc:h2:file:" + folder.resolve("new/register") + ";MODE=Oracle");
        assertThat(permissions(folder.resolve("new"))).containsExactly("rw-------");
    }

    @Test
    void theFilesOfAnEarlierStartLoseThePermissionsOfOthers() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("register");
        write(url);
        Files.createFile(folder.resolve("register.trace.db"));
        Files.createFile(folder.resolve("register.mv.db.tempFile"));
        for (Path file : files(folder)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }

        prepare(url);

        assertThat(permissions(folder)).containsExactly("rw-------");
        assertThat(rows(url)).isOne();
    }

    @Test
    void nothingIsMadeForADatabaseThatIsNoFile() throws Exception {
        for (String url : Stream.of("jdbc:h2:mem:x", "jdbc:h2:tcp://db/x", "jdbc:postgresql://db/x", "")
                .toList()) {
            prepare(url);
            assertThat(DatabaseFile.of(url)).as(url).isEmpty();
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void theDemosDatabaseIsAFileThatWritesNoTrace() throws IOException {
        String url = String.valueOf(new YamlPropertySourceLoader()
                .load("demo", new ClassPathResource("application-demo.yaml"))
                .get(0)
                .getProperty("spring.datasource.url"));

        assertThat(DatabaseFile.of(url.replace("${mokiniai.demo.folder}", "/var/demo")))
                .contains(new DatabaseFile(Path.of("/var/demo/register")));
        assertThat(url).contains(";TRACE_LEVEL_FILE=0");
    }

    @Test
    void noTraceRepeatsValuesUnlessTheAddressSaysSo() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("register") + ";MODE=Oracle";
        fail(prepare(url));
        assertThat(folder.resolve("register.trace.db")).isEmptyFile();

        String traced = "jdbc:h2:file:" + folder.resolve("traced") + ";trace_level_file=1";
        assertThat(prepare(traced)).isEqualTo(traced);
        fail(traced);
        assertThat(folder.resolve("traced.trace.db")).content().contains("of 59403149013");
    }

    private static void fail(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT CAST('of 59403149013' AS INT)"))
                    .hasMessageContaining("59403149013");
        }
    }

    /** Gives the address as the service then has it. */
    private static String prepare(String url) {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        new PrivateDatabaseFile().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("spring.datasource.url");
    }

    private static void write(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id INT)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
    }

    private static int rows(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE kept SET id = 2");
        }
    }

    private static Set<String> permissions(Path in) throws IOException {
        return files(in).stream().map(PrivateDatabaseFileTests::permissionsOf).collect(Collectors.toSet());
    }

    private static String permissionsOf(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.collect(Collectors.toSet());
        }
    }
}
