package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** On an Oracle. */
@OnOracle
class OracleOutcomeTests extends OutcomeContract {

    @Override
    Map<String, String> database() {
        return OracleServer.newDatabase("outcomes").settings(60);
    }

    @Override
    String folder() {
        return "outcomes-oracle";
    }
}
