package lt.mokiniai.system;

import static lt.mokiniai.system.PromotedClass.entry;
import static lt.mokiniai.system.PromotedClass.outcomes;
import static lt.mokiniai.system.PromotedClass.promoted;
import static lt.mokiniai.system.PromotedClass.recorded;
import static lt.mokiniai.system.PromotedClass.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo school takes classes into the next school year (docs/decisions/0049), on two nodes and whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClassPromotionContract {

    private static final List<String> TABLES = List.of(
            "person_write",
            "enrolment",
            "enrolment_term",
            "enrolment_stage",
            "class_batch",
            "class_batch_entry",
            "class_batch_finding",
            "open_exchange");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Register one;
    private Register other;
    /** Those whom no test promoted yet. */
    private Deque<String> free;

    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(database());
        settings.put("mokiniai.demo.students", "800");
        settings.put("mokiniai.capacity.longest-wait-for-another", "0s");
        one = Register.start(settings, Register.with(DataSource.class, HeldSource::new));
        other = Register.start(settings);
        free = new ArrayDeque<>(PromotedClass.enrolments(one.jdbc(), DemoCast.SCHOOL, "BASIC", 5, 9));
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        other.close();
        one.close();
    }

    private List<String> some(int students) {
        assertThat(free).hasSizeGreaterThanOrEqualTo(students);
        return Stream.generate(free::pop).limit(students).toList();
    }

    private Message message(String content) {
        return one.as("school").asks("promoteClass", content);
    }

    private Reply sent(String content) {
        return answered(message(content).send());
    }

    private static Reply answered(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        reply.verify();
        PublishedSchema.of("promoteClass").validate(reply.content());
        return reply;
    }

    private List<Integer> rows() {
        return TABLES.stream().map(this::rows).toList();
    }

    private int rows(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private JdbcClient jdbc() {
        return other.jdbc();
    }

    @Test
    void aClassIsPromotedOnceHoweverOftenItsListIsSent() {
        List<String> students = some(5);
        String content = request(
                "8A-2027",
                promoted(students.get(0)),
                entry(students.get(1), "<m:promoted><m:className>Kita</m:className></m:promoted>"),
                entry(students.get(2), "<m:repeats><m:className>Sena</m:className></m:repeats>"),
                entry(
                        students.get(3),
                        "<m:leaves><m:enrolledTo>2027-08-31</m:enrolledTo><m:reason>TRANSFER</m:reason></m:leaves>"),
                entry(
                        students.get(4),
                        "<m:changesProgramme><m:reason>OTHER</m:reason><m:programme>910701002</m:programme></m:changesProgramme>"));
        List<String> before = recorded(jdbc(), students);
        Message first = message(content);
        Reply done = answered(first.send());

        assertThat(outcomes(done.content())).containsExactly("DONE", "DONE", "DONE", "DONE", "DONE");
        assertThat(done.studentsInTheLog()).isEqualTo(5);
        assertThat(Xml.child(done.header("receipt"), "students").getTextContent())
                .isEqualTo("5");
        List<String> after = recorded(jdbc(), students);
        assertThat(after).isNotEqualTo(before);
        List<Integer> levels = students.stream().map(this::levels).toList();
        assertThat(levels).containsExactly(1, 1, 0, 0, 0);
        assertThat(after)
                .filteredOn(stage -> stage.contains("2027-09-01"))
                .extracting(stage -> stage.split(" ")[4])
                .containsExactly("Nauja", "Kita", "Sena");
        assertThat(after)
                .filteredOn(stage -> stage.contains("2027-08-31 TRANSFER"))
                .as(after.toString())
                .isNotEmpty();
        String begun = Xml.child(
                        Xml.child(Xml.children(done.content(), "result").get(4), "begun"), "enrolmentId")
                .getTextContent();
        assertThat(recorded(jdbc(), List.of(begun))).singleElement().asString().contains("2027-09-01 null", "Nauja");

        List<Integer> rows = rows();
        assertThat(first.send().code()).isEqualTo("MR-215");
        Reply again = sent(content);
        assertThat(Xml.write(again.content())).isEqualTo(Xml.write(done.content()));
        assertThat(again.studentsInTheLog()).isEqualTo(5);
        ToldOutcome.of(first, one.as("school")).assertTellsAgain(done);
        assertThat(message(content.replace("Kita", "Trečia")).send().code()).isEqualTo("MR-581");
        assertThat(message(content.replace(promoted(students.get(0)), ""))
                        .send()
                        .code())
                .isEqualTo("MR-581");
        assertThat(rows()).isEqualTo(rows);
        assertThat(recorded(jdbc(), students)).isEqualTo(after);
    }

    /** How many levels a student is above the one of today from the day on. */
    private int levels(String enrolmentId) {
        List<Integer> levels = jdbc().sql(
                        "SELECT s.class_level FROM enrolment_stage s JOIN enrolment e ON e.id = s.enrolment_id"
                                + " WHERE e.register_id = ? AND s.believed_until IS NULL"
                                + " AND (s.valid_to IS NULL OR s.valid_to >= ?) ORDER BY s.valid_from")
                .params(enrolmentId, one.today())
                .query(Integer.class)
                .list();
        return levels.get(levels.size() - 1) - levels.get(0);
    }

    @Test
    void whoIsRefusedDoesNotKeepOthersAndIsToldTheSameAgain() {
        List<String> students = some(8);
        String elsewhere = jdbc().sql("SELECT MIN(register_id) FROM enrolment WHERE institution <> ?")
                .param(DemoCast.SCHOOL)
                .query(String.class)
                .single();
        String content = request(
                "refused",
                promoted(students.get(0)),
                promoted(elsewhere),
                promoted("AAAAAAAAAAAAAAAA"),
                entry(students.get(6), "<m:promoted><m:classLevel>12</m:classLevel></m:promoted>"),
                entry(students.get(1), "<m:promoted><m:classLevel>1</m:classLevel></m:promoted>"),
                entry(students.get(2), "<m:repeats><m:classLevel>10</m:classLevel></m:repeats>"),
                entry(
                        students.get(3),
                        "<m:leaves><m:enrolledTo>1999-08-31</m:enrolledTo><m:reason>NONE</m:reason></m:leaves>"),
                entry(
                        students.get(4),
                        "<m:changesProgramme><m:reason>OTHER</m:reason><m:programme>999999999</m:programme></m:changesProgramme>"),
                entry(students.get(5), "<m:version>AAAA</m:version><m:promoted/>"),
                entry(
                        students.get(7),
                        "<m:changesProgramme><m:reason>OTHER</m:reason><m:programme>" + programme(students.get(7))
                                + "</m:programme></m:changesProgramme>"));
        List<String> others = recorded(jdbc(), students.subList(1, 8));
        Reply reply = sent(content);
        assertThat(outcomes(reply.content()))
                .containsExactly(
                        "DONE",
                        "REFUSED MR-501 entry[2]/enrolmentId",
                        "REFUSED MR-501 entry[3]/enrolmentId",
                        "REFUSED MR-515 entry[4]/promoted/classLevel MR-605 entry[4]/promoted/classLevel",
                        "REFUSED MR-583 entry[5]/promoted/classLevel",
                        "REFUSED MR-583 entry[6]/repeats/classLevel",
                        "REFUSED MR-402 entry[7]/leaves/reason MR-512 entry[7]/leaves/enrolledTo MR-601 entry[7]/leaves/enrolledTo"
                                + " MR-503 entry[7]/leaves/enrolledTo",
                        "REFUSED MR-513 entry[8]/changesProgramme/programme",
                        "REFUSED MR-518 entry[9]/version",
                        "REFUSED MR-584 entry[10]/changesProgramme/programme");
        assertThat(recorded(jdbc(), students.subList(1, 8))).isEqualTo(others);
        assertThat(Xml.write(sent(content).content())).isEqualTo(Xml.write(reply.content()));
    }

    /** Of whom nothing may be told, nobody is named. */
    @Test
    void aListOfStrangersNamesNobody() {
        Reply reply = sent(request("strangers", promoted("0000000000000000")));
        assertThat(outcomes(reply.content())).containsExactly("REFUSED MR-501 entry[1]/enrolmentId");
        assertThat(Xml.children(Xml.child(reply.content(), "result"), "enrolmentId"))
                .isEmpty();
        assertThat(reply.studentsInTheLog()).isZero();
    }

    @Test
    void aClassThatWasPromotedUnderAnotherNumberIsRefusedStudentByStudent() {
        List<String> students = some(3);
        sent(request("yesterday", promoted(students)));
        List<String> after = recorded(jdbc(), students);
        Reply again = sent(request("today", promoted(students)));
        assertThat(outcomes(again.content()))
                .containsExactly("REFUSED MR-582 from", "REFUSED MR-582 from", "REFUSED MR-582 from");
        Reply repeated = sent(request("repeats", entry(students.get(0), "<m:repeats/>")));
        assertThat(outcomes(repeated.content())).containsExactly("REFUSED MR-582 from");
        assertThat(recorded(jdbc(), students)).isEqualTo(after);
    }

    @Test
    void aListThatCannotBeIsRefusedAsAWhole() {
        List<String> students = some(2);
        List<Integer> rows = rows();
        Reply twice = message(request(
                        "twice", promoted(students.get(0)), promoted(students.get(1)), promoted(students.get(0))))
                .send();
        assertThat(twice.code()).isEqualTo("MR-566");
        assertThat(twice.fault("field")).isEqualTo("entry[3]/enrolmentId");
        assertThat(message(request("empty")).send().code()).isEqualTo("MR-103");
        assertThat(message(request("large", promoted(Collections.nCopies(501, students.get(0)))))
                        .send()
                        .code())
                .isEqualTo("MR-103");
        assertThat(message(request("a b", promoted(students.get(0)))).send().code())
                .isEqualTo("MR-103");
        assertThat(message(request("other", promoted(students.get(0))).replace(DemoCast.SCHOOL, otherSchool()))
                        .send()
                        .code())
                .isEqualTo("MR-501");
        assertThat(rows()).isEqualTo(rows);
    }

    private String programme(String enrolmentId) {
        return jdbc().sql("SELECT programme FROM enrolment WHERE register_id = ?")
                .param(enrolmentId)
                .query(String.class)
                .single();
    }

    private String otherSchool() {
        return jdbc().sql("SELECT MIN(institution) FROM enrolment WHERE institution <> ? AND LENGTH(institution) = 9")
                .param(DemoCast.SCHOOL)
                .query(String.class)
                .single();
    }

    @Test
    void aPreviewTellsWhatWouldBeAndKeepsNothing() {
        List<String> students = some(3);
        String[] entries = {
            promoted(students.get(0)),
            entry(
                    students.get(1),
                    "<m:changesProgramme><m:reason>OTHER</m:reason><m:programme>910701002</m:programme></m:changesProgramme>"),
            entry(students.get(2), "<m:promoted><m:classLevel>1</m:classLevel></m:promoted>")
        };
        List<Integer> rows = rows();
        Reply seen = sent(PromotedClass.preview("preview", entries));
        assertThat(outcomes(seen.content()))
                .containsExactly("DONE", "DONE", "REFUSED MR-583 entry[3]/promoted/classLevel");
        assertThat(Xml.child(seen.content(), "preview").getTextContent()).isEqualTo("true");
        assertThat(seen.toString()).doesNotContain("version>");
        assertThat(rows()).isEqualTo(rows);
        assertThat(jdbc().sql("SELECT COUNT(*) FROM open_write")
                        .query(Integer.class)
                        .single())
                .isZero();

        Reply done = sent(request("preview", entries));
        assertThat(outcomes(done.content())).isEqualTo(outcomes(seen.content()));
        assertThat(outcomes(sent(PromotedClass.preview("preview", entries)).content()))
                .isEqualTo(outcomes(done.content()));
    }

    /** Its row is taken away while it works, as a node does with an exchange that has been open for too long. */
    @Test
    void whatWasBrokenOffIsToldToBeAndDoneByAnotherMessageOfTheList() throws Exception {
        List<String> students = some(4);
        String content = request("broken", promoted(students));
        Message broken = message(content);
        broken.bytes();
        HeldSource source = (HeldSource) one.bean(DataSource.class);
        source.holdAt("INSERT INTO class_batch_entry");
        CompletableFuture<Reply> working = CompletableFuture.supplyAsync(broken::send, threads);
        source.awaitHeld();
        assertThat(ToldOutcome.of(broken, other.as("school")).outcome()).isEqualTo("IN_PROGRESS");
        source.letGo();
        source.holdAt("SELECT receipt FROM open_exchange");
        source.awaitHeld();
        jdbc().sql("UPDATE open_exchange SET opened_at = ?")
                .param(one.today().minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
        await().atMost(Duration.ofMinutes(1)).until(() -> rows("open_exchange") == 0);
        source.letGo();
        Reply reply = working.get();
        assertThat(reply.code()).isEqualTo("MR-580");
        assertThat(reply.isSigned()).isTrue();

        ToldOutcome told = ToldOutcome.of(broken, other.as("school"));
        assertThat(told.outcome()).isEqualTo("INTERRUPTED");
        assertThat(told.part("number").orElseThrow().getTextContent()).isEqualTo(reply.number());
        assertThat(told.part("content")).isEmpty();
        int done = jdbc().sql("SELECT COUNT(*) FROM class_batch_entry x JOIN class_batch b ON b.id = x.batch"
                        + " WHERE b.batch_id = 'broken'")
                .query(Integer.class)
                .single();
        assertThat(done).isBetween(1, 3);
        assertThat(recorded(jdbc(), students))
                .filteredOn(stage -> stage.contains("2027-09-01"))
                .hasSize(done);

        assertThat(outcomes(sent(content).content())).containsExactly("DONE", "DONE", "DONE", "DONE");
        assertThat(recorded(jdbc(), students))
                .filteredOn(stage -> stage.contains("2027-09-01"))
                .hasSize(4);
        assertThat(broken.send().code()).isEqualTo("MR-215");
        assertThat(ToldOutcome.of(broken, one.as("school")).outcome()).isEqualTo("INTERRUPTED");
    }

    @Test
    void messagesOfOneListAtOnceDoEachStudentOnceAndAreAnsweredAlike() throws Exception {
        List<String> students = some(10);
        int writes = rows("person_write");
        String content = request("at-once", promoted(students));
        List<Callable<Reply>> calls = IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Reply>) () -> message(content).send(i % 2 == 0 ? one : other))
                .toList();
        List<Future<Reply>> replies = threads.invokeAll(calls);
        byte[] first = Xml.write(answered(replies.get(0).get()).content());
        for (Future<Reply> reply : replies) {
            assertThat(Xml.write(answered(reply.get()).content())).isEqualTo(first);
        }
        assertThat(rows("person_write")).isEqualTo(writes + 10);
    }
}
