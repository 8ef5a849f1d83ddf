package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An exchange that waits for its second connection holds nothing that others wait for; on PostgreSQL, which tells who waits. */
class SecondConnectionTests {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final GrantId GRANT = new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudent"));
    private static final Quota BOTH =
            new Quota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(100), Optional.of(5));

    private final QuotaDatabase database = QuotaDatabase.POSTGRESQL;
    private final ExecutorService exchanges = Executors.newCachedThreadPool();

    private QuotaNode node;

    @BeforeEach
    void aNode() {
        database.empty();
        node = new QuotaNode(database);
        node.clock.set(NOW);
    }

    @AfterEach
    void endTheNode() {
        exchanges.shutdownNow();
        node.close();
    }

    @Test
    void othersCountTheirStudentsMeanwhile() throws Exception {
        node.tell(GRANT, BOTH, "r-0", Set.of("first"));
        try (Connection other = database.connection()) {
            other.setAutoCommit(false);
            makeTheRowOf("slow", other);
            Future<?> slow = exchanges.submit(() -> node.tell(GRANT, BOTH, "r-1", Set.of("slow")));
            awaitSomebodyWaits();

            exchanges
                    .submit(() -> node.tell(GRANT, BOTH, "r-2", Set.of("quick")))
                    .get(1, TimeUnit.MINUTES);

            other.rollback();
            slow.get(1, TimeUnit.MINUTES);
        }
        assertThat(database.count("quota_student")).isEqualTo(3);
    }

    /** Makes the row that the exchange about this student will want to make, and does not say yet whether it stays. */
    private void makeTheRowOf(String student, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO quota_look (told_on, contract_id, grant_name, student_key, looks) VALUES (?, ?, ?, ?, 0)")) {
            insert.setObject(1, LocalDate.parse("2026-11-26"));
            insert.setString(2, GRANT.contractId());
            insert.setString(3, GRANT.grant());
            insert.setString(
                    4, node.students.inMonth(GRANT.contractId(), "2026-11").apply(student));
            insert.executeUpdate();
        }
    }

    private void awaitSomebodyWaits() {
        String waiting = "SELECT COUNT(*) FROM pg_locks WHERE NOT granted";
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (database.jdbc().sql(waiting).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
