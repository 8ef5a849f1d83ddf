package lt.mokiniai.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.operators.OperatorAct;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the message log promises (docs/evidence.md, 'The log'), on whatever database it is kept. */
abstract class MessageLogContract {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59.999999Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final byte[] REQUEST = bytes("<request>Jokūbas Saulėnas</request>".repeat(20));
    private static final byte[] RESPONSE = bytes("<response>59403149013</response>".repeat(20));

    private static final String STUDENT = "STUDENT0000000001";

    private LogNode node;
    private JdbcClient jdbc;

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
    void anEmptyLog() {
        jdbc = JdbcClient.create(database());
        TestKeys.empty(database());
        node = LogNode.on(database());
    }

    @Test
    void keepsTheExactBytesOfAnAnsweredExchangeInOneRow() {
        String receipt = answered(node, "m-1", NOVEMBER, Set.of("STUDENT0000000001", "STUDENT0000000002"));
        LoggedExchange logged = node.log.find(receipt).orElseThrow();
        assertThat(logged.request()).isEqualTo(REQUEST);
        assertThat(logged.response()).isEqualTo(RESPONSE);
        assertThat(logged.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(logged.result().faultCode()).isEmpty();
        assertThat(logged.receivedAt()).isEqualTo(NOVEMBER);
        assertThat(logged.party()).contains(LogNode.PARTY);
        assertThat(logged.asked().contractId()).contains("MR-2026-001");
        assertThat(logged.asked().operation()).contains("getStudent");
        assertThat(logged.result().students()).isEqualTo(2);
        assertThat(count("message_log")).isOne();
        assertThat(count("message_student")).isEqualTo(2);
    }

    @Test
    void keepsAMessageOfTwoMegabytes() {
        byte[] large = new byte[2 * 1024 * 1024];
        new Random(1).nextBytes(large);
        String receipt = LogNode.newReceipt();
        node.log.refused(
                LogNode.known(node.log.begin(receipt, NOVEMBER, large), "m-1"),
                Refusal.of(ExchangeError.LIMIT, RESPONSE));
        assertThat(node.log.find(receipt).orElseThrow().request()).isEqualTo(large);
    }

    @Test
    void anActOfAnOperatorHasARowFromItsBeginningAndIsClosedWithWhatCameOfIt() {
        OperatorAct act = new OperatorAct(LogNode.newReceipt(), "load", "190000008", "Ona", NOVEMBER, REQUEST);
        node.acts.open(act);
        LoggedExchange open = node.log.find(act.receipt()).orElseThrow();
        assertThat(open.result().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(open.party()).contains("190000008");
        assertThat(open.asked().operation()).contains("load");
        assertThat(open.request()).isEqualTo(REQUEST);
        assertThat(open.response()).isEmpty();
        assertThat(new String(blob("request"), StandardCharsets.ISO_8859_1)).doesNotContain("Jok");

        // A month later, with its own key still.
        node.acts.close(act, 1_000_000, RESPONSE);
        LoggedExchange closed = LogNode.on(database()).log.find(act.receipt()).orElseThrow();
        assertThat(closed.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(closed.result().students()).isEqualTo(1_000_000);
        assertThat(closed.response()).isEqualTo(RESPONSE);
        assertThatThrownBy(() -> node.acts.close(act, 1, RESPONSE)).hasMessageContaining("is not open");
    }

    @Test
    void anActWhoseProcessDiedIsGivenUpAndNoOther() {
        OperatorAct dead = new OperatorAct(LogNode.newReceipt(), "load", "190000008", "Ona", NOVEMBER, REQUEST);
        OperatorAct other = new OperatorAct(LogNode.newReceipt(), "other", "190000008", "Ona", NOVEMBER, REQUEST);
        node.acts.open(dead);
        node.acts.open(other);
        String answered = answered(node, "m-1", NOVEMBER, Set.of());
        LogNode.on(database()).acts.giveUp("load", "190000008");
        assertThat(node.log.find(dead.receipt()).orElseThrow().result().outcome())
                .isEqualTo(Outcome.INTERRUPTED);
        assertThat(node.log.find(other.receipt()).orElseThrow().result().outcome())
                .isEqualTo(Outcome.OPEN);
        assertThat(node.log.find(answered).orElseThrow().result().outcome()).isEqualTo(Outcome.ANSWERED);
        node.acts.giveUp(other);
        assertThat(node.log.find(other.receipt()).orElseThrow().result().outcome())
                .isEqualTo(Outcome.INTERRUPTED);
    }

    /** Whose act it was, a certificate says of every exchange. */
    @Test
    void aRowWithoutACertificateIsThatOfAnOperator() {
        answered(node, "m-1", NOVEMBER, Set.of());
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE message_log SET certificate = NULL").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsNothingInTheClear() {
        answered(node, "m-1", NOVEMBER, Set.of("STUDENT0000000001"));
        for (String column : List.of("request", "response")) {
            String kept = new String(blob(column), StandardCharsets.ISO_8859_1);
            assertThat(kept).doesNotContain("request", "response", "Jok", "5940314");
        }
        assertThat(jdbc.sql("SELECT student_key FROM message_student")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain("STUDENT");
        assertThat(jdbc.sql("SELECT wrapped_key FROM log_key")
                        .query(byte[].class)
                        .single())
                .hasSize(40);
    }

    @Test
    void undoesItsRowWithTheWorkAndThenTellsOfTheRefusal() {
        LogEntry entry = LogNode.known(node.log.begin(LogNode.newReceipt(), NOVEMBER, REQUEST), "m-1");
        assertThatThrownBy(() -> node.transaction().executeWithoutResult(status -> {
                    node.log.accept(entry);
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(count("message_log")).isZero();
        node.log.refused(entry, Refusal.of(ExchangeError.OUT_OF_DEPTH, RESPONSE));
        LoggedExchange logged = node.log.find(entry.receipt()).orElseThrow();
        assertThat(logged.result().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(logged.result().faultCode()).contains("MR-404");
        assertThat(logged.request()).isEqualTo(REQUEST);
        assertThat(logged.response()).isEqualTo(RESPONSE);
    }

    @Test
    void takesAnIdOncePerPartyOnEveryNodeAndAfterARestart() {
        answered(node, "m-1", NOVEMBER, Set.of());
        assertReplayed(node, "m-1");
        assertReplayed(LogNode.on(database()), "m-1");
        answered(LogNode.on(database()), "m-2", DECEMBER, Set.of());
        assertReplayed(node, "m-2");
    }

    @Test
    void aRefusalUsesTheIdUpUnlessItAsksForTheMessageAgain() {
        refused("m-1", ExchangeError.OUT_OF_DEPTH);
        assertReplayed(node, "m-1");
        refused("m-2", ExchangeError.DATABASE);
        answered(node, "m-2", NOVEMBER, Set.of());
        assertReplayed(node, "m-2");
    }

    @Test
    void aMessageThatWasNeverAcceptedUsesNoIdUp() {
        LogEntry entry = LogNode.known(node.log.begin(LogNode.newReceipt(), NOVEMBER, REQUEST), "m-1");
        node.log.refused(entry, Refusal.of(ExchangeError.OPERATION_MISMATCH, RESPONSE));
        answered(node, "m-1", NOVEMBER, Set.of());
    }

    @Test
    void aRefusalIsLoggedThoughACopyWasAcceptedMeanwhile() {
        LogEntry entry = opened("m-1");
        answered(LogNode.on(database()), "m-1", NOVEMBER, Set.of());
        node.log.refused(entry, Refusal.of(ExchangeError.OUT_OF_DEPTH, RESPONSE));
        assertThat(node.log.find(entry.receipt()).orElseThrow().result().faultCode())
                .contains("MR-404");
        assertThat(count("accepted_message")).isOne();
    }

    @Test
    void doesNotAnswerWhatWasNotAccepted() {
        LogEntry entry = LogNode.known(node.log.begin(LogNode.newReceipt(), NOVEMBER, REQUEST), "m-1");
        assertThatThrownBy(() -> node.log.answered(entry, Set.of(), RESPONSE)).hasMessageContaining("was not accepted");
        assertThat(count("message_log")).isZero();
    }

    @Test
    void noticesAMessageThatWasChangedOrMoved() {
        String receipt = answered(node, "m-1", NOVEMBER, Set.of());
        byte[] request = blob("request");
        byte[] response = blob("response");
        byte[] changed = request.clone();
        changed[changed.length / 2] ^= 1;
        for (byte[] put : List.of(changed, response)) {
            put(receipt, put);
            assertThatThrownBy(() -> node.log.find(receipt)).hasMessageContaining("was changed");
        }
        put(receipt, request);
        assertThat(node.log.find(receipt)).isPresent();
        String other = answered(node, "m-2", NOVEMBER, Set.of());
        put(other, request);
        assertThatThrownBy(() -> node.log.find(other)).hasMessageContaining("does not belong to its row");
    }

    @Test
    void aMonthCanBeEndedByDestroyingItsKey() {
        String november = answered(node, "m-1", NOVEMBER, Set.of());
        String december = answered(node, "m-2", DECEMBER, Set.of());
        assertThat(jdbc.sql("SELECT key_month FROM log_key ORDER BY key_month")
                        .query(String.class)
                        .list())
                .containsExactly("2026-11", "2026-12");
        jdbc.sql("UPDATE log_key SET wrapped_key = NULL WHERE key_month = '2026-11'")
                .update();
        LogNode restarted = LogNode.on(database());
        assertThatThrownBy(() -> restarted.log.find(november)).isInstanceOf(IllegalStateException.class);
        assertThat(restarted.log.find(december).orElseThrow().request()).isEqualTo(REQUEST);
    }

    @Test
    void nodesThatBeginAMonthAtOnceUseOneKey() {
        List<String> receipts = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> answered(LogNode.on(database()), "m-" + i, DECEMBER, Set.of()))
                .toList();
        LogNode reader = LogNode.on(database());
        assertThat(receipts)
                .hasSize(8)
                .allSatisfy(receipt -> assertThat(
                                reader.log.find(receipt).orElseThrow().response())
                        .isEqualTo(RESPONSE));
        assertThat(count("log_key")).isOne();
    }

    @Test
    void findsAStudentUnderEachContractAndInEachMonthOnEveryNode() {
        String first = answered(node, "m-1", NOVEMBER, Set.of(STUDENT, "STUDENT0000000002"));
        String december = answered(LogNode.on(database()), "m-2", DECEMBER, Set.of(STUDENT));
        String other = answered(node, "m-3", DECEMBER.plusSeconds(1), "MR-2026-002", Set.of(STUDENT));
        answered(node, "m-4", DECEMBER, Set.of("STUDENT0000000002"));
        answered(node, "m-5", DECEMBER, "MR-2026-003", Set.of());
        assertThat(node.students.receiptsAbout(STUDENT)).containsExactly(first, december, other);
        assertThat(LogNode.on(database()).students.receiptsAbout(STUDENT)).containsExactly(first, december, other);
        assertThat(node.students.receiptsAbout("STUDENT0000000003")).isEmpty();
    }

    @Test
    void aStudentsRowsCannotBeJoinedAcrossContractsOrMonths() {
        answered(node, "m-1", NOVEMBER, Set.of(STUDENT));
        answered(node, "m-2", DECEMBER, Set.of(STUDENT));
        answered(node, "m-3", DECEMBER, "MR-2026-002", Set.of(STUDENT));
        assertThat(studentKeys()).hasSize(3).doesNotHaveDuplicates();
        answered(node, "m-4", DECEMBER, Set.of(STUDENT));
        assertThat(Set.copyOf(studentKeys()))
                .as("one for each contract and month")
                .hasSize(3);
    }

    @Test
    void theRowsOfAnAnswerStandInTheOrderOfTheirKeys() {
        Set<String> inOrderOfTheRegister = IntStream.range(0, 50)
                .mapToObj("STUDENT%010d"::formatted)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        answered(node, "m-1", NOVEMBER, inOrderOfTheRegister);
        assertThat(studentKeys()).hasSize(50).isSorted();
    }

    @Test
    void aContractAndMonthThatWereUndoneAreFoundWhenTheyComeAgain() {
        LogEntry undone = LogNode.known(node.log.begin(LogNode.newReceipt(), NOVEMBER, REQUEST), "m-1");
        node.transaction().executeWithoutResult(status -> {
            node.log.accept(undone);
            undone.under("MR-2026-001", "1", "cd".repeat(32));
            node.log.answered(undone, Set.of(STUDENT), RESPONSE);
            status.setRollbackOnly();
        });
        String receipt = answered(node, "m-2", NOVEMBER, Set.of(STUDENT));
        assertThat(node.students.receiptsAbout(STUDENT)).containsExactly(receipt);
        answered(node, "m-3", NOVEMBER, Set.of(STUDENT));
        assertThat(count("message_student_month")).isOne();
    }

    @Test
    void findsAStudentUnderMoreContractsThanAListOfOracleTakes() {
        IntStream.range(0, 1_201)
                .forEach(i -> jdbc.sql(
                                "INSERT INTO message_student_month (contract_id, key_month) VALUES (?, '2020-01')")
                        .param("MR-2020-" + i)
                        .update());
        String receipt = answered(node, "m-1", NOVEMBER, Set.of(STUDENT));
        assertThat(node.students.receiptsAbout(STUDENT)).containsExactly(receipt);
    }

    private List<String> studentKeys() {
        return jdbc.sql("SELECT student_key FROM message_student")
                .query(String.class)
                .list();
    }

    private static String answered(LogNode node, String messageId, Instant at, Set<String> students) {
        return answered(node, messageId, at, "MR-2026-001", students);
    }

    private static String answered(LogNode node, String messageId, Instant at, String contract, Set<String> students) {
        LogEntry entry = LogNode.known(node.log.begin(LogNode.newReceipt(), at, REQUEST), messageId);
        node.transaction().executeWithoutResult(status -> {
            node.log.accept(entry);
            entry.under(contract, "1", "cd".repeat(32));
            node.log.answered(entry, students, RESPONSE);
        });
        return entry.receipt();
    }

    /** Opens an exchange whose work is then undone. */
    private LogEntry opened(String messageId) {
        LogEntry entry = LogNode.known(node.log.begin(LogNode.newReceipt(), NOVEMBER, REQUEST), messageId);
        node.transaction().executeWithoutResult(status -> {
            node.log.accept(entry);
            status.setRollbackOnly();
        });
        return entry;
    }

    private void refused(String messageId, ExchangeError error) {
        node.log.refused(opened(messageId), Refusal.of(error, RESPONSE));
    }

    private static void assertReplayed(LogNode node, String messageId) {
        assertThatThrownBy(() -> answered(
                        node, messageId, DECEMBER, Set.of(UUID.randomUUID().toString())))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.REPLAYED));
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private byte[] blob(String column) {
        return jdbc.sql("SELECT " + column + " FROM message_log")
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void put(String receipt, byte[] request) {
        jdbc.sql("UPDATE message_log SET request = ? WHERE receipt = ?")
                .params(request, receipt)
                .update();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
