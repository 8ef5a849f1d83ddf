package lt.mokiniai.register;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A PostgreSQL server for the tests of this virtual machine; it ends with it. */
final class Postgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();

    private Postgres() {}

    /** Gives the address of a database of this name, which is empty when it is asked for the first time. */
    static String database(String name) {
        if (MADE.add(name)) {
            create(name);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static void create(String name) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
