package lt.mokiniai.register;

import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.register.bench.Bench;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The register on a real PostgreSQL. */
class PostgresRegisterTests extends RegisterContract {

    private static final String DATABASE = PostgresServer.newDatabase("register");

    @Autowired
    PostgresRegisterTests(Bench bench) {
        super(bench);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.flyway.locations", () -> "classpath:db/migration/postgresql");
    }
}
