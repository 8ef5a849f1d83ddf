package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lt.mokiniai.architecture.Documents;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.exchange.keys.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A register of a million students on PostgreSQL, where tests are thorough (docs/scale.md): the command loads them from files with
 * a bounded heap, the same files once more change nothing, and whatever operations ask of it they ask by indexes. The database is
 * one of its own that forces its commits to the disk.
 */
@EnabledIfSystemProperty(named = "mokiniai.thorough", matches = "true")
class ScaleTests {

    /** {@code -Dmokiniai.scale.students=100000} for a smaller one. */
    private static final int STUDENTS = Integer.getInteger("mokiniai.scale.students", 1_000_000);

    private static final String HEAP = "512m";
    private static final Path PAGE = Path.of("docs/scale.md");
    private static final long MEGABYTE = 1024 * 1024;

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    /** What a load came to; the memory is that of the process in all, in bytes. */
    private record Loaded(Duration time, OptionalLong memory) {}

    @Test
    void aProcessOfABoundedHeapLoadsItAndOperationsAskByIndexes() throws IOException, InterruptedException {
        Path files = folder.resolve("files");
        SampleCopies.write(files, STUDENTS);
        try (EmbeddedPostgres server = forcing()) {
            String address = server.getJdbcUrl("postgres", "postgres");
            Map<String, String> settings = new HashMap<>(PostgresServer.settings(address, 0));
            settings.put("mokiniai.key.master", TestKeys.MASTER.toString());
            // Those whom the questions are about, and the demo's institutions.
            ServerProcess.start(HEAP, settings).close();
            Loaded first = load(files, address, "Students loaded: " + STUDENTS + "; there already: 0; refused: 0.");
            Loaded again = load(files, address, "Students loaded: 0; there already: " + STUDENTS + "; refused: 0.");
            Plans plans = Plans.of(settings);
            JdbcClient database = JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
            assertThat(database.sql("SELECT COUNT(*) FROM person")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(STUDENTS);
            Map<String, String> scans = new TreeMap<>();
            Map<String, Integer> statements = new TreeMap<>();
            try {
                for (String operation : Questions.operations()) {
                    Map<String, List<String>> asking = plans.of(operation);
                    statements.put(operation, asking.size());
                    plans.scans(asking).forEach((table, plan) -> scans.put(operation + " " + table, plan));
                }
            } finally {
                plans.register().close();
            }
            if ("write".equals(System.getProperty("mokiniai.docs"))) {
                Documents.checkPart(PAGE, "figures", figures(first, again, size(files), statements, database));
            }
            assertThat(scans).isEmpty();
        }
    }

    /** Embedded ones do not force their commits to the disk unless they are told to. */
    private static EmbeddedPostgres forcing() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** Runs the command as an operator does, and holds what it must have said. */
    private Loaded load(Path files, String address, String said) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        CLASS_PATH,
                        "lt.mokiniai.tools.command.Main",
                        "load",
                        files.toString(),
                        "--report",
                        folder.resolve("report.csv").toString(),
                        "--work",
                        folder.toString(),
                        "--mokiniai.students.invented-codes=true",
                        "--spring.datasource.url=" + address,
                        "--spring.datasource.username=postgres",
                        "--mokiniai.key.master=" + TestKeys.MASTER,
                        "--mokiniai.exchange.register=LT/GOV/190000008/mokiniai")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        OptionalLong memory = OptionalLong.empty();
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            OptionalLong most = ProcessMemory.most(process.pid());
            memory = most.isPresent() ? most : memory;
        }
        assertThat(Files.readString(output)).contains(said);
        assertThat(process.exitValue()).isZero();
        return new Loaded(Duration.between(begun, Instant.now()), memory);
    }

    private static long size(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static String figures(
            Loaded first, Loaded again, long bytes, Map<String, Integer> statements, JdbcClient database) {
        long size = database.sql("SELECT pg_database_size(current_database())")
                .query(Long.class)
                .single();
        List<String> page = new ArrayList<>();
        page.add("| run on | " + LocalDate.now(ZoneOffset.UTC) + ", "
                + Runtime.getRuntime().availableProcessors() + " cores |");
        page.add("| --- | --- |");
        page.add("| students | " + number(STUDENTS) + ", in files of " + number(bytes / MEGABYTE) + " MB |");
        page.add("| time to load them, with the start | " + time(first));
        page.add("| the same files again, which changes nothing | " + time(again));
        page.add("| heap of the command | " + HEAP + " |");
        first.memory()
                .ifPresent(most ->
                        page.add("| memory of its process in all | " + number(most / MEGABYTE) + " MB at the most |"));
        page.add("| size of the database | " + number(size / MEGABYTE) + " MB, " + number(size / STUDENTS)
                + " bytes a student |");
        page.add("| operations that were asked | " + statements.size() + ", by "
                + statements.values().stream().mapToInt(Integer::intValue).sum() + " statements |");
        page.add("| of these read a table of students from one end to the other | none |");
        page.add("");
        page.add("| table | rows | MB | of indexes, MB |");
        page.add("| --- | --- | --- | --- |");
        page.addAll(
                database.sql("SELECT relname, reltuples::bigint, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class"
                                + " WHERE relkind = 'r' AND reltuples >= 5000 AND relname NOT LIKE 'pg!_%' ESCAPE '!'"
                                + " ORDER BY pg_total_relation_size(oid) DESC")
                        .query((row, number) -> "| `" + row.getString(1) + "` | " + number(row.getLong(2)) + " | "
                                + number(row.getLong(3) / MEGABYTE) + " | " + number(row.getLong(4) / MEGABYTE) + " |")
                        .list());
        return String.join("\n", page) + "\n";
    }

    private static String time(Loaded loaded) {
        long seconds = Math.max(1, loaded.time().toSeconds());
        return number(seconds) + " s, " + number(STUDENTS / seconds) + " students a second |";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
