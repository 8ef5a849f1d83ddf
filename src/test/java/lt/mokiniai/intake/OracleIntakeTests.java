package lt.mokiniai.intake;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Deliveries on an Oracle. */
@OnOracle
class OracleIntakeTests extends IntakeContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = OracleServer.newDatabase("intake");
        database.settings().forEach((name, value) -> properties.add(name, () -> value));
    }
}
