package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** On an Oracle. */
@OnOracle
class OracleClassPromotionTests extends ClassPromotionContract {

    @Override
    Map<String, String> database() {
        return OracleServer.newDatabase("promotion").settings(20);
    }
}
