package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresKilledIntakeTests extends KilledIntakeContract {

    private final Map<String, String> database =
            PostgresServer.settings(PostgresServer.newDatabase("killedintake"), 20);

    @Override
    Map<String, String> database() {
        return database;
    }
}
