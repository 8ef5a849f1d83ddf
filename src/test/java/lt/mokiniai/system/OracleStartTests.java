package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** The whole register on an Oracle. */
@OnOracle
class OracleStartTests extends StartRules {

    @Override
    Map<String, String> database() {
        return OracleServer.newDatabase("exchange").settings(20);
    }
}
