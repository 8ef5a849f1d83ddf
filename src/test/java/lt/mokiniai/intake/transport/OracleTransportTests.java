package lt.mokiniai.intake.transport;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Transports on an Oracle. */
@OnOracle
class OracleTransportTests extends TransportContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = OracleServer.newDatabase("transport");
        database.settings().forEach((name, value) -> properties.add(name, () -> value));
    }
}
