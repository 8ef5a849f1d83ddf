package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that is killed, again and again, while it takes classes into the next school year: nothing is half done, the same
 * lists are finished by other messages, and what came of them is what comes of them where nobody is killed.
 */
abstract class KilledPromotionContract {

    private static final int KILLS = Thoroughness.of(2, 50);
    /** In one list. */
    private static final int STUDENTS = 20;

    private static final long SEED = 20260901;

    private final LocalDate from = nextSchoolYear();

    /** Of the processes that are killed. */
    abstract Map<String, String> database();

    /** Of the one that is not. */
    abstract Map<String, String> twin();

    private static LocalDate nextSchoolYear() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        return LocalDate.of(today.getMonthValue() < 9 ? today.getYear() : today.getYear() + 1, 9, 1);
    }

    private static Map<String, String> settings(Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("mokiniai.demo.students", "800");
        return settings;
    }

    @Test
    void whateverIsKilledTheSameListsAreFinishedAsIfNobodyWere() throws Exception {
        try (Register twin = Register.startByTheTimeOfThisMachine(settings(twin()))) {
            List<String> students = PromotedClass.enrolments(twin.jdbc(), DemoCast.SCHOOL, "BASIC", 5, 9);
            assertThat(students).hasSizeGreaterThan(2 * STUDENTS);
            List<String> lists = IntStream.range(0, students.size() / STUDENTS)
                    .mapToObj(i -> list(i, students.subList(i * STUDENTS, (i + 1) * STUDENTS)))
                    .toList();
            List<Message> sent = killedAtRandom(lists);

            try (Register restarted = Register.startByTheTimeOfThisMachine(settings(database()))) {
                assertThat(count(restarted.jdbc(), "message_log WHERE outcome IN ('OPEN', 'INTERRUPTED')"))
                        .as("lists that were cut off")
                        .isPositive();
                assertNothingIsHalfDone(restarted.jdbc());
                assertEndsAreTold(restarted, sent);
                for (String list : lists) {
                    Reply finished = answered(list, restarted);
                    Reply whole = answered(list, twin);
                    assertThat(PromotedClass.outcomes(finished.content()))
                            .isEqualTo(PromotedClass.outcomes(whole.content()));
                }
                assertNothingIsHalfDone(restarted.jdbc());
                assertThat(PromotedClass.recorded(restarted.jdbc(), students))
                        .isEqualTo(PromotedClass.recorded(twin.jdbc(), students));
            }
        }
    }

    /** Promotes all, but for one who leaves, one who repeats, and one who is refused. */
    private String list(int number, List<String> students) {
        List<String> entries = new ArrayList<>();
        students.forEach(student -> entries.add(PromotedClass.promoted(student)));
        entries.set(3, PromotedClass.entry(students.get(3), "<m:repeats/>"));
        entries.set(
                6,
                PromotedClass.entry(
                        students.get(6),
                        "<m:leaves><m:enrolledTo>" + from.minusDays(1)
                                + "</m:enrolledTo><m:reason>TRANSFER</m:reason></m:leaves>"));
        entries.set(9, PromotedClass.entry(students.get(9), "<m:promoted><m:classLevel>1</m:classLevel></m:promoted>"));
        return PromotedClass.request("killed-" + number, entries.toArray(String[]::new))
                .replace(PromotedClass.FROM.toString(), from.toString());
    }

    /**
     * Sends list after list, and each again until it is answered; ends the process at a random moment of the time that the
     * list takes. How long that is, a preview tells, which does the same work and keeps nothing.
     */
    private List<Message> killedAtRandom(List<String> lists) throws InterruptedException {
        Random random = new Random(SEED);
        List<Message> sent = new ArrayList<>();
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = ServerProcess.start(settings(database()))) {
                boolean isAnswered = true;
                while (isAnswered) {
                    long begun = System.nanoTime();
                    Message preview =
                            message(lists.get(next).replace("</m:batchId>", "</m:batchId><m:preview>true</m:preview>"));
                    assertThat(preview.post(server.address(preview.path()), "*/*")
                                    .statusCode())
                            .isEqualTo(200);
                    long takes = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                    Message message = message(lists.get(next));
                    sent.add(message);
                    CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() ->
                            message.post(server.address(message.path()), "*/*").statusCode());
                    isAnswered = isAnswered(status, random.nextLong(takes)) && next < lists.size() - 1;
                    next += isAnswered ? 1 : 0;
                }
                server.kill();
            }
        }
        return sent;
    }

    private static boolean isAnswered(CompletableFuture<Integer> status, long millis) throws InterruptedException {
        try {
            assertThat(status.get(millis, TimeUnit.MILLISECONDS)).isEqualTo(200);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Message message(String list) {
        Message message =
                Register.shared().as("school").asks("promoteClass", list).at(Instant.now());
        message.bytes();
        return message;
    }

    private static Reply answered(String list, Register register) {
        Reply reply = register.as("school").asks("promoteClass", list).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    /** What is told of a student was written with it, by the same exchange and once, and the other way round. */
    private static void assertNothingIsHalfDone(JdbcClient jdbc) {
        assertThat(jdbc.sql("""
                        SELECT b.batch_id, x.ordinal FROM class_batch_entry x JOIN class_batch b ON b.id = x.batch
                        WHERE x.outcome = 'DONE' AND 1 <> (SELECT COUNT(*) FROM person_write w JOIN enrolment e
                            ON e.person_id = w.person_id
                            WHERE e.register_id = x.enrolment_id AND w.operation = 'enrolments/v1/promoteClass'
                                AND w.receipt = x.receipt)
                        """)
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .isEmpty();
        int told = count(jdbc, "class_batch_entry WHERE outcome = 'DONE'");
        assertThat(count(jdbc, "person_write WHERE operation = 'enrolments/v1/promoteClass'"))
                .isEqualTo(told);
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("SELECT COUNT(*) FROM " + rows).query(Integer.class).single();
    }

    /** A node closes what the dead ones left open; what getOutcome tells is what the rows say. */
    private static void assertEndsAreTold(Register restarted, List<Message> sent) {
        restarted
                .jdbc()
                .sql("UPDATE open_exchange SET opened_at = ?")
                .param(Instant.now().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
        await().atMost(Duration.ofMinutes(1)).until(() -> count(restarted.jdbc(), "open_exchange") == 0);
        assertThat(count(restarted.jdbc(), "message_log WHERE outcome = 'OPEN'"))
                .isZero();
        for (Message message : sent) {
            List<String> row = restarted
                    .jdbc()
                    .sql("SELECT outcome FROM message_log WHERE message_id = ?")
                    .param(message.id())
                    .query(String.class)
                    .list();
            String told = ToldOutcome.of(message, restarted.as("school")).outcome();
            assertThat(told).isEqualTo(row.isEmpty() ? "NOT_RECEIVED" : row.get(0));
        }
    }
}
