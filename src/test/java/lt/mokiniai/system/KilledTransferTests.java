package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.oracle.DatabaseServer;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one database, of which one is killed in the middle of what two schools do about a student. The same message,
 * sent to the other, is a replay of what was done, or is done now: once, and whole.
 */
class KilledTransferTests {

    private static final int KILLS = Thoroughness.of(1, 45);
    private static final long SEED = 20261101;

    private static final Map<String, String> SETTINGS = settings();

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DatabaseServer.settings("killedtransfers", 20));
        // A sandbox records by a clock of its own, and is one node.
        settings.put("mokiniai.sandbox.enabled", "false");
        return settings;
    }

    /** What is done when a process is killed. */
    private enum Deed {
        CONFIRM("decideTask", "school"),
        ASK("transferStudent", "progymnasium"),
        STRIKE("withdrawTransfer", "progymnasium");

        private final String operation;
        private final String party;

        Deed(String operation, String party) {
            this.operation = operation;
            this.party = party;
        }
    }

    /**
     * A message, and what it leads to.
     *
     * @param student the register id
     */
    private record Asked(Deed deed, String student, Message message) {}

    @Test
    void whatAKilledProcessDidNotFinishTheOtherDoesOnce() throws InterruptedException {
        Random random = new Random(SEED);
        try (Register survivor = Register.startByTheTimeOfThisMachine(SETTINGS)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Deed deed = Deed.values()[kill % Deed.values().length];
                try (ServerProcess process = ServerProcess.start(SETTINGS)) {
                    // The first of a process takes longer than others.
                    post(process, asked(survivor, deed).message);
                    long begun = System.nanoTime();
                    post(process, asked(survivor, deed).message);
                    long takes = System.nanoTime() - begun;
                    Asked asked = asked(survivor, deed);
                    CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> post(process, asked.message));
                    await(answer, random.nextLong(takes));
                    process.kill();
                    answer.exceptionally(gone -> null).join();
                    assertDoneOnce(survivor, asked);
                }
            }
        }
    }

    private static void await(CompletableFuture<Void> answer, long nanos) throws InterruptedException {
        try {
            answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // It is not answered yet.
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void post(ServerProcess process, Message message) {
        assertThat(message.post(process.address(message.path()), "*/*").statusCode())
                .isEqualTo(200);
    }

    private static Asked asked(Register register, Deed deed) {
        if (deed == Deed.ASK) {
            String student = WrittenTransfer.pupilOf(register, "school");
            return asked(
                    register, deed, student, WrittenTransfer.asking(register, student, WrittenTransfer.PROGYMNASIUM));
        }
        WrittenTransfer transfer = WrittenTransfer.begin(register, "school", "progymnasium");
        String accepting = WrittenTransfer.deciding(transfer.taskId(), "ACCEPT", "");
        if (deed == Deed.CONFIRM) {
            return asked(register, deed, transfer.student(), accepting);
        }
        assertThat(register.as("school").asks("decideTask", accepting).send().status())
                .isEqualTo(200);
        return asked(register, deed, transfer.student(), WrittenTransfer.withdrawing(transfer.transferId()));
    }

    private static Asked asked(Register register, Deed deed, String student, String content) {
        Message message = register.as(deed.party).asks(deed.operation, content).at(Instant.now());
        message.bytes();
        return new Asked(deed, student, message);
    }

    private static void assertDoneOnce(Register survivor, Asked asked) {
        Reply reply = asked.message.send(survivor);
        if (reply.status() != 200) {
            assertThat(reply.code()).as(reply.toString()).isEqualTo(ExchangeError.REPLAYED.code());
        }
        assertThat(ToldOutcome.of(asked.message, survivor.as(asked.deed.party)).outcome())
                .isEqualTo("ANSWERED");
        LocalDate today = survivor.today();
        String stays = DemoCast.SCHOOL + " " + today.minusDays(30) + "..null";
        String left = DemoCast.SCHOOL + " " + today.minusDays(30) + ".." + today;
        String begun = WrittenTransfer.PROGYMNASIUM + " " + today.plusDays(1) + "..null";
        assertThat(enrolled(survivor, asked.student))
                .isEqualTo(asked.deed == Deed.CONFIRM ? List.of(left, begun) : List.of(stays));
        assertThat(transfers(survivor, asked.student))
                .containsExactly(
                        switch (asked.deed) {
                            case ASK -> "WAITING";
                            case CONFIRM -> "DONE";
                            case STRIKE -> "STRUCK";
                        });
        assertThat(tasks(survivor, asked.student))
                .isEqualTo(
                        switch (asked.deed) {
                            case ASK -> List.of("TRANSFER OPEN");
                            case CONFIRM -> List.of("TRANSFER ACCEPTED");
                            case STRIKE -> List.of("TRANSFER ACCEPTED", "TRANSFER_STRUCK OPEN");
                        });
    }

    private static List<String> enrolled(Register register, String student) {
        return rows(
                register,
                "SELECT e.institution, t.valid_from, t.valid_to FROM enrolment e"
                        + " JOIN enrolment_term t ON t.enrolment_id = e.id JOIN person p ON p.id = e.person_id"
                        + " WHERE p.register_id = ? AND t.believed_until IS NULL ORDER BY t.valid_from",
                student,
                row -> row.getString(1) + " " + row.getObject(2, LocalDate.class) + ".."
                        + row.getObject(3, LocalDate.class));
    }

    private static List<String> transfers(Register register, String student) {
        return rows(
                register,
                "SELECT t.state FROM transfer t JOIN person p ON p.id = t.person_id WHERE p.register_id = ?",
                student,
                row -> row.getString(1));
    }

    private static List<String> tasks(Register register, String student) {
        return rows(
                register,
                "SELECT t.kind, t.state FROM task t JOIN person p ON p.id = t.person_id WHERE p.register_id = ?"
                        + " ORDER BY t.id",
                student,
                row -> row.getString(1) + " " + row.getString(2));
    }

    /** What a row says. */
    private interface Said {
        String of(ResultSet row) throws SQLException;
    }

    private static List<String> rows(Register register, String question, String student, Said said) {
        return register.jdbc()
                .sql(question)
                .param(student)
                .query((row, number) -> said.of(row))
                .list();
    }
}
