package lt.mokiniai.register.model;

import java.util.Map;
import lt.mokiniai.exchange.evidence.PostgresServer;
import net.jqwik.api.lifecycle.AfterContainer;

/** On a real PostgreSQL. */
class PostgresRegisterModelTests extends RegisterModelContract {

    private static final Nodes NODES = new Nodes(Map.of(
            "spring.datasource.url",
            PostgresServer.newDatabase("registermodel"),
            "spring.datasource.username",
            "postgres",
            "spring.flyway.locations",
            "classpath:db/migration/postgresql"));

    @Override
    Nodes nodes() {
        return NODES;
    }

    @AfterContainer
    static void stop() {
        NODES.close();
    }
}
