package lt.mokiniai.register;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.register.bench.Bench;
import net.jqwik.api.lifecycle.AfterContainer;

/** On an Oracle. */
@OnOracle
class OracleTransferModelTests extends TransferModelContract {

    private static final RegisterNode NODE =
            RegisterNode.start(OracleServer.newDatabase("transfermodel").settings());

    @Override
    Bench bench() {
        return NODE.bench();
    }

    @AfterContainer
    static void stop() {
        NODE.close();
    }
}
