package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.oracle.DatabaseServer;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.register.tasks.deciding.TaskTerms;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * A student moves between the two schools of the demo by signed messages of both, and the municipality decides what they do not
 * agree about; on a database server, with two nodes, one of which is a week ahead.
 */
class TransferTests {

    private static final Map<String, String> SETTINGS = settings();
    private static final Register REGISTER = Register.start(SETTINGS);
    private static final Register NEXT_WEEK = Register.startAhead(Duration.ofDays(7), SETTINGS);
    private static final LocalDate TODAY = REGISTER.today();

    @AfterAll
    static void stop() {
        NEXT_WEEK.close();
        REGISTER.close();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DatabaseServer.settings("transfers", 20));
        // A sandbox records by a clock of its own, and is one node.
        settings.put("mokiniai.sandbox.enabled", "false");
        return settings;
    }

    /** A student of the demo school, whom the progymnasium asks for. */
    private static WrittenTransfer asked() {
        return WrittenTransfer.begin(REGISTER, "school", "progymnasium");
    }

    private static Reply decides(String party, String taskId, String decision, String more) {
        return REGISTER.as(party)
                .asks("decideTask", WrittenTransfer.deciding(taskId, decision, more))
                .withUserId("inspector-1")
                .send();
    }

    private static List<Element> tasks(String party) {
        Reply reply = REGISTER.as(party)
                .asks("getTasks", "<m:open>true</m:open><m:asked>false</m:asked>")
                .withUserId("inspector-1")
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Elements.children(reply.content(), "task");
    }

    /** The task of a student that somebody decides. */
    private static String taskOf(WrittenTransfer transfer, String party) {
        return tasks(party).stream()
                .filter(task -> text(task, "registerId").equals(transfer.student()))
                .map(task -> text(task, "taskId"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Element within, String name) {
        return Elements.children(within, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    /** Where the student is enrolled, from when until when, as it is recorded. */
    private static List<String> enrolled(WrittenTransfer transfer) {
        return REGISTER.jdbc()
                .sql("SELECT e.institution, t.valid_from, t.valid_to, t.left_to FROM enrolment e"
                        + " JOIN enrolment_term t ON t.enrolment_id = e.id JOIN person p ON p.id = e.person_id"
                        + " WHERE p.register_id = ? AND t.believed_until IS NULL ORDER BY t.valid_from")
                .param(transfer.student())
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + ".." + row.getString(3) + " " + row.getString(4))
                .list();
    }

    private static final String HERE = DemoCast.SCHOOL + " " + TODAY.minusDays(30) + "..null null";
    private static final List<String> MOVED = List.of(
            DemoCast.SCHOOL + " " + TODAY.minusDays(30) + ".." + TODAY + " " + WrittenTransfer.PROGYMNASIUM,
            WrittenTransfer.PROGYMNASIUM + " " + TODAY.plusDays(1) + "..null null");

    private static String state(WrittenTransfer transfer) {
        return REGISTER.jdbc()
                .sql("SELECT state FROM transfer WHERE transfer_id = ?")
                .param(transfer.transferId())
                .query(String.class)
                .single();
    }

    private static int rows() {
        return List.of("person_write", "enrolment", "enrolment_term", "enrolment_stage", "transfer", "task").stream()
                .mapToInt(table -> REGISTER.jdbc()
                        .sql("SELECT COUNT(*) FROM " + table)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    @Test
    void aStudentMovesByTheCallsOfTwoSchools() {
        WrittenTransfer transfer = asked();
        assertThat(enrolled(transfer)).containsExactly(HERE);
        Reply decided = decides("school", transfer.taskId(), "ACCEPT", "");
        assertThat(decided.code()).isEmpty();
        assertThat(text(decided.content(), "state")).isEqualTo("ACCEPTED");
        assertThat(decided.studentsInTheLog()).isOne();
        assertThat(enrolled(transfer)).isEqualTo(MOVED);
        // Who signed and for whom stand in the row; what is recorded comes from the message that asked.
        assertThat(REGISTER.jdbc()
                        .sql("SELECT closed_receipt, closed_party, closed_institution, opened_institution FROM task"
                                + " WHERE task_id = ?")
                        .param(transfer.taskId())
                        .query((row, number) ->
                                List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                        .single())
                .containsExactly(decided.number(), DemoCast.SCHOOL, DemoCast.SCHOOL, WrittenTransfer.PROGYMNASIUM);
    }

    @Test
    void aSchoolThatSaysNothingConfirmsWhenTheTermEnds() {
        WrittenTransfer transfer = asked();
        REGISTER.bean(TaskTerms.class).end();
        assertThat(enrolled(transfer)).containsExactly(HERE);
        NEXT_WEEK.bean(TaskTerms.class).end();
        assertThat(enrolled(transfer)).isEqualTo(MOVED);
        assertThat(state(transfer)).isEqualTo("DONE");
        assertThat(decides("school", transfer.taskId(), "OBJECT", "<m:reason>STILL_ATTENDS</m:reason>")
                        .code())
                .isEqualTo("MR-541");
    }

    @Test
    void theMunicipalityDecidesAnObjection() {
        WrittenTransfer transfer = asked();
        assertThat(decides("division", transfer.taskId(), "ACCEPT", "").code()).isEqualTo("MR-501");
        assertThat(decides("school", transfer.taskId(), "OBJECT", "").code()).isEqualTo("MR-544");
        Reply objected = decides(
                "school",
                transfer.taskId(),
                "OBJECT",
                "<m:reason>GUARDIANS_DISAGREE</m:reason><m:note>Tėvas nesutinka.</m:note>");
        assertThat(text(objected.content(), "state")).isEqualTo("OBJECTED");
        Reply told = REGISTER.as("progymnasium")
                .asks("getTasks", "<m:asked>true</m:asked>")
                .send();
        assertThat(told.toString())
                .contains("OBJECTED", "GUARDIANS_DISAGREE")
                .doesNotContain(DemoCast.SCHOOL, "nesutinka");

        Reply decided = decides("division", taskOf(transfer, "division"), "ACCEPT", "");
        assertThat(decided.code()).isEmpty();
        assertThat(enrolled(transfer)).isEqualTo(MOVED);
        assertThat(state(transfer)).isEqualTo("DONE");
    }

    @Test
    void aTransferIsWithdrawnWhileItWaitsAndStruckAfterwards() {
        WrittenTransfer withdrawn = asked();
        Reply reply = REGISTER.as("progymnasium")
                .asks("withdrawTransfer", WrittenTransfer.withdrawing(withdrawn.transferId()))
                .send();
        assertThat(text(reply.content(), "state")).isEqualTo("WITHDRAWN");
        assertThat(enrolled(withdrawn)).containsExactly(HERE);

        WrittenTransfer struck = asked();
        decides("school", struck.taskId(), "ACCEPT", "");
        reply = REGISTER.as("progymnasium")
                .asks("withdrawTransfer", WrittenTransfer.withdrawing(struck.transferId()))
                .send();
        assertThat(text(reply.content(), "state")).isEqualTo("STRUCK");
        assertThat(enrolled(struck)).containsExactly(HERE);
        assertThat(tasks("school")).anySatisfy(task -> {
            assertThat(text(task, "registerId")).isEqualTo(struck.student());
            assertThat(text(task, "kind")).isEqualTo("TRANSFER_STRUCK");
        });
    }

    @Test
    void whatIsRefusedChangesNothingAndTellsNothing() {
        WrittenTransfer transfer = asked();
        int before = rows();
        String student = "<t:registerId>" + transfer.student() + "</t:registerId>";
        Reply again = REGISTER.as("progymnasium")
                .asks(
                        "transferStudent",
                        WrittenTransfer.asking(REGISTER, transfer.student(), WrittenTransfer.PROGYMNASIUM))
                .send();
        assertThat(again.code()).isEqualTo("MR-572");
        assertThat(again.toString()).doesNotContain(DemoCast.SCHOOL);
        assertThat(again.studentsInTheLog()).isOne();
        assertThat(REGISTER.as("school")
                        .asks("transferStudent", WrittenTransfer.asking(REGISTER, transfer.student(), DemoCast.SCHOOL))
                        .send()
                        .code())
                .as(student)
                .isEqualTo("MR-570");
        assertThat(REGISTER.as("benefits")
                        .asks("decideTask", WrittenTransfer.deciding(transfer.taskId(), "ACCEPT", ""))
                        .send()
                        .code())
                .isEqualTo("MR-303");
        assertThat(rows()).isEqualTo(before);
    }

    /** Two who may decide, at one moment. */
    @Test
    void ofTwoDecidersAtOnceOneDecides() throws Exception {
        WrittenTransfer transfer = asked();
        Reply objected = decides("school", transfer.taskId(), "OBJECT", "<m:reason>OTHER</m:reason>");
        assertThat(objected.code()).isEmpty();
        String task = taskOf(transfer, "division");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Reply>> replies = List.of("division", "agency").stream()
                    .map(party -> threads.submit(() -> {
                        Message message = REGISTER.as(party)
                                .asks("decideTask", WrittenTransfer.deciding(task, "ACCEPT", ""))
                                .withUserId("inspector-1");
                        start.await(1, TimeUnit.MINUTES);
                        return message.send();
                    }))
                    .toList();
            assertThat(List.of(
                            replies.get(0).get(2, TimeUnit.MINUTES).code(),
                            replies.get(1).get(2, TimeUnit.MINUTES).code()))
                    .containsExactlyInAnyOrder("", "MR-541");
            assertThat(enrolled(transfer)).isEqualTo(MOVED);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void checkConnectionCountsTheTasksThatWait() {
        int before = waiting("school");
        WrittenTransfer transfer = asked();
        assertThat(waiting("school")).isEqualTo(before + 1);
        int theirs = waiting("division");
        decides("school", transfer.taskId(), "OBJECT", "<m:reason>OTHER</m:reason>");
        assertThat(waiting("school")).isEqualTo(before);
        assertThat(waiting("division")).isEqualTo(theirs + 1);
        assertThat(REGISTER.as("benefits").asks("checkConnection", "").send().toString())
                .doesNotContain("openTasks");
    }

    private static int waiting(String party) {
        String answer = REGISTER.as(party).asks("checkConnection", "").send().toString();
        return Integer.parseInt(answer.replaceAll("(?s).*<[a-z0-9:]*openTasks>(\\d+)<.*", "$1"));
    }
}
