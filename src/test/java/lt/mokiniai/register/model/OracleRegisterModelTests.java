package lt.mokiniai.register.model;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import net.jqwik.api.lifecycle.AfterContainer;

/** On an Oracle. */
@OnOracle
class OracleRegisterModelTests extends RegisterModelContract {

    private static final Nodes NODES =
            new Nodes(OracleServer.newDatabase("registermodel").settings());

    @Override
    Nodes nodes() {
        return NODES;
    }

    @AfterContainer
    static void stop() {
        NODES.close();
    }
}
