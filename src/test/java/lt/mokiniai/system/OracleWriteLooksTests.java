package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** On an Oracle. */
@OnOracle
class OracleWriteLooksTests extends WriteLooksContract {

    @Override
    Map<String, String> database() {
        return OracleServer.newDatabase("writelooks").settings(20);
    }
}
