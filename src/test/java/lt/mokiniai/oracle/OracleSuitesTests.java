package lt.mokiniai.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever runs on PostgreSQL runs on an Oracle too where there is one, or docs/oracle.md says why not. */
class OracleSuitesTests {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Path PAGE = Path.of("docs/oracle.md");
    private static final Pattern SUITE = Pattern.compile("extends (\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void everySuiteOnPostgresqlHasOneOnOracle() throws IOException {
        Map<String, String> missing = new TreeMap<>();
        int suites = 0;
        for (Path onPostgres : sources(name -> name.matches("Postgres\\w+Tests\\.java"))) {
            suites++;
            String name = onPostgres.getFileName().toString();
            Path onOracle = onPostgres.resolveSibling(name.replaceFirst("Postgres", "Oracle"));
            if (!Files.exists(onOracle)) {
                missing.put(name, "there is no " + onOracle.getFileName());
            } else if (!suite(onOracle).equals(suite(onPostgres))) {
                missing.put(name, "that on Oracle is of another suite");
            } else if (!read(onOracle).contains("@OnOracle")) {
                missing.put(name, "that on Oracle is not skipped where there is none");
            }
        }
        assertThat(suites).isGreaterThan(14);
        assertThat(missing).isEmpty();
    }

    @Test
    void whateverElseUsesPostgresqlUsesOracleTooOrIsNamedOnThePage() throws IOException {
        Set<String> onPostgresAlone =
                sources(name -> !name.startsWith("Postgres") && !name.equals("OracleSuitesTests.java")).stream()
                        .filter(file -> usesPostgres(read(file)) && !read(file).contains("OracleServer."))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named("## Suites that are not run there")).isEqualTo(onPostgresAlone);
    }

    /** A database of H2 as a rehearsal wants it has all that H2 needs for it, and is nobody else's. */
    @Test
    void anAddressOfH2IsCompletedForEachSuite() {
        TestDatabase database = OracleServer.onH2("jdbc:h2:mem:rehearsal;MODE=Oracle;LOCK_TIMEOUT=1", "history");

        assertThat(database.url())
                .startsWith("jdbc:h2:mem:rehearsal_history_")
                .contains(";MODE=Oracle;", ";LOCK_TIMEOUT=1;", ";DEFAULT_NULL_ORDERING=HIGH;", ";DB_CLOSE_DELAY=-1")
                .doesNotContain("LOCK_TIMEOUT=60000");
        assertThat(OracleServer.onH2("jdbc:h2:mem:rehearsal", "log").url()).contains(";MODE=Oracle");
    }

    @Test
    void theUserOfASuiteHasANameThatOracleTakes() {
        assertThat(OracleServer.user("unknown_senders"))
                .matches("MR_UNKNOWN_SENDERS_[A-Z0-9_]+")
                .hasSizeLessThanOrEqualTo(30);
    }

    private static boolean usesPostgres(String source) {
        return source.contains("PostgresServer.newDatabase(")
                || source.contains("PostgresServer.settings(")
                || source.contains("HistoryNode.postgres(")
                || source.contains("QuotaDatabase.POSTGRESQL");
    }

    /** The classes in the table below a heading. */
    private static Set<String> named(String heading) {
        String page = read(PAGE);
        int from = page.indexOf(heading);
        assertThat(from).isPositive();
        int to = page.indexOf("\n## ", from + 1);
        Matcher row = ROW.matcher(page.substring(from, to < 0 ? page.length() : to));
        return row.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String suite(Path source) {
        Matcher suite = SUITE.matcher(read(source));
        return suite.find() ? suite.group(1) : "";
    }

    private static Set<Path> sources(Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> name.test(file.getFileName().toString()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
