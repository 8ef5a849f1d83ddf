package lt.mokiniai.register.load;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import org.junit.jupiter.api.AfterAll;

/** A load on an Oracle. */
@OnOracle
class OracleLoadTests extends LoadContract {

    private static final LoadNode NODE = LoadNode.start(OracleServer.newDatabase("load"), CLOCK);

    @Override
    LoadNode node() {
        return NODE;
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }
}
