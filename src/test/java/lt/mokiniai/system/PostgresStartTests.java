package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** The whole register on a real PostgreSQL. */
class PostgresStartTests extends StartRules {

    @Override
    Map<String, String> database() {
        return PostgresServer.settings(PostgresServer.newDatabase("exchange"), 20);
    }
}
