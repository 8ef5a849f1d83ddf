package lt.mokiniai.register.history;

import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import lt.mokiniai.register.bench.SettableClock;
import net.jqwik.api.lifecycle.AfterContainer;

/** The history on an Oracle. */
@OnOracle
class OracleHistoryTests extends HistoryContract {

    private static final SettableClock CLOCK = new SettableClock();
    private static final HistoryNode NODE = HistoryNode.ofOwnTime(OracleServer.newDatabase("history"), CLOCK);

    @Override
    HistoryNode node() {
        return NODE;
    }

    @Override
    SettableClock clock() {
        return CLOCK;
    }

    @AfterContainer
    static void stop() {
        NODE.close();
    }
}
