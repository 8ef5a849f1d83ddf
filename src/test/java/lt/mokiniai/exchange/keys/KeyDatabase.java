package lt.mokiniai.exchange.keys;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that keys are kept in, each with its own scripts. */
enum KeyDatabase {
    H2_AS_ORACLE(
            "jdbc:h2:mem:keys;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000",
            "sa",
            "oracle"),
    POSTGRESQL(PostgresServer.newDatabase("keys"), "postgres", "postgresql"),
    ORACLE(OracleServer.isThere() ? OracleServer.newDatabase("keys") : null);

    // A record of texts.
    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable TestDatabase database;

    private static final Map<KeyDatabase, DataSource> POOLS = new ConcurrentHashMap<>();

    KeyDatabase(String url, String user, String scripts) {
        this(new TestDatabase(url, user, "", "classpath:db/migration/" + scripts));
    }

    KeyDatabase(@Nullable TestDatabase database) {
        this.database = database;
    }

    /** Those that there are: an Oracle is there where somebody named one. */
    static Stream<KeyDatabase> all() {
        return Stream.of(values()).filter(each -> each.database != null);
    }

    private TestDatabase database() {
        return Objects.requireNonNull(database);
    }

    /** One for all tests. */
    DataSource pool() {
        return POOLS.computeIfAbsent(this, KeyDatabase::newPool);
    }

    private DataSource newPool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database().url());
        pool.setUsername(database().user());
        pool.setPassword(database().password());
        // H2 checks rows by constraints that live in the connection which made the table.
        pool.setMaxLifetime(0);
        Flyway.configure()
                .dataSource(pool)
                .locations(database().scripts())
                .load()
                .migrate();
        return pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool());
    }

    /** A byte in SQL. */
    String bytes() {
        return switch (this) {
            case POSTGRESQL -> "'\\x00'";
            case ORACLE -> "HEXTORAW('00')";
            case H2_AS_ORACLE -> "X'00'";
        };
    }

    int count(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
