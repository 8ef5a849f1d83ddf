package lt.mokiniai.exchange.quota;

import static lt.mokiniai.exchange.quota.Refusals.assertRefused;
import static lt.mokiniai.exchange.quota.Refusals.countOfAllowed;
import static lt.mokiniai.exchange.quota.Refusals.refusal;
import static lt.mokiniai.kernel.faults.ExchangeError.REQUEST_SPENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.IllegalTransactionStateException;

/** A contract for one delivery is spent by it, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.quota.QuotaDatabase#all")
class DeliveryTests {

    private static final GrantId GRANT = new GrantId("MR-2026-009", OperationId.parse("students/v1/getStudents"));

    private final QuotaDatabase database;

    private QuotaNode node;

    DeliveryTests(QuotaDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aNode() {
        database.empty();
        node = new QuotaNode(database);
    }

    @AfterEach
    void endTheNode() {
        node.close();
    }

    @Test
    void isSpentWhenEveryStudentThatItNamesWasDelivered() {
        node.deliveries.checkUnspent(GRANT, 3);
        node.deliver(GRANT, "r-1", Set.of("a", "b"));
        node.deliveries.checkUnspent(GRANT, 3);
        node.deliver(GRANT, "r-2", Set.of("c"));
        ExchangeException refusal = refusal(() -> node.deliveries.checkUnspent(GRANT, 3));
        assertThat(refusal.error()).isEqualTo(REQUEST_SPENT);
        assertThat(refusal.contract()).contains("MR-2026-009");
        assertThat(refusal.messageEn()).endsWith(": students/v1/getStudents.");
        assertThat(refusal.freesAt()).isEmpty();
    }

    @Test
    void deliversNoStudentTwiceAndThenNoneOfTheAnswer() {
        node.deliver(GRANT, "r-1", Set.of("a"));
        ExchangeException refusal = refusal(() -> node.deliver(GRANT, "r-2", Set.of("a", "b", "c")));
        assertThat(refusal.error()).isEqualTo(REQUEST_SPENT);
        assertThat(refusal.contract()).contains("MR-2026-009");
        assertThat(database.count("contract_delivery")).isOne();
        node.deliver(GRANT, "r-3", Set.of("b", "c"));
        assertThat(database.count("contract_delivery")).isEqualTo(3);
    }

    @Test
    void anAnswerThatIsUndoneDeliversNothing() {
        node.transaction.executeWithoutResult(status -> {
            node.deliveries.deliver(GRANT, "r-1", Set.of("a"));
            status.setRollbackOnly();
        });
        node.deliveries.checkUnspent(GRANT, 1);
        node.deliver(GRANT, "r-2", Set.of("a"));
        assertRefused(REQUEST_SPENT, () -> node.deliveries.checkUnspent(GRANT, 1));
    }

    @Test
    void anAnswerAboutNobodySpendsNothing() {
        node.deliver(GRANT, "r-1", Set.of());
        node.deliveries.checkUnspent(GRANT, 1);
    }

    @Test
    void countsEachGrantOfEachContractOnItsOwn() {
        node.deliver(GRANT, "r-1", Set.of("a"));
        node.deliver(new GrantId("MR-2026-010", GRANT.operation()), "r-2", Set.of("a"));
        GrantId another = new GrantId(GRANT.contractId(), OperationId.parse("certificates/v1/getCertificates"));
        node.deliveries.checkUnspent(another, 1);
        node.deliver(another, "r-3", Set.of("a"));
    }

    @Test
    void staysSpentInLaterMonthsAndIsNoKeyOfTheLogOrTheQuotas() {
        node.clock.set(Instant.parse("2026-11-30T21:59:59Z"));
        node.deliver(GRANT, "r-1", Set.of("a"));
        node.clock.set(Instant.parse("2027-12-01T00:00:00Z"));
        assertRefused(REQUEST_SPENT, () -> node.deliver(GRANT, "r-2", Set.of("a")));
        assertThat(database.jdbc()
                        .sql("SELECT student_key FROM contract_delivery")
                        .query(String.class)
                        .single())
                .isNotEqualTo(
                        node.students.inMonth(GRANT.contractId(), "2026-11").apply("a"));
    }

    @Test
    void keepsTheReceiptAndStudentsByKeyedDigestAlone() {
        node.deliver(GRANT, "r-1", Set.of("STUDENT0000000001"));
        assertThat(database.jdbc()
                        .sql("SELECT receipt || ' ' || student_key FROM contract_delivery")
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "r-1 " + node.students.ofDeliveries(GRANT.contractId()).apply("STUDENT0000000001"));
    }

    @Test
    void deliversOnlyInATransactionThatCanBeUndone() {
        assertThatThrownBy(() -> node.deliveries.deliver(GRANT, "r-1", Set.of("a")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(database.count("contract_delivery")).isZero();
    }

    @Test
    void ofNodesThatDeliverTheSameStudentsAtOnceExactlyOneDoes() throws InterruptedException {
        QuotaNode other = new QuotaNode(database);
        List<Runnable> work = IntStream.range(0, 100)
                .<Runnable>mapToObj(i -> () -> (i % 2 == 0 ? node : other).deliver(GRANT, "r-" + i, fiftyFrom(i)))
                .toList();
        assertThat(countOfAllowed(REQUEST_SPENT, work)).isOne();
        assertThat(database.count("contract_delivery")).isEqualTo(50);
        other.close();
    }

    /** The same students always, but in another order. */
    private static Set<String> fiftyFrom(int first) {
        return IntStream.range(first, first + 50)
                .mapToObj(i -> "p" + i % 50)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
