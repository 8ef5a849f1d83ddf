package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** On an Oracle. */
@OnOracle
class OracleRepresentationTests extends RepresentationContract {

    @Override
    Map<String, String> database() {
        return OracleServer.newDatabase("representation").settings(20);
    }

    @Override
    String folder() {
        return "representation-oracle";
    }
}
