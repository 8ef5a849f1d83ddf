package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.DatabaseProxy.Harm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What is told of an exchange is what its row says, though the connection is lost around the commit: over HTTP, under a
 * contract that is spent by its delivery, on a PostgreSQL behind a proxy.
 */
class CommitTests {

    private static final int CALLS = Thoroughness.of(40, 420);

    /** A connection is lost as often a second, about. */
    private static final int LOSSES = Thoroughness.of(10, 100);

    private static final String DATABASE = PostgresServer.newDatabase("commits");
    private static final DatabaseProxy PROXY = DatabaseProxy.before(DATABASE);
    private static final String FOLDER = "commit-contracts";
    private static final Register REGISTER =
            Register.start(SingleDeliveries.settings(PROXY.address(), FOLDER, CALLS * 2 + 100));
    private static final SingleDeliveries SCHOOL = SingleDeliveries.of(REGISTER, FOLDER);
    private static final JdbcClient SERVER = JdbcClient.create(new DriverManagerDataSource(DATABASE));

    @AfterAll
    static void stop() {
        REGISTER.close();
        PROXY.close();
    }

    @Test
    void aCommitOfWhichTheWordWasLostIsAnswered() {
        Message message = SCHOOL.asksAboutAnother();
        PROXY.prepare(Harm.CUT_AFTER_COMMIT);
        Reply reply = message.send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        SCHOOL.assertToldAsItStands(reply);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    @Test
    void whatWasDeliveredOnceIsToldAgainToWhoeverLostIt() {
        Message message = SCHOOL.asksAboutAnother();
        PROXY.prepare(Harm.CUT_AFTER_COMMIT);
        Reply lost = message.send();

        ToldOutcome told = ToldOutcome.of(message, REGISTER.as("school"));
        told.assertTellsAgain(lost);
        assertThat(SCHOOL.deliveredIn(lost.number())).isOne();
        assertThat(SCHOOL.deliveredIn(told.reply().number())).isZero();
        assertThat(told.reply().studentsInTheLog()).isOne();
        assertThat(SCHOOL.asksAgain(message).send().code()).isEqualTo(ExchangeError.REQUEST_SPENT.code());
    }

    @Test
    void aCommitThatNeverCameToTheServerIsRefusedAndUndone() {
        Message message = SCHOOL.asksAboutAnother();
        PROXY.prepare(Harm.CUT_BEFORE_COMMIT);
        Reply refused = message.send();

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.DATABASE);
        RefusalTests.assertIsInTheLog(refused, ExchangeError.DATABASE);
        SCHOOL.assertToldAsItStands(refused);
        Reply again = message.send();
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        SCHOOL.assertToldAsItStands(again);
    }

    @Test
    void aCommitThatComesLateIsWaitedForAndAnswered() {
        Message message = SCHOOL.asksAboutAnother();
        PROXY.prepare(Harm.HOLD_COMMIT);
        CompletableFuture<Reply> coming = CompletableFuture.supplyAsync(message::send);
        await().atMost(Duration.ofSeconds(60)).until(CommitTests::aRefusalWaitsForTheCommit);
        PROXY.let();
        Reply reply = coming.join();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        SCHOOL.assertToldAsItStands(reply);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    @Test
    void aCommitThatCannotComeAnyMoreIsRefused() {
        Message message = SCHOOL.asksAboutAnother();
        PROXY.prepare(Harm.HOLD_COMMIT);
        CompletableFuture<Reply> coming = CompletableFuture.supplyAsync(message::send);
        await().atMost(Duration.ofSeconds(60)).until(CommitTests::aRefusalWaitsForTheCommit);
        // As the server does itself with a session that waits for longer than it may.
        SERVER.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'"
                        + " AND datname = 'commits'")
                .query(Boolean.class)
                .list();
        Reply refused = coming.join();
        PROXY.let();

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.DATABASE);
        SCHOOL.assertToldAsItStands(refused);
        assertThat(message.send().status()).isEqualTo(200);
    }

    @Test
    void whateverConnectionsAreLostWhatIsToldIsWhatTheRowSays() {
        AtomicBoolean over = new AtomicBoolean();
        // Threads of its own: the common pool has one on two cores.
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletableFuture<Void> terminating = CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        SERVER.sql(
                                        "SELECT pg_terminate_backend(pid), pg_sleep(2 * random() / " + LOSSES
                                                + ") FROM pg_stat_activity"
                                                + " WHERE datname = 'commits' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1")
                                .query()
                                .listOfRows();
                    }
                },
                threads);
        List<Message> messages =
                Stream.generate(SCHOOL::asksAboutAnother).limit(CALLS).toList();
        List<Reply> replies;
        try {
            replies = IntStream.range(0, 4)
                    .mapToObj(party -> CompletableFuture.supplyAsync(
                            () -> IntStream.range(0, CALLS)
                                    .filter(i -> i % 4 == party)
                                    .mapToObj(i -> messages.get(i).send())
                                    .toList(),
                            threads))
                    .toList()
                    .stream()
                    .flatMap(coming -> coming.join().stream())
                    .toList();
        } finally {
            over.set(true);
            terminating.join();
            threads.shutdown();
            withoutLostConnections();
        }

        assertThat(replies).hasSize(CALLS).allSatisfy(reply -> {
            assertThat(reply.code()).isIn("", ExchangeError.DATABASE.code());
            SCHOOL.assertToldAsItStands(reply);
            Reply again = reply.message().send();
            assertThat(again.code()).isEqualTo(reply.isFault() ? "" : ExchangeError.REPLAYED.code());
            SCHOOL.assertToldAsItStands(again);
        });
    }

    /** The pool finds out late that a connection is lost, and the test looks through it too. */
    private static void withoutLostConnections() {
        try {
            REGISTER.bean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean aRefusalWaitsForTheCommit() {
        return SERVER.sql(
                                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = 'commits' AND wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
