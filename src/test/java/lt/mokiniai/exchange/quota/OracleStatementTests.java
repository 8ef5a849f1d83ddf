package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.oracle.OracleReading;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the quotas say to their database, Oracle would read too. */
class OracleStatementTests {

    private static final GrantId GRANT = new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudent"));
    private static final Quota QUOTA =
            new Quota(Optional.of(9), Optional.of(9), Optional.of(9), Optional.of(9), Optional.of(1));

    private static final GrantId OF_MANY = new GrantId("MR-2026-002", OperationId.parse("students/v1/findStudents"));
    private static final Quota FOR_MANY =
            new Quota(Optional.of(9999), Optional.of(9999), Optional.of(9999), Optional.of(9999), Optional.of(1));

    /** More than Oracle takes in one list. */
    private static final Set<String> MANY =
            IntStream.rangeClosed(1, 1001).mapToObj(i -> "many-" + i).collect(Collectors.toSet());

    @Test
    void areReadByOracle() {
        QuotaDatabase database = QuotaDatabase.H2_AS_ORACLE;
        database.empty();
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("SET QUERY_STATISTICS TRUE").update();
        jdbc.sql("SET QUERY_STATISTICS_MAX_ENTRIES 1000").update();
        try (QuotaNode node = new QuotaNode(database)) {
            node.quotas.takeMessage(GRANT, QUOTA);
            node.tell(GRANT, QUOTA, "r-1", Set.of("a", "b"));
            node.tell(GRANT, QUOTA, "r-2", Set.of("b"));
            node.quotas.left(GRANT, QUOTA);
            node.deliver(GRANT, "r-1", Set.of("a"));
            node.deliveries.checkUnspent(GRANT, 2);
            node.tell(OF_MANY, FOR_MANY, "r-3", MANY);
            node.tell(OF_MANY, FOR_MANY, "r-4", MANY);
            node.deliver(OF_MANY, "r-3", MANY);
            node.oldCounts.remove();
        }
        List<String> statements = jdbc.sql("SELECT sql_statement FROM information_schema.query_statistics"
                        + " WHERE sql_statement LIKE '%quota\\_%' OR sql_statement LIKE '%contract\\_%'")
                .query(String.class)
                .list();
        jdbc.sql("SET QUERY_STATISTICS FALSE").update();

        assertThat(statements).hasSizeGreaterThan(15).anyMatch(statement -> statement.matches("(?s).*(\\?, ){400}.*"));
        OracleReading.assertReadable(statements);
    }
}
