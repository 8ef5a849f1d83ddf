package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresSharedPlacesTests extends SharedPlacesContract {

    private static final String URL = PostgresServer.newDatabase("places");

    @Override
    Map<String, String> database() {
        return PostgresServer.settings(URL, 20);
    }
}
