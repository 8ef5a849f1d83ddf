package lt.mokiniai.tools.demo.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import lt.mokiniai.platform.database.MaintenanceConnections;
import lt.mokiniai.platform.embedded.FileSpace;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.tools.demo.DemoProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A migrated database with a demo register in it. */
final class Database implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

    /** Each stage that is believed now, with what is of its enrolment; how the student left, with the last. */
    private static final String ENROLLED = """
            CREATE VIEW enrolled AS SELECT s.*, e.register_id AS enrolment, e.person_id, e.programme, t.came_from,
            CASE WHEN s.valid_to = t.valid_to THEN t.left_to END AS left_to,
            CASE WHEN s.valid_to = t.valid_to THEN t.leaving_reason END AS leaving_reason
            FROM enrolment_stage s JOIN enrolment e ON e.id = s.enrolment_id
            JOIN enrolment_term t ON t.enrolment_id = e.id AND t.believed_until IS NULL
            WHERE s.believed_until IS NULL
            """;

    final JdbcTemplate jdbc;

    /** Where it is, for whoever connects to it too. */
    final String address;

    private final HistoryNode node;

    private Database(String address, HistoryNode node) {
        this.address = address;
        this.node = node;
        jdbc = node.bean(JdbcTemplate.class);
        jdbc.execute(ENROLLED);
    }

    static Database h2() {
        return at(HistoryNode.h2(UUID.randomUUID().toString()));
    }

    /** @param name that no other test gives one */
    static Database postgres(String name) {
        return at(HistoryNode.postgres(name));
    }

    /** @param name that no other test gives one */
    static Database oracle(String name) {
        TestDatabase database = OracleServer.newDatabase(name);
        return new Database(database.url(), HistoryNode.ofOwnTime(database, CLOCK));
    }

    private static Database at(String address) {
        return new Database(address, HistoryNode.ofOwnTime(address, CLOCK));
    }

    Database filled(int students, long seed) {
        return filled(students, seed, CLOCK);
    }

    Database filled(int students, long seed, Clock clock) {
        DemoProperties properties = new DemoProperties(true, Path.of("demo"), "contracts", students, seed);
        new DemoRegister(
                        node.store(),
                        jdbc,
                        node.bean(MaintenanceConnections.class),
                        node.bean(PlatformTransactionManager.class),
                        node.bean(FileSpace.class),
                        clock,
                        properties)
                .fill();
        return this;
    }

    /** An H2 database lives in memory until it is shut down; PostgreSQL ends with its server. */
    @Override
    public void close() {
        node.close();
    }

    int count(String fromWhere, Object... arguments) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + fromWhere, Integer.class, arguments);
        return count == null ? 0 : count;
    }

    /** The greatest internal number of a table. */
    long max(String table) {
        return Long.parseLong(strings("SELECT MAX(id) FROM " + table).get(0));
    }

    List<String> strings(String sql, Object... arguments) {
        return jdbc.queryForList(sql, String.class, arguments);
    }

    /** The columns of a table that hold a value in no row, as {@code TABLE.COLUMN}. */
    Stream<String> emptyColumns(String table) {
        return Stream.of(jdbc.queryForRowSet("SELECT * FROM " + table + " WHERE 1 = 0")
                        .getMetaData()
                        .getColumnNames())
                .filter(column -> count(table + " WHERE " + column + " IS NOT NULL") == 0)
                .map(column -> table + "." + column);
    }

    /** Everything in a table but the numbers of its rows, in an order of its own, as text. */
    String content(String table, String where) {
        return jdbc.queryForList("SELECT * FROM " + table + " WHERE " + where).stream()
                .map(TreeMap::new)
                .map(row -> row.headMap("ID").values() + " "
                        + row.tailMap("ID", false).values())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
