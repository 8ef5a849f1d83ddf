package lt.mokiniai.contract.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets in force on a real PostgreSQL. */
class PostgresInForceTests extends InForceRules {

    private static final DataSource DATABASE = migrated(PostgresServer.newPool("in_force"), "postgresql");

    @Override
    DataSource database() {
        return DATABASE;
    }

    /** Each statement is fast enough; all of them together are not. */
    @Test
    void aSetThatTheDatabaseTakesTooLongToKeepIsTakenWhenItIsFastAgain() {
        node(FIRST);
        Node node = Node.inAHurry(DATABASE, temporary, FIRST);
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        jdbc.sql("CREATE FUNCTION slowly() RETURNS trigger AS $$ BEGIN PERFORM pg_sleep(1.3); RETURN NEW; END $$"
                        + " LANGUAGE plpgsql")
                .update();
        for (String table : List.of("contract_text", "contract_set", "contract_activation")) {
            jdbc.sql("CREATE TRIGGER slowly BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION slowly()")
                    .update();
        }
        node.puts(SECOND);
        node.looks();
        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(activations()).isEqualTo(1);

        jdbc.sql("DROP FUNCTION slowly() CASCADE").update();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            node.looks();
            assertThat(node.contract()).isEqualTo("MR-2026-302");
        });
    }
}
