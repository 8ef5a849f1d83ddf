package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.platform.database.CountingDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often quotas go to the database for an exchange, with every axis; its commit is counted too. */
class QuotaStatementTests {

    private static final GrantId GRANT = new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudent"));
    private static final Quota EVERY_AXIS =
            new Quota(Optional.of(1000), Optional.of(1000), Optional.of(10), Optional.of(3), Optional.of(2));
    private static final QuotaNode NODE = new QuotaNode(counting());

    private static HikariDataSource counting() {
        HikariDataSource pool = QuotaDatabase.H2_AS_ORACLE.newPool();
        pool.setDriverClassName(CountingDriver.class.getName());
        return pool;
    }

    @BeforeEach
    void aStudentWasToldAbout() {
        QuotaDatabase.H2_AS_ORACLE.empty();
        exchange("r-1", "a");
    }

    @AfterAll
    static void endTheNode() {
        NODE.close();
    }

    @Test
    void aStudentWhoWasToldAboutBeforeTakesThreeStatements() {
        assertThat(exchange("r-2", "a")).isEqualTo(3 + 1);
    }

    @Test
    void anotherStudentTakesSix() {
        assertThat(exchange("r-2", "b")).isEqualTo(6 + 1);
        assertThat(QuotaDatabase.H2_AS_ORACLE.count("quota_student")).isEqualTo(2);
        assertThat(QuotaDatabase.H2_AS_ORACLE
                        .jdbc()
                        .sql("SELECT students FROM quota_month")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aLookBeyondTheLimitTakesTwoMoreAndRaisesItsAlarm() {
        exchange("r-2", "a");
        assertThat(exchange("r-3", "a")).isEqualTo(3 + 2 + 1);
        assertThat(QuotaDatabase.H2_AS_ORACLE.count("contract_alarm")).isOne();
    }

    private static long exchange(String receipt, String student) {
        return CountingDriver.during(() -> {
            NODE.quotas.takeMessage(GRANT, EVERY_AXIS);
            NODE.tell(GRANT, EVERY_AXIS, receipt, Set.of(student));
        });
    }
}
