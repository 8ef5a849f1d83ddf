package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import lt.mokiniai.architecture.Documents;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A register of a million students on PostgreSQL, where tests are thorough (docs/scale.md): a process of a bounded heap fills it,
 * and whatever operations ask of it they ask by indexes. The database is one of its own that forces its commits to the disk.
 */
@EnabledIfSystemProperty(named = "mokiniai.thorough", matches = "true")
class ScaleTests {

    /** {@code -Dmokiniai.scale.students=100000} for a smaller one. */
    private static final int STUDENTS = Integer.getInteger("mokiniai.scale.students", 1_000_000);

    private static final String HEAP = "512m";
    private static final Path PAGE = Path.of("docs/scale.md");
    private static final long MEGABYTE = 1024 * 1024;

    /** What making the register came to. */
    private record Filled(Duration time, OptionalLong memory, long heap) {}

    @Test
    void aProcessOfABoundedHeapFillsItAndOperationsAskByIndexes() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Map<String, String> settings = PostgresServer.settings(server.getJdbcUrl("postgres", "postgres"), STUDENTS);
            Filled filled = fill(settings);
            Plans plans = Plans.of(settings);
            JdbcClient database = JdbcClient.create(
                    new DriverManagerDataSource(settings.get("spring.datasource.url"), "postgres", ""));
            assertThat(database.sql("SELECT COUNT(*) FROM person")
                            .query(Long.class)
                            .single())
                    .isGreaterThanOrEqualTo(STUDENTS);
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
                Documents.checkPart(PAGE, "figures", figures(filled, statements, database));
            }
            assertThat(scans).isEmpty();
        }
    }

    private static Filled fill(Map<String, String> settings) {
        Instant begun = Instant.now();
        try (ServerProcess filling = ServerProcess.start(HEAP, settings)) {
            Duration time = Duration.between(begun, Instant.now());
            return new Filled(time, filling.mostMemory(), filling.heldByHeap());
        }
    }

    private static String figures(Filled filled, Map<String, Integer> statements, JdbcClient database) {
        long size = database.sql("SELECT pg_database_size(current_database())")
                .query(Long.class)
                .single();
        List<String> page = new ArrayList<>();
        page.add("| run on | " + LocalDate.now(ZoneOffset.UTC) + ", "
                + Runtime.getRuntime().availableProcessors() + " cores |");
        page.add("| --- | --- |");
        page.add("| students | " + number(STUDENTS) + " |");
        long seconds = Math.max(1, filled.time().toSeconds());
        page.add("| time to fill it, with the start | " + number(seconds) + " s, " + number(STUDENTS / seconds)
                + " students a second |");
        page.add("| heap of the filling process | " + HEAP + " at the most; " + number(filled.heap() / MEGABYTE)
                + " MB of it are held afterwards |");
        filled.memory()
                .ifPresent(most ->
                        page.add("| memory of that process in all | " + number(most / MEGABYTE) + " MB at the most |"));
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

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
