package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * getOutcome about a message that another node is working on, on whatever database: one node waits for long, and lets one
 * message wait at once; the other, which works, waits for nobody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningOriginalContract {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Register asked;
    private Register working;

    /** The address of the database with its user. */
    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("mokiniai.capacity.waiting-for-another", "1");
        settings.put("mokiniai.capacity.longest-wait-for-another", "60s");
        asked = Register.start(settings);
        settings.put("mokiniai.capacity.longest-wait-for-another", "0s");
        working = Register.start(settings, Register.with(DataSource.class, HeldSource::new));
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        working.close();
        asked.close();
    }

    @Test
    void aMessageThatAnotherNodeWorksOnIsWaitedForWithoutAConnection() throws Exception {
        Message message = asked.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        CompletableFuture<Reply> original = held(message);
        try {
            Message asking = ToldOutcome.ask(message.id(), asked.as("benefits"));
            CompletableFuture<Reply> coming = sent(asking, asked);
            await().atMost(Duration.ofMinutes(1)).until(() -> waiting() == 1);
            await().atMost(Duration.ofMinutes(1)).until(() -> connectionsInUse() == 0);

            // As many as may wait do.
            ToldOutcome second = ToldOutcome.of(message, asked.as("benefits"));
            assertThat(second.outcome()).isEqualTo("IN_PROGRESS");
            second.assertNothingElse();
            assertThat(waiting()).isEqualTo(1);
            assertThat(coming.isDone()).isFalse();

            source().letGo();
            Reply answer = original.get();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            ToldOutcome.of(coming.get()).assertTellsAgain(answer);
            assertThat(waiting()).isZero();
        } finally {
            source().letGo();
        }
    }

    @Test
    void whatIsStillWorkedOnIsToldToBeAndAskedAboutAgain() throws Exception {
        Message message = working.as("benefits").getStudent(DemoCast.TWIN_A);
        CompletableFuture<Reply> original = held(message);
        try {
            ToldOutcome.of(message, working.as("benefits")).assertNothingElse();
            ToldOutcome still = ToldOutcome.of(message, working.as("benefits"));
            assertThat(still.outcome()).isEqualTo("IN_PROGRESS");
        } finally {
            source().letGo();
        }
        Reply answer = original.get();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        ToldOutcome.of(message, working.as("benefits")).assertTellsAgain(answer);
    }

    @Test
    void whatIsUndoneWhileItIsWaitedForNeverCame() throws Exception {
        Message message = asked.as("benefits").getStudent(DemoCast.TWIN_B);
        CompletableFuture<Reply> coming;
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            takeIdOf(message, other);
            coming = sent(ToldOutcome.ask(message.id(), asked.as("benefits")), asked);
            await().atMost(Duration.ofMinutes(1)).until(() -> waiting() == 1);
            other.rollback();
        }
        ToldOutcome told = ToldOutcome.of(coming.get());
        assertThat(told.outcome()).isEqualTo("NOT_RECEIVED");
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    @Test
    void whatIsRefusedWhileItIsAskedAboutStaysWhatWasTold() throws Exception {
        for (Message message : List.of(
                // One that uses its id up, and one that leaves it free.
                asked.as("benefits").asks("getStudent", Client.person("59403149014")),
                asked.as("benefits")
                        .getStudent(DemoCast.TWIN_A)
                        .replacing("<id:serviceCode>getStudent<", "<id:serviceCode>findStudents<"))) {
            // Its work is undone, and the row of its refusal is not there yet.
            CompletableFuture<Reply> original = held(message);
            String told;
            try {
                told = ToldOutcome.of(message, asked.as("benefits")).outcome();
                assertThat(original.isDone()).isFalse();
            } finally {
                source().letGo();
            }
            assertThat(original.get().status()).isEqualTo(500);
            assertThat(ToldOutcome.of(message, asked.as("benefits")).outcome()).isEqualTo(told);
        }
    }

    /** Sends a message to the node that works, and waits until its work is done but for its row. */
    private CompletableFuture<Reply> held(Message message) {
        message.bytes();
        source().holdAt("INSERT INTO message_log");
        CompletableFuture<Reply> original = sent(message, working);
        source().awaitHeld();
        return original;
    }

    private CompletableFuture<Reply> sent(Message message, Register node) {
        return CompletableFuture.supplyAsync(() -> message.send(node), threads);
    }

    private HeldSource source() {
        return (HeldSource) working.bean(DataSource.class);
    }

    private int waiting() {
        return (int) asked.bean(MeterRegistry.class)
                .get("mokiniai.capacity.waiting")
                .tag("places", "others")
                .gauge()
                .value();
    }

    private int connectionsInUse() {
        try {
            return asked.bean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .getActiveConnections();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connection() throws SQLException {
        Map<String, String> database = database();
        return DriverManager.getConnection(
                database.get("spring.datasource.url"),
                database.get("spring.datasource.username"),
                database.getOrDefault("spring.datasource.password", ""));
    }

    private void takeIdOf(Message message, Connection other) throws SQLException {
        Reply model = asked.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
        try (PreparedStatement insert =
                other.prepareStatement("INSERT INTO accepted_message (replay_key, key_month) VALUES (?, '2026-11')")) {
            insert.setString(1, model.logged().party().orElseThrow() + " " + message.id());
            assertThat(insert.executeUpdate()).isOne();
        }
    }
}
