package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresOutcomeTests extends OutcomeContract {

    private static final String URL = PostgresServer.newDatabase("outcomes");

    @Override
    Map<String, String> database() {
        return PostgresServer.settings(URL, 60);
    }

    @Override
    String folder() {
        return "outcomes-postgres";
    }
}
