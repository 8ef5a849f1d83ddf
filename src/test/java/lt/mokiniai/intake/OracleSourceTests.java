package lt.mokiniai.intake;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The source registers on an Oracle. */
@OnOracle
class OracleSourceTests extends SourceContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = OracleServer.newDatabase("sources");
        database.settings().forEach((name, value) -> properties.add(name, () -> value));
        properties.add("spring.flyway.locations", () -> "classpath:db/migration/oracle,classpath:db/migration/common");
    }
}
