package lt.mokiniai.register.load;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import lt.mokiniai.oracle.TestDatabase;
import lt.mokiniai.register.RegisterModules;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.history.HistoryNode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register modules on a migrated database, with the code lists as they are and the institutions of every test. */
public final class LoadNode implements AutoCloseable {

    /** What a load writes of students, children first. */
    public static final List<String> TABLES = Bench.STUDENTS_TABLES.stream()
            .filter(table -> !Set.of("transfer", "task").contains(table))
            .toList();

    private static final List<String> ON_POSTGRES = List.of(
            "--spring.datasource.username=postgres",
            "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/postgresql");

    private static final List<String> ON_H2 = List.of(
            "--spring.datasource.username=sa",
            "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/oracle");

    private static final List<String> LIKE_ORACLE = List.of(
            "--spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.OracleDialect",
            "--spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "--spring.jpa.properties.jakarta.persistence.database-product-name=Oracle",
            "--spring.jpa.properties.jakarta.persistence.database-major-version=19");

    private final ConfigurableApplicationContext context;

    /** @param byDatabase whether the database says when things are recorded, as in production */
    private LoadNode(List<String> database, Clock clock, boolean byDatabase) {
        List<String> settings = new ArrayList<>(database);
        settings.addAll(List.of(
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                // In a sandbox the clock of the test says when things are recorded.
                "--mokiniai.sandbox.enabled=" + !byDatabase,
                "--mokiniai.students.invented-codes=true",
                "--spring.jpa.properties.hibernate.jdbc.batch_size=100",
                "--spring.jpa.properties.hibernate.order_inserts=true"));
        context = new SpringApplicationBuilder(RegisterModules.class)
                .web(WebApplicationType.NONE)
                .initializers(started -> (byDatabase
                                ? List.of("clock", "registerClock")
                                : List.of("clock", "registerClock", "recordingClock"))
                        .forEach(name -> started.getBeanFactory().registerSingleton(name, clock)))
                .run(settings.toArray(String[]::new));
    }

    /** Starts one on a database, whose time a clock says; institutions are there from the first start on. */
    static LoadNode start(String address, Clock clock) {
        return withSchools(new LoadNode(settings(address), clock, false));
    }

    /** Starts one on the database of a suite, likewise. */
    static LoadNode start(TestDatabase database, Clock clock) {
        List<String> settings = new ArrayList<>(LIKE_ORACLE);
        settings.addAll(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.flyway.locations=classpath:db/migration/common," + database.scripts()));
        return withSchools(new LoadNode(settings, clock, false));
    }

    private static List<String> settings(String address) {
        boolean isPostgres = address.startsWith("jdbc:postgresql:");
        List<String> settings = new ArrayList<>(isPostgres ? ON_POSTGRES : ON_H2);
        settings.addAll(isPostgres ? List.of() : LIKE_ORACLE);
        settings.add("--spring.datasource.url=" + address);
        return settings;
    }

    /** Starts one on a database in which no institution is. */
    public static LoadNode empty(String address, Clock clock) {
        return new LoadNode(settings(address), clock, false);
    }

    /** Starts one on a database that says itself when things are recorded. */
    static LoadNode ofDatabaseTime(String address) {
        return withSchools(new LoadNode(settings(address), Clock.systemUTC(), true));
    }

    private static LoadNode withSchools(LoadNode node) {
        if (node.count("institution") == 0) {
            Reference.insertSchools(node.jdbc());
        }
        return node;
    }

    /** Starts one on a new database of a kind: H2 or PostgreSQL. */
    static LoadNode start(String kind, String name, Clock clock) {
        return start(HistoryNode.database(kind, name), clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    int count(String fromWhere) {
        return Optional.ofNullable(jdbc().queryForObject("SELECT COUNT(*) FROM " + fromWhere, Integer.class))
                .orElseThrow();
    }

    /** Loads what files hold, as the command does. */
    public LoadCounts load(LoadFiles files, Consumer<Finding> findings) {
        LoadRuns runs = bean(LoadRuns.class);
        try (LoadRun run = runs.begin("tester", Collections.emptyList()).orElseThrow()) {
            LoadCounts counts = bean(RegisterLoad.class).load(files, run, findings, done -> {});
            runs.end(run, counts);
            return counts;
        }
    }

    /** Removes all students. */
    void clear() {
        TABLES.forEach(table -> jdbc().update("DELETE FROM " + table));
        jdbc().update("DELETE FROM load_file");
        jdbc().update("DELETE FROM load_run");
        jdbc().update("DELETE FROM message_log");
    }

    /** How many rows there are of students. */
    int rowsOfStudents() {
        return TABLES.stream().mapToInt(this::count).sum();
    }

    /** All that is recorded of students, but for internal numbers and for which load it was. */
    List<String> content() {
        return content(jdbc());
    }

    /** All that is recorded of students in a register, but for internal numbers and for which load it was. */
    public static List<String> content(JdbcTemplate jdbc) {
        Map<String, String> persons = names(jdbc, "SELECT id, register_id FROM person");
        Map<String, String> enrolments = names(jdbc, "SELECT id, register_id FROM enrolment");
        Map<String, String> certificates = names(
                jdbc,
                "SELECT id, CONCAT(kind, CONCAT(COALESCE(registration_number, document_number), holder_name_key))"
                        + " FROM certificate");
        List<String> content = new ArrayList<>();
        for (String table : TABLES) {
            for (Map<String, Object> row : jdbc.queryForList("SELECT * FROM " + table)) {
                Map<String, Object> said = new TreeMap<>();
                row.forEach((column, value) -> said.put(column.toLowerCase(Locale.ROOT), value));
                said.keySet().removeAll(List.of("id", "run_id", "records_digest", "receipt"));
                said.replaceAll((column, value) -> switch (column) {
                    case "person_id", "into_id", "kept_id" -> persons.get(String.valueOf(value));
                    case "enrolment_id" -> enrolments.get(String.valueOf(value));
                    case "certificate_id" -> certificates.get(String.valueOf(value));
                    case "other_id" ->
                        (table.equals("person_distinct") ? persons : certificates).get(String.valueOf(value));
                    default -> written(column, value);
                });
                content.add(table + " " + said);
            }
        }
        Collections.sort(content);
        return content;
    }

    /** Databases give the same day, time and number by other classes. */
    private static String written(String column, Object value) {
        if (value instanceof Number number) {
            return String.valueOf(number.longValue());
        }
        if (value instanceof Timestamp time) {
            // A day is a time at midnight on Oracle.
            return column.endsWith("_at") || column.equals("believed_until")
                    ? time.toInstant().toString()
                    : time.toLocalDateTime().toLocalDate().toString();
        }
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : String.valueOf(value);
    }

    private static Map<String, String> names(JdbcTemplate jdbc, String sql) {
        Map<String, String> names = new HashMap<>();
        jdbc.query(sql, row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    @Override
    public void close() {
        context.close();
    }
}
