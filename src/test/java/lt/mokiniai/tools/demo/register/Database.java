package lt.mokiniai.tools.demo.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.platform.database.MaintenanceConnections;
import lt.mokiniai.tools.demo.DemoProperties;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A migrated database with a demo register in it. */
final class Database implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

    final JdbcTemplate jdbc;
    private final DataSource source;

    private Database(DataSource source, String dialect) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + dialect, "classpath:db/migration/common")
                .load()
                .migrate();
    }

    static Database h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        return new Database(source, "oracle");
    }

    static Database postgres() {
        String address = PostgresServer.newDatabase("demo");
        return new Database(new DriverManagerDataSource(address, "postgres", ""), "postgresql");
    }

    Database filled(int students, long seed) {
        return filled(students, seed, CLOCK);
    }

    Database filled(int students, long seed, Clock clock) {
        DemoProperties properties = new DemoProperties(true, Path.of("demo"), "contracts", students, seed);
        new DemoRegister(
                        jdbc, new MaintenanceConnections(source), new JdbcTransactionManager(source), clock, properties)
                .fill();
        return this;
    }

    /** An H2 database lives in memory until it is shut down; PostgreSQL ends with its server. */
    @Override
    public void close() {
        if (source instanceof JdbcDataSource) {
            jdbc.execute("SHUTDOWN");
        }
    }

    int count(String fromWhere, Object... arguments) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + fromWhere, Integer.class, arguments);
        return count == null ? 0 : count;
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

    /** Everything in a table, in an order of its own, as text. */
    String content(String table, String where) {
        return jdbc.queryForList("SELECT * FROM " + table + " WHERE " + where).stream()
                .map(row -> row.values().toString())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
