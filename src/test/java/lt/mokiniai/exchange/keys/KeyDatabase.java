package lt.mokiniai.exchange.keys;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that keys are kept in, each with its own scripts. */
enum KeyDatabase {
    H2_AS_ORACLE(
            "jdbc:h2:mem:keys;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000",
            "sa",
            "oracle"),
    POSTGRESQL(PostgresServer.newDatabase("keys"), "postgres", "postgresql");

    private final String url;
    private final String user;
    private final String scripts;

    private static final Map<KeyDatabase, DataSource> POOLS = new ConcurrentHashMap<>();

    KeyDatabase(String url, String user, String scripts) {
        this.url = url;
        this.user = user;
        this.scripts = scripts;
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    /** One for all tests. */
    DataSource pool() {
        return POOLS.computeIfAbsent(this, KeyDatabase::newPool);
    }

    private DataSource newPool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        // H2 checks rows by constraints that live in the connection which made the table.
        pool.setMaxLifetime(0);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/" + scripts)
                .load()
                .migrate();
        return pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool());
    }

    /** A byte in SQL. */
    String bytes() {
        return this == POSTGRESQL ? "'\\x00'" : "X'00'";
    }

    int count(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
