package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** On an Oracle. */
@OnOracle
class OracleRunningOriginalTests extends RunningOriginalContract {

    private static final Map<String, String> SETTINGS =
            OracleServer.newDatabase("running").settings(20);

    @Override
    Map<String, String> database() {
        return SETTINGS;
    }
}
