package lt.mokiniai.register.model;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.register.RegisterNode;
import lt.mokiniai.register.bench.Bench;
import net.jqwik.api.lifecycle.AfterContainer;

/** On a real PostgreSQL. */
class PostgresWritingModelTests extends WritingModelContract {

    private static final RegisterNode NODE = RegisterNode.start(Map.of(
            "spring.datasource.url",
            PostgresServer.newDatabase("writingmodel"),
            "spring.datasource.username",
            "postgres",
            "spring.flyway.locations",
            "classpath:db/migration/postgresql"));

    @Override
    Bench bench() {
        return NODE.bench();
    }

    @AfterContainer
    static void stop() {
        NODE.close();
    }
}
