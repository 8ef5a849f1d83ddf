package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresRepresentationTests extends RepresentationContract {

    @Override
    Map<String, String> database() {
        return PostgresServer.settings(PostgresServer.newDatabase("representation"), 20);
    }

    @Override
    String folder() {
        return "representation-postgres";
    }
}
