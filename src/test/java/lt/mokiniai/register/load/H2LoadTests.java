package lt.mokiniai.register.load;

import org.junit.jupiter.api.AfterAll;

/** A load on H2 in Oracle mode. */
class H2LoadTests extends LoadContract {

    private static final LoadNode NODE = LoadNode.start("H2", "load", CLOCK);

    @Override
    LoadNode node() {
        return NODE;
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }
}
