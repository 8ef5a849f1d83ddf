package lt.mokiniai.register.load;

import org.junit.jupiter.api.AfterAll;

/** A load on a real PostgreSQL. */
class PostgresLoadTests extends LoadContract {

    private static final LoadNode NODE = LoadNode.start("Postgres", "load", CLOCK);

    @Override
    LoadNode node() {
        return NODE;
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }
}
