package lt.mokiniai.exchange.evidence;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** The one PostgreSQL server for the tests of this virtual machine; it ends with it. Nothing of it outlasts a crash. */
public final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final int MOST_CONNECTIONS = 20;

    private PostgresServer() {}

    /** Makes a database and gives its address. */
    public static String newDatabase(String name) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return SERVER.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a database and gives connections to it: a new one costs the server a process. */
    public static DataSource newPool(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(newDatabase(name));
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** Makes a database of a user who has no other rights, with any password, and gives its address without the user. */
    public static String newDatabaseOf(String user, String name) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + user + "'")) {
            if (!found.next()) {
                statement.execute("CREATE ROLE " + user + " LOGIN");
            }
            statement.execute("CREATE DATABASE " + name + " OWNER " + user);
            return SERVER.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Settings of a whole register on one of its databases, where the demo's are of an embedded one.
     *
     * @param students how many students the demo makes, besides the cast
     */
    public static Map<String, String> settings(String address, int students) {
        return Map.of(
                "spring.datasource.url",
                address,
                "spring.datasource.username",
                "postgres",
                "spring.flyway.locations",
                "classpath:db/migration/{vendor},classpath:db/migration/common",
                "mokiniai.demo.students",
                String.valueOf(students));
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
