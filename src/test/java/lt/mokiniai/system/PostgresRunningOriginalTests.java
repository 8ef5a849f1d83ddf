package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresRunningOriginalTests extends RunningOriginalContract {

    private static final String URL = PostgresServer.newDatabase("running");

    @Override
    Map<String, String> database() {
        return PostgresServer.settings(URL, 20);
    }
}
