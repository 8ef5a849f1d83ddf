package lt.mokiniai.oracle;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** A database for a suite that wants a server of some kind and runs once: an Oracle where one is named, else PostgreSQL. */
public final class DatabaseServer {

    private DatabaseServer() {}

    /**
     * Makes an empty database, and gives the settings of a whole register on it, where the demo's are of an embedded one.
     *
     * @param students how many students the demo makes, besides the cast
     */
    public static Map<String, String> settings(String name, int students) {
        return OracleServer.isThere()
                ? OracleServer.newDatabase(name).settings(students)
                : PostgresServer.settings(PostgresServer.newDatabase(name), students);
    }
}
