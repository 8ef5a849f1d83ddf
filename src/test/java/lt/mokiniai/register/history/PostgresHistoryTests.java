package lt.mokiniai.register.history;

import lt.mokiniai.register.bench.SettableClock;
import net.jqwik.api.lifecycle.AfterContainer;

/** The history on a real PostgreSQL. */
class PostgresHistoryTests extends HistoryContract {

    private static final SettableClock CLOCK = new SettableClock();
    private static final HistoryNode NODE = HistoryNode.ofOwnTime(HistoryNode.postgres("history"), CLOCK);

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
