package lt.mokiniai.intake;

import lt.mokiniai.exchange.evidence.PostgresServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The source registers on a real PostgreSQL. */
class PostgresSourceTests extends SourceContract {

    private static final String DATABASE = PostgresServer.newDatabase("sources");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add(
                "spring.flyway.locations", () -> "classpath:db/migration/postgresql,classpath:db/migration/common");
    }
}
