package lt.mokiniai.exchange.quota;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that the quotas are kept on, each with its own scripts. */
enum QuotaDatabase {
    H2_AS_ORACLE(
            "jdbc:h2:mem:quota;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "sa",
            "oracle"),
    POSTGRESQL(PostgresServer.newDatabase("quota"), "postgres", "postgresql"),
    ORACLE(OracleServer.isThere() ? OracleServer.newDatabase("quota") : null);

    private static final List<String> TABLES = List.of(
            "quota_message", "quota_student", "quota_month", "quota_look", "contract_alarm", "contract_delivery");

    private final String url;
    private final String user;
    private final String password;

    QuotaDatabase(String url, String user, String scripts) {
        this(new TestDatabase(url, user, "", "classpath:db/migration/" + scripts));
    }

    QuotaDatabase(@Nullable TestDatabase database) {
        this.url = database == null ? "" : database.url();
        this.user = database == null ? "" : database.user();
        this.password = database == null ? "" : database.password();
        if (database != null) {
            database.migrated();
        }
    }

    /** Those that there are: an Oracle is there where somebody named one. */
    static Stream<QuotaDatabase> all() {
        return Stream.of(values()).filter(database -> !database.url.isEmpty());
    }

    /** Gives what a node has for its exchanges. */
    HikariDataSource newPool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** Gives a connection that no node knows of. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void empty() {
        TABLES.forEach(table -> jdbc().sql("DELETE FROM " + table).update());
    }

    int count(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
