package lt.mokiniai.register.model;

import java.util.Map;
import net.jqwik.api.lifecycle.AfterContainer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On H2 in Oracle mode, as a demo start has it. */
class H2RegisterModelTests extends RegisterModelContract {

    private static final String ADDRESS =
            "jdbc:h2:mem:register-model;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    private static final String TABLES = "classpath:db/migration/oracle";

    /** H2 has what it checks of rows compiled by the session that made the tables: it must be one that does not end. */
    private static final SingleConnectionDataSource MAKER = tables();

    private static final Nodes NODES =
            new Nodes(Map.of("spring.datasource.url", ADDRESS, "spring.flyway.locations", TABLES));

    private static SingleConnectionDataSource tables() {
        SingleConnectionDataSource maker = new SingleConnectionDataSource(ADDRESS, "sa", "", true);
        Flyway.configure().dataSource(maker).locations(TABLES).load().migrate();
        return maker;
    }

    @Override
    Nodes nodes() {
        return NODES;
    }

    @AfterContainer
    static void stop() {
        NODES.close();
        MAKER.destroy();
    }
}
