package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresClassPromotionTests extends ClassPromotionContract {

    @Override
    Map<String, String> database() {
        return PostgresServer.settings(PostgresServer.newDatabase("promotion"), 20);
    }
}
