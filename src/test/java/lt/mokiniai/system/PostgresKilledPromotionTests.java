package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresKilledPromotionTests extends KilledPromotionContract {

    private final Map<String, String> database =
            PostgresServer.settings(PostgresServer.newDatabase("killedpromotion"), 20);
    private final Map<String, String> twin = PostgresServer.settings(PostgresServer.newDatabase("promotiontwin"), 20);

    @Override
    Map<String, String> database() {
        return database;
    }

    @Override
    Map<String, String> twin() {
        return twin;
    }
}
