package lt.mokiniai.register;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.oracle.TestDatabase;
import lt.mokiniai.register.bench.Bench;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The register on an Oracle. */
@OnOracle
class OracleRegisterTests extends RegisterContract {

    @Autowired
    OracleRegisterTests(Bench bench) {
        super(bench);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = OracleServer.newDatabase("register");
        database.settings().forEach((name, value) -> properties.add(name, () -> value));
    }
}
