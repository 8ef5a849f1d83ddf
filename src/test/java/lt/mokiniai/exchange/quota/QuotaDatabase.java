package lt.mokiniai.exchange.quota;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that the quotas are kept on, each with its own scripts. */
enum QuotaDatabase {
    H2_AS_ORACLE("jdbc:h2:mem:quota;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa"),
    POSTGRESQL(PostgresServer.newDatabase("quota"), "postgres");

    private static final List<String> TABLES = List.of(
            "quota_message", "quota_student", "quota_month", "quota_look", "contract_alarm", "contract_delivery");

    private final String url;
    private final String user;

    QuotaDatabase(String url, String user) {
        this.url = url;
        this.user = user;
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/migration/" + (user.equals("sa") ? "oracle" : "postgresql"))
                .load()
                .migrate();
    }

    /** Gives what a node has for its exchanges. */
    HikariDataSource newPool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** Gives a connection that no node knows of. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    void empty() {
        TABLES.forEach(table -> jdbc().sql("DELETE FROM " + table).update());
    }

    int count(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url, user, ""));
    }
}
