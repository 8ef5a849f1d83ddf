package lt.mokiniai.intake;

import lt.mokiniai.exchange.evidence.PostgresServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Deliveries on a real PostgreSQL. */
class PostgresIntakeTests extends IntakeContract {

    private static final String DATABASE = PostgresServer.newDatabase("intake");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add(
                "spring.flyway.locations", () -> "classpath:db/migration/postgresql,classpath:db/migration/common");
    }
}
