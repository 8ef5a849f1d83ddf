package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process on the embedded database that is killed: what it had answered, it had answered, and of what it was working on
 * getOutcome tells the truth.
 */
class KilledProcessTests {

    private static final int ANSWERS = Thoroughness.of(24, 240);
    private static final int SENDERS = 8;

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredBeforeAKillIsAReplayAfterIt() throws InterruptedException, IOException {
        Map<String, String> settings = Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("data/register")
                        + ";MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000",
                "mokiniai.demo.students",
                "20");

        Queue<Message> answered = new ConcurrentLinkedQueue<>();
        Queue<Message> unanswered = new ConcurrentLinkedQueue<>();
        try (ServerProcess server = ServerProcess.start(settings)) {
            answerUntilKilled(server, answered, unanswered);
        }
        assertNobodyElseReads(folder.resolve("data"));

        assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS);
        try (Register restarted = Register.startByTheTimeOfThisMachine(settings)) {
            assertThat(answered)
                    .allSatisfy(message ->
                            assertThat(message.send(restarted).code()).isEqualTo(ExchangeError.REPLAYED.code()));
            assertThat(unanswered).hasSize(SENDERS).allSatisfy(message -> assertTellsTheTruth(restarted, message));
            answered.stream().limit(SENDERS).forEach(message -> {
                assertTellsTheTruth(restarted, message);
                assertThat(outcome(restarted, message).outcome()).isEqualTo("ANSWERED");
            });
        }
    }

    /** It was answered, and what it wrote is written, or it never will be. */
    private static void assertTellsTheTruth(Register restarted, Message message) {
        ToldOutcome told = outcome(restarted, message);
        boolean isWritten = restarted
                        .jdbc()
                        .sql("SELECT COUNT(*) FROM message_log WHERE message_id = ? AND outcome = 'ANSWERED'")
                        .param(message.id())
                        .query(Integer.class)
                        .single()
                > 0;
        assertThat(told.outcome()).isEqualTo(isWritten ? "ANSWERED" : "NOT_RECEIVED");
        if (isWritten && message.operation().equals("enrolStudent")) {
            assertThat(restarted
                            .jdbc()
                            .sql("SELECT COUNT(*) FROM person_write WHERE receipt = ?")
                            .param(told.part("number").orElseThrow().getTextContent())
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
        assertThat(message.send(restarted).code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    private static ToldOutcome outcome(Register restarted, Message message) {
        String party = message.operation().equals("enrolStudent") ? "school" : "benefits";
        return ToldOutcome.of(message, restarted.as(party));
    }

    private static void assertNobodyElseReads(Path data) throws IOException {
        FileStore store = Files.getFileStore(data);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            try (Stream<Path> files = Files.list(data)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    private static void answerUntilKilled(ServerProcess server, Queue<Message> answered, Queue<Message> unanswered)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(ANSWERS);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int sender = 0; sender < SENDERS; sender++) {
            boolean writes = sender % 2 == 0;
            senders.execute(() -> {
                while (true) {
                    Message message = next(writes).at(Instant.now());
                    message.bytes();
                    unanswered.add(message);
                    if (message.post(server.address(message.path()), "*/*").statusCode() == 200) {
                        answered.add(message);
                        unanswered.remove(message);
                        enough.countDown();
                    }
                }
            });
        }
        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        server.kill();
        // Each sender ends with the first message that cannot be sent any more.
        senders.shutdown();
        assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static Message next(boolean writes) {
        return writes
                ? Register.shared().as("school").asks("enrolStudent", WrittenEnrolment.beginning())
                : Register.shared().as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
