package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.DatabaseProxy.Harm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A school that lost the answer to what it wrote, while the connection to the database was lost around the commit: getOutcome
 * tells what is written. By each operation that writes, on a PostgreSQL behind a proxy.
 */
class WrittenCommitTests {

    private static final String DATABASE = PostgresServer.newDatabase("written_commits");
    private static final DatabaseProxy PROXY = DatabaseProxy.before(DATABASE);
    private static final Register REGISTER = Register.start(settings());
    private static final JdbcClient SERVER = JdbcClient.create(new DriverManagerDataSource(DATABASE));
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(PostgresServer.settings(PROXY.address(), 20));
        settings.put("mokiniai.capacity.longest-wait-for-another", "60s");
        return settings;
    }

    /**
     * What is asked to close an institution is a preview; what is done in parts has commits of its own (ClassPromotionContract);
     * what sources deliver is the same again when it comes again (intake/RandomDeliveryRules).
     */
    static Stream<String> writing() {
        return PublishedOperations.load().all().stream()
                .filter(operation -> operation.writes() && !operation.isInParts())
                .map(PublishedOperation::operation)
                .filter(operation -> !operation.equals("closeInstitution") && !DeliveredSources.isOfIntake(operation));
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        REGISTER.close();
        PROXY.close();
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whatWasCommittedWithoutAWordIsToldToBeWritten(String operation) {
        Message message = prepared(operation);
        int before = writes(operation);
        PROXY.prepare(Harm.CUT_AFTER_COMMIT);
        Reply lost = message.send();

        ToldOutcome told = ToldOutcome.of(message, asker(operation));
        told.assertTellsAgain(lost);
        assertThat(writes(operation)).isGreaterThan(before);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whatWasNotCommittedIsToldToBeRefusedAndIsNotWrittenLater(String operation) {
        Message message = prepared(operation);
        int before = writes(operation);
        PROXY.prepare(Harm.CUT_BEFORE_COMMIT);
        Reply lost = message.send();
        assertThat(lost.code()).isEqualTo(ExchangeError.DATABASE.code());

        ToldOutcome.of(message, asker(operation)).assertTellsFaultOf(lost);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
        assertThat(writes(operation)).isEqualTo(before);
    }

    @Test
    void whatMayStillBeCommittedIsWaitedForUntilItIs() throws Exception {
        Message message = prepared("changeEnrolment");
        int before = writes("changeEnrolment");
        CompletableFuture<Reply> original = held(message);
        CompletableFuture<Reply> coming = sent(ToldOutcome.ask(message.id(), school()));
        assertThat(coming.isDone()).isFalse();
        PROXY.let();

        Reply lost = original.get();
        assertThat(lost.status()).as(lost.toString()).isEqualTo(200);
        ToldOutcome.of(coming.get()).assertTellsAgain(lost);
        assertThat(writes("changeEnrolment")).isEqualTo(before + 1);
    }

    @Test
    void whatCannotBeCommittedAnyMoreIsToldToBeRefused() throws Exception {
        Message message = prepared("withdrawStudent");
        int before = writes("withdrawStudent");
        CompletableFuture<Reply> original = held(message);
        SERVER.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'"
                        + " AND datname = 'written_commits'")
                .query(Boolean.class)
                .list();
        Reply lost = original.get();
        PROXY.let();
        assertThat(lost.code()).isEqualTo(ExchangeError.DATABASE.code());

        ToldOutcome.of(message, school()).assertTellsFaultOf(lost);
        assertThat(writes("withdrawStudent")).isEqualTo(before);
    }

    /** Sends a message whose commit does not come to the server, and waits until its refusal waits for it. */
    private static CompletableFuture<Reply> held(Message message) {
        PROXY.prepare(Harm.HOLD_COMMIT);
        CompletableFuture<Reply> original = sent(message);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> SERVER.sql("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = 'written_commits'"
                                        + " AND wait_event_type = 'Lock'")
                                .query(Integer.class)
                                .single()
                        > 0);
        return original;
    }

    private static CompletableFuture<Reply> sent(Message message) {
        return CompletableFuture.supplyAsync(message::send, THREADS);
    }

    private static Client school() {
        return REGISTER.as("school");
    }

    /** The school, or the agency where no school may. */
    private static Client asker(String operation) {
        boolean isOfSchools = REGISTER.contractOf("school").grants().containsKey(operation);
        return isOfSchools ? school() : REGISTER.as("agency");
    }

    private static Message prepared(String operation) {
        Message message = asker(operation).asks(operation, Questions.content(REGISTER, operation));
        message.bytes();
        return message;
    }

    /** How often an operation wrote of students, opened a task, or closed one. */
    private static int writes(String operation) {
        return Stream.of("person_write WHERE operation", "task WHERE opened_operation", "task WHERE closed_operation")
                .mapToInt(rows -> SERVER.sql("SELECT COUNT(*) FROM " + rows + " LIKE ?")
                        .param("%/" + operation)
                        .query(Integer.class)
                        .single())
                .sum();
    }
}
