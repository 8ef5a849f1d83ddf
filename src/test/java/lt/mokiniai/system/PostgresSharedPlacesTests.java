package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresSharedPlacesTests extends SharedPlacesContract {

    private static final String URL = PostgresServer.newDatabase("places");

    @Override
    Map<String, String> database() {
        return Map.of(
                "spring.datasource.url", URL,
                "spring.datasource.username", "postgres",
                "spring.flyway.locations", "classpath:db/migration/{vendor},classpath:db/migration/common",
                "mokiniai.demo.students", "20");
    }
}
