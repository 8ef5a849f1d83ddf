package lt.mokiniai.intake.transport;

import lt.mokiniai.exchange.evidence.PostgresServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Transports on a real PostgreSQL. */
class PostgresTransportTests extends TransportContract {

    private static final String DATABASE = PostgresServer.newDatabase("transport");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add(
                "spring.flyway.locations", () -> "classpath:db/migration/postgresql,classpath:db/migration/common");
    }
}
