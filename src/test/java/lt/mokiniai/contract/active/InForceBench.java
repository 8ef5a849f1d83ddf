package lt.mokiniai.contract.active;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database on which nodes start, with nothing in force, and contracts to put into their folders. */
abstract class InForceBench {

    static final String FIRST = Node.contract("MR-2026-301");
    static final String SECOND = Node.contract("MR-2026-302");
    static final String THIRD = Node.contract("MR-2026-303");
    static final String OTHER_PARTY = THIRD.replace("190000015", "190000022").replace("CN=office", "CN=other");

    @TempDir
    Path temporary;

    abstract DataSource database();

    static DataSource migrated(DataSource database, String dialect) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + dialect)
                .load()
                .migrate();
        return database;
    }

    @BeforeEach
    void nothingIsInForce() {
        JdbcClient jdbc = JdbcClient.create(database());
        List.of("contract_version", "contract_activation", "contract_set", "contract_text")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
    }

    Node node(String... contracts) {
        return Node.starting(database(), temporary, contracts);
    }

    static Health health(Node node) {
        return new ContractHealth(node.contracts()).health();
    }

    int activations() {
        return JdbcClient.create(database())
                .sql("SELECT COUNT(*) FROM contract_activation")
                .query(Integer.class)
                .single();
    }
}
