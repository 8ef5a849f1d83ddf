package lt.mokiniai.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lt.mokiniai.Fork;

/**
 * The Oracle server of whoever has one (docs/oracle.md, 'Run the suites on an Oracle'): the environment variables
 * {@code ORACLE_URL}, {@code ORACLE_USER} and {@code ORACLE_PASSWORD} say where it is, and who may make users there. Each suite
 * has a user of its own, of whose objects nothing is left from an earlier run. An address of H2 in its Oracle mode stands in for
 * a server in a rehearsal: each suite has a database of its own then.
 */
public final class OracleServer {

    /** The environment variable that names it. */
    public static final String VARIABLE = "ORACLE_URL";

    private static final String H2 = "jdbc:h2:";
    private static final String SCRIPTS = "classpath:db/migration/oracle";

    /** What an address of H2 needs so that it behaves as Oracle does, as far as it can, and keeps what was written. */
    private static final List<String> REHEARSAL =
            List.of("MODE=Oracle", "DEFAULT_NULL_ORDERING=HIGH", "DB_CLOSE_DELAY=-1", "LOCK_TIMEOUT=60000");

    /** ORA-01918: there is no such user. */
    private static final int NO_USER = 1918;

    private OracleServer() {}

    /** Tells whether somebody named one. */
    public static boolean isThere() {
        return !url().isBlank();
    }

    /**
     * Makes an empty database for a suite.
     *
     * @param name of letters, digits and underscores, 16 at the most, and no other suite's
     */
    public static TestDatabase newDatabase(String name) {
        return url().startsWith(H2) ? onH2(url(), name) : onOracle(url(), name);
    }

    static TestDatabase onH2(String address, String name) {
        int end = address.indexOf(';');
        String own = (end < 0 ? address : address.substring(0, end)) + "_" + name + "_" + Fork.NAME;
        StringBuilder whole = new StringBuilder(own).append(end < 0 ? "" : address.substring(end));
        for (String setting : REHEARSAL) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            if (!whole.toString().toUpperCase(Locale.ROOT).contains(";" + key)) {
                whole.append(';').append(setting);
            }
        }
        return new TestDatabase(whole.toString(), "sa", "", SCRIPTS);
    }

    private static TestDatabase onOracle(String address, String name) {
        String user = user(name);
        String password = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        try (Connection connection =
                        DriverManager.getConnection(address, needed("ORACLE_USER"), needed("ORACLE_PASSWORD"));
                Statement statement = connection.createStatement()) {
            drop(statement, user);
            statement.execute("CREATE USER " + user + " IDENTIFIED BY \"" + password + "\"");
            statement.execute(
                    "GRANT CREATE SESSION, CREATE TABLE, CREATE SEQUENCE, CREATE VIEW, UNLIMITED TABLESPACE TO "
                            + user);
        } catch (SQLException e) {
            throw new IllegalStateException("no user could be made for the suite '" + name + "'", e);
        }
        return new TestDatabase(address, user, password, SCRIPTS);
    }

    /** The user of a suite in this process; others run at the same time. */
    static String user(String name) {
        return ("MR_" + name + "_" + Fork.NAME).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    private static void drop(Statement statement, String user) throws SQLException {
        try {
            statement.execute("DROP USER " + user + " CASCADE");
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_USER) {
                throw e;
            }
        }
    }

    private static String url() {
        String url = System.getenv(VARIABLE);
        return url == null ? "" : url;
    }

    private static String needed(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException(VARIABLE + " names a server, but " + variable + " is not set");
        }
        return value;
    }
}
