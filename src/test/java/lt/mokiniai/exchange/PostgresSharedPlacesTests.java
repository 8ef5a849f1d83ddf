package lt.mokiniai.exchange;

import java.util.Map;
import lt.mokiniai.evidence.PostgresServer;

/** On a real PostgreSQL. */
class PostgresSharedPlacesTests extends SharedPlacesContract {

    private static final String URL = PostgresServer.newDatabase("places");

    @Override
    Map<String, String> database() {
        return Map.of(
                "spring.datasource.url", URL,
                "spring.datasource.username", "postgres",
                "spring.flyway.locations", "classpath:db/migration/{vendor},classpath:db/migration/common",
                "mokiniai.demo.pupils", "20");
    }
}
