package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.IllegalTransactionStateException;

/** The alarm on repeated looks at one student, counted for all nodes together, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.quota.QuotaDatabase#all")
class RepeatedLookTests {

    private static final Instant LAST_OF_A_DAY = Instant.parse("2026-11-26T21:59:59.999Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-26T22:00:00Z");
    private static final GrantId GRANT = new GrantId("MR-2026-001", OperationId.parse("students/v1/getStudent"));

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("lt.mokiniai.exchange.quota");

    private final QuotaDatabase database;

    private QuotaNode node;

    RepeatedLookTests(QuotaDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aNodeAndItsLog() {
        database.empty();
        node = new QuotaNode(database);
        node.clock.set(LAST_OF_A_DAY);
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void endTheNode() {
        log.detachAppender(lines);
        node.close();
    }

    @Test
    void raisesOneAlarmForAStudentAndADayAndRefusesNothing() {
        look("r-1", 2, "a");
        look("r-2", 2, "a", "b");
        assertThat(alarms()).isEmpty();
        look("r-3", 2, "a", "b");
        assertThat(alarms()).containsExactly("r-3 MR-2026-001 students/v1/getStudent 3 " + keyOf("a"));
        look("r-4", 2, "a");
        assertThat(alarms()).hasSize(1);
        assertThat(database.jdbc()
                        .sql("SELECT raised_at FROM contract_alarm")
                        .query((row, number) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .single())
                .isEqualTo(LAST_OF_A_DAY);
    }

    @Test
    void tellsTheOperatorInOneLineThatNamesNoStudent() {
        look("r-1", 1, "STUDENT01", "STUDENT02", "STUDENT03");
        assertThat(lines.list).isEmpty();
        look("r-2", 1, "STUDENT01", "STUDENT02");
        look("r-3", 1, "STUDENT01", "STUDENT02");
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(lines.list.get(0).getFormattedMessage())
                .isEqualTo("exchange r-2 tells about 2 students more than 1 times today,"
                        + " under students/v1/getStudent of MR-2026-001");
    }

    @Test
    void countsADayOfVilniusAndEachGrantOnItsOwn() {
        look("r-1", 1, "a");
        node.tell(new GrantId("MR-2026-002", GRANT.operation()), looks(1), "r-2", Set.of("a"));
        node.clock.set(NEXT_DAY);
        look("r-3", 1, "a");
        assertThat(alarms()).isEmpty();
        look("r-4", 1, "a");
        look("r-5", 1, "a");
        assertThat(alarms()).hasSize(1);
        node.clock.set(NEXT_DAY.plusSeconds(24 * 3_600));
        look("r-6", 1, "a");
        look("r-7", 1, "a");
        assertThat(alarms()).hasSize(2);
    }

    @Test
    void theLastDayOfAMonthAndTheFirstOfTheNextAreCountedByTheKeysOfEach() {
        Instant november = Instant.parse("2026-11-30T21:59:59.999Z");
        node.clock.set(november);
        look("r-1", 1, "a");
        look("r-2", 1, "a");
        node.clock.set(november.plusMillis(1));
        look("r-3", 1, "a");
        look("r-4", 1, "a");
        assertThat(alarms())
                .containsExactly(
                        "r-2 MR-2026-001 students/v1/getStudent 2 "
                                + node.students
                                        .inMonth("MR-2026-001", "2026-11")
                                        .apply("a"),
                        "r-4 MR-2026-001 students/v1/getStudent 2 "
                                + node.students
                                        .inMonth("MR-2026-001", "2026-12")
                                        .apply("a"));
    }

    @Test
    void aLowerLimitHoldsAtOnce() {
        IntStream.range(0, 4).forEach(i -> look("r-" + i, 5, "a"));
        look("r-4", 2, "a");
        assertThat(alarms()).containsExactly("r-4 MR-2026-001 students/v1/getStudent 5 " + keyOf("a"));
    }

    @Test
    void aLookThatIsUndoneCountsNot() {
        look("r-1", 1, "a");
        node.transaction.executeWithoutResult(status -> {
            node.quotas.tellAbout(GRANT, looks(1), "r-2", 1, Set.of("a"));
            status.setRollbackOnly();
        });
        assertThat(alarms()).isEmpty();
        look("r-3", 1, "a");
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void countsOnlyInATransaction() {
        assertThatThrownBy(() -> node.quotas.tellAbout(GRANT, looks(1), "r-1", 1, Set.of("a")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void countsMoreStudentsThanAListOfOracleTakes() {
        String[] students = IntStream.range(0, 1_201).mapToObj(i -> "p" + i).toArray(String[]::new);
        look("r-1", 1, students);
        look("r-2", 1, students);
        assertThat(alarms()).hasSize(1_201);
    }

    @Test
    void nodesThatLookAtOnceMissNoLookAndDoNotStopEachOther() throws InterruptedException {
        QuotaNode other = new QuotaNode(database);
        other.clock.set(LAST_OF_A_DAY);
        // Overlapping batches: each student is in ten of them.
        List<Runnable> work = IntStream.range(0, 100)
                .<Runnable>mapToObj(i -> () -> (i % 2 == 0 ? node : other)
                        .tell(
                                GRANT,
                                looks(9),
                                "r-" + i,
                                IntStream.range(i, i + 10)
                                        .mapToObj(student -> "p" + student % 100)
                                        .collect(Collectors.toSet())))
                .toList();
        assertThat(Refusals.countOfAllowed(ExchangeError.STUDENTS_A_MONTH, work))
                .isEqualTo(100);
        assertThat(database.jdbc()
                        .sql("SELECT DISTINCT looks FROM quota_look")
                        .query(Integer.class)
                        .list())
                .containsExactly(10);
        assertThat(alarms()).hasSize(100).allMatch(alarm -> alarm.contains(" 10 "));
        other.close();
    }

    @Test
    void forgetsTheDaysThatAreOverButNoAlarm() {
        look("r-1", 1, "a");
        look("r-2", 1, "a");
        node.oldCounts.remove();
        assertThat(database.count("quota_look")).isOne();
        node.clock.set(NEXT_DAY);
        node.oldCounts.remove();
        assertThat(database.count("quota_look")).isZero();
        assertThat(alarms()).hasSize(1);
    }

    private void look(String receipt, int limit, String... students) {
        node.tell(GRANT, looks(limit), receipt, Set.of(students));
    }

    private List<String> alarms() {
        return database.jdbc()
                .sql("SELECT receipt || ' ' || contract_id || ' ' || grant_name || ' ' || looks || ' ' || student_key"
                        + " FROM contract_alarm ORDER BY id")
                .query(String.class)
                .list();
    }

    private String keyOf(String student) {
        return node.students.inMonth(GRANT.contractId(), "2026-11").apply(student);
    }

    private static Quota looks(int aDay) {
        return new Quota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(aDay));
    }
}
