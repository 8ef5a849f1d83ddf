package lt.mokiniai.exchange.quota;

import static lt.mokiniai.exchange.quota.Refusals.assertRefused;
import static lt.mokiniai.exchange.quota.Refusals.countOfAllowed;
import static lt.mokiniai.exchange.quota.Refusals.refusal;
import static lt.mokiniai.kernel.faults.ExchangeError.STUDENTS_A_MESSAGE;
import static lt.mokiniai.kernel.faults.ExchangeError.STUDENTS_A_MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.exchange.quota.RemainingQuota.Axis;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.IllegalTransactionStateException;

/** Students a message and different students a month, counted for all nodes together, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.quota.QuotaDatabase#all")
class StudentQuotaTests {

    private static final Instant LAST_OF_NOVEMBER = Instant.parse("2026-11-30T21:59:59.999Z");
    private static final Instant DECEMBER = Instant.parse("2026-11-30T22:00:00Z");
    private static final GrantId GRANT = new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudents"));

    private final QuotaDatabase database;

    private QuotaNode node;

    StudentQuotaTests(QuotaDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aNode() {
        database.empty();
        node = new QuotaNode(database);
        node.clock.set(LAST_OF_NOVEMBER);
    }

    @AfterEach
    void endTheNode() {
        node.close();
    }

    @Test
    void refusesAnAnswerAboutMoreStudentsThanAMessageMayTell() {
        Quota quota = new Quota(none(), none(), Optional.of(2), Optional.of(9), Optional.of(9));
        tell(quota, "a", "b");
        ExchangeException refusal = refusal(() -> tell(quota, "c", "d", "e"));
        assertThat(refusal.error()).isEqualTo(STUDENTS_A_MESSAGE);
        assertThat(refusal.contract()).contains("MR-2026-001");
        assertThat(refusal.messageEn()).endsWith(": 2.");
        assertThat(refusal.freesAt()).isEmpty();
        assertThat(database.count("quota_student")).isEqualTo(2);
        assertThat(database.count("quota_look")).isEqualTo(2);
    }

    @Test
    void tellsAboutSoManyDifferentStudentsAndAboutThoseAgain() {
        tell(aMonth(3), "a", "b");
        tell(aMonth(3), "b", "c");
        tell(aMonth(3), "a", "b", "c");
        ExchangeException refusal = refusal(() -> tell(aMonth(3), "c", "d"));
        assertThat(refusal.error()).isEqualTo(STUDENTS_A_MONTH);
        assertThat(refusal.contract()).contains("MR-2026-001");
        assertThat(refusal.messageEn()).endsWith(": 3; 2026-12-01T00:00:00+02:00.");
        assertThat(refusal.messageLt()).endsWith(": 3; 2026-12-01T00:00:00+02:00.");
        assertThat(refusal.freesAt()).contains(DECEMBER);
    }

    @Test
    void whetherAMessageIsRefusedDoesNotTellWhoIsInTheRegister() {
        tell(aMonth(3), "a", "b");
        List<Set<String>> anybodyOfTwo = List.of(Set.of(), Set.of("c"), Set.of("c", "d"));
        anybodyOfTwo.forEach(
                found -> assertRefused(STUDENTS_A_MONTH, () -> node.tell(GRANT, aMonth(3), "r-1", 2, found)));
        node.tell(GRANT, aMonth(3), "r-1", 2, Set.of("a"));
        node.tell(GRANT, aMonth(3), "r-1", 1, Set.of());
        assertThat(left(3)).isOne();

        node.tell(GRANT, aMonth(3), "r-1", 2, Set.of("a", "c"));
        assertThat(left(3)).isZero();
        assertRefused(STUDENTS_A_MONTH, () -> node.tell(GRANT, aMonth(3), "r-1", 1, Set.of()));
        assertRefused(STUDENTS_A_MONTH, () -> node.tell(GRANT, aMonth(3), "r-1", 2, Set.of("a")));
        assertRefused(STUDENTS_A_MONTH, () -> node.tell(GRANT, aMonth(3), "r-1", 2, Set.of("a", "d")));
        node.tell(GRANT, aMonth(3), "r-1", 2, Set.of("a", "c"));
    }

    @Test
    void aRefusedAnswerCountsNoneOfItsStudents() {
        tell(aMonth(3), "a", "b");
        assertRefused(STUDENTS_A_MONTH, () -> tell(aMonth(3), "c", "d"));
        assertThat(left(3)).isEqualTo(1);
        tell(aMonth(3), "d");
        assertThat(left(3)).isZero();
        assertThat(database.count("quota_student")).isEqualTo(3);
    }

    @Test
    void anAnswerThatIsUndoneCountsNoneOfItsStudents() {
        node.transaction.executeWithoutResult(status -> {
            node.quotas.tellAbout(GRANT, aMonth(1), "r-1", 1, Set.of("a"));
            status.setRollbackOnly();
        });
        assertThat(left(1)).isOne();
        tell(aMonth(1), "b");
    }

    @Test
    void aMonthBeginsInVilnius() {
        tell(aMonth(1), "a");
        assertRefused(STUDENTS_A_MONTH, () -> tell(aMonth(1), "b"));
        node.clock.set(DECEMBER);
        assertThat(left(1)).isOne();
        tell(aMonth(1), "b");
        assertThat(refusal(() -> tell(aMonth(1), "a")).freesAt()).contains(Instant.parse("2026-12-31T22:00:00Z"));
    }

    /** The clock is asked once: keys of one month are never counted in the next. */
    @Test
    void anExchangeAtTheEndOfAMonthIsCountedInOne() {
        Quota quota = new Quota(none(), none(), none(), Optional.of(1), Optional.of(1));
        node.clock.stepping(Duration.ofMillis(1));
        tell(quota, "a");
        node.clock.stepping(Duration.ZERO);
        String month = database.jdbc()
                .sql("SELECT told_month FROM quota_student")
                .query(String.class)
                .single();
        String key = node.students.inMonth("MR-2026-001", month).apply("a");
        assertThat(List.of("quota_student", "quota_look"))
                .allSatisfy(table -> assertThat(database.jdbc()
                                .sql("SELECT student_key FROM " + table)
                                .query(String.class)
                                .single())
                        .isEqualTo(key));
        assertThat(database.jdbc()
                        .sql("SELECT told_on FROM quota_look")
                        .query(LocalDate.class)
                        .single()
                        .toString())
                .startsWith(month);
    }

    @Test
    void anotherLimitHoldsAtOnceForTheStudentsToldAboutBefore() {
        tell(aMonth(2), "a", "b");
        tell(aMonth(3), "c");
        assertRefused(STUDENTS_A_MONTH, () -> tell(aMonth(3), "d"));
        assertThat(left(1)).isZero();
        tell(aMonth(1), "a", "b", "c");
        assertRefused(STUDENTS_A_MONTH, () -> tell(aMonth(1), "d"));
    }

    @Test
    void countsEachGrantOfEachContractOnItsOwn() {
        tell(aMonth(1), "a");
        node.tell(new GrantId("MR-2026-002", GRANT.operation()), aMonth(1), "r-1", Set.of("b"));
        node.tell(
                new GrantId(GRANT.contractId(), OperationId.parse("students/v1/getStudent")),
                aMonth(1),
                "r-1",
                Set.of("b"));
        assertRefused(STUDENTS_A_MONTH, () -> tell(aMonth(1), "b"));
    }

    @Test
    void countsMoreStudentsThanAListOfOracleTakes() {
        Set<String> students = IntStream.range(0, 1_201).mapToObj(i -> "p" + i).collect(Collectors.toSet());
        node.tell(GRANT, aMonth(1_201), "r-1", students);
        node.tell(GRANT, aMonth(1_201), "r-2", students);
        assertThat(left(1_201)).isZero();
    }

    @Test
    void keepsStudentsByKeyedDigestAlone() {
        tell(aMonth(1), "STUDENT0000000001");
        assertThat(database.jdbc()
                        .sql("SELECT student_key FROM quota_student")
                        .query(String.class)
                        .single())
                .isEqualTo(node.students.inMonth(GRANT.contractId(), "2026-11").apply("STUDENT0000000001"))
                .hasSize(64);
    }

    @Test
    void countsOnlyInATransactionThatCanBeUndone() {
        assertThatThrownBy(() -> node.quotas.tellAbout(GRANT, aMonth(1), "r-1", 1, Set.of("a")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(database.count("quota_student")).isZero();
    }

    @Test
    void asksNoDatabaseForAGrantWithoutSuchLimits() {
        node.close();
        Quota quota = new Quota(Optional.of(1), Optional.of(1), Optional.of(1), none(), none());
        assertThatCode(() -> node.quotas.tellAbout(GRANT, quota, "r-1", 1, Set.of("a")))
                .doesNotThrowAnyException();
        assertThat(node.quotas.left(GRANT, new Quota(none(), none(), Optional.of(7), none(), none())))
                .isEqualTo(new RemainingQuota(Optional.empty(), Optional.empty(), Optional.of(7), Optional.empty()));
    }

    @Test
    void nodesThatTellAtOnceTellAboutExactlyTheLimit() throws InterruptedException {
        QuotaNode other = new QuotaNode(database);
        other.clock.set(LAST_OF_NOVEMBER);
        // Each node tells about each student and its neighbour: they race for the same ones, and one place may stay
        // free.
        List<Runnable> work = IntStream.range(0, 320)
                .<Runnable>mapToObj(i -> () -> (i % 2 == 0 ? node : other)
                        .tell(GRANT, aMonth(51), "r-" + i, Set.of("p" + i / 2, "p" + (i / 2 + 1))))
                .toList();
        countOfAllowed(STUDENTS_A_MONTH, work);
        assertThat(database.count("quota_student")).isBetween(50, 51);
        assertThat(left(51)).isEqualTo(51 - database.count("quota_student"));
        List<Runnable> singles = IntStream.range(500, 600)
                .<Runnable>mapToObj(
                        i -> () -> (i % 2 == 0 ? node : other).tell(GRANT, aMonth(80), "r", Set.of("p" + i)))
                .toList();
        long free = left(80);
        assertThat(countOfAllowed(STUDENTS_A_MONTH, singles)).isEqualTo(free);
        assertThat(database.count("quota_student")).isEqualTo(80);
        other.close();
    }

    @Test
    void forgetsTheMonthsThatAreOver() {
        tell(aMonth(5), "a", "b");
        node.oldCounts.remove();
        assertThat(database.count("quota_student")).isEqualTo(2);
        node.clock.set(DECEMBER);
        tell(aMonth(5), "c");
        node.oldCounts.remove();
        assertThat(database.count("quota_student")).isOne();
        assertThat(database.count("quota_month")).isOne();
        assertThat(left(5)).isEqualTo(4);
    }

    private void tell(Quota quota, String... students) {
        node.tell(GRANT, quota, "r-1", Set.of(students));
    }

    private int left(int limit) {
        return node.quotas
                .left(GRANT, aMonth(limit))
                .studentsThisMonth()
                .map(Axis::left)
                .orElseThrow();
    }

    private static Quota aMonth(int students) {
        return new Quota(none(), none(), none(), Optional.of(students), none());
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }
}
