package lt.mokiniai.register.model;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.register.RegisterNode;
import lt.mokiniai.register.bench.Bench;
import net.jqwik.api.lifecycle.AfterContainer;

/** On an Oracle. */
@OnOracle
class OracleWritingModelTests extends WritingModelContract {

    private static final RegisterNode NODE =
            RegisterNode.start(OracleServer.newDatabase("writingmodel").settings());

    @Override
    Bench bench() {
        return NODE.bench();
    }

    @AfterContainer
    static void stop() {
        NODE.close();
    }
}
