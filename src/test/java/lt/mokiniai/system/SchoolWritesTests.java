package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The demo school writes by signed messages, on two nodes; what is refused changes nothing. */
class SchoolWritesTests {

    private static final Map<String, String> DATABASE = Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:school-writes;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    private static final Register REGISTER = Register.start(DATABASE);
    private static final LocalDate TODAY = REGISTER.today();

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    /** An enrolment as the school reads it: its identifier and its version. */
    private record Seen(String enrolmentId, String version) {

        String named() {
            return "<m:enrolmentId>" + enrolmentId + "</m:enrolmentId><m:version>" + version + "</m:version>";
        }
    }

    private static Seen seen(DemoCast student) {
        Element enrolment = Elements.children(
                        school().getEnrolments(student).send().content(), "enrolment")
                .stream()
                .filter(each -> Elements.children(each, "institution").stream()
                        .anyMatch(at -> text(at, "code").equals(DemoCast.SCHOOL)))
                .findFirst()
                .orElseThrow();
        return new Seen(text(enrolment, "enrolmentId"), text(enrolment, "version"));
    }

    private static Client school() {
        return REGISTER.as("school");
    }

    private static String text(Element within, String name) {
        return Elements.children(within, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    private static Reply write(String operation, String content) {
        return school().asks(operation, content).send();
    }

    private static Seen written(Reply answer) {
        assertThat(answer.isFault()).as(answer.toString()).isFalse();
        return new Seen(text(answer.content(), "enrolmentId"), text(answer.content(), "version"));
    }

    /** The rows of the register, and of who wrote them. */
    private static List<Integer> rows() {
        return List.of("person_write", "enrolment", "enrolment_term", "enrolment_stage", "enrolment_interruption")
                .stream()
                .map(table -> REGISTER.jdbc()
                        .sql("SELECT COUNT(*) FROM " + table)
                        .query(Integer.class)
                        .single())
                .toList();
    }

    private static List<String> problems(Reply refusal) {
        return Elements.children(refusal.detail(), "problem").stream()
                .map(problem -> text(problem, "code") + " " + text(problem, "field"))
                .toList();
    }

    @Test
    void theStepsOfAnEnrolmentAreTakenAndReadAndKept() {
        Seen enrolment = seen(DemoCast.KAUNAS_STUDENT);
        enrolment = written(write(
                "changeEnrolment",
                enrolment.named() + "<m:from>" + TODAY + "</m:from><m:stage><m:way>DISTANCE</m:way></m:stage>"));
        enrolment = written(write(
                "interruptEnrolment",
                enrolment.named() + "<m:from>" + TODAY.plusDays(1) + "</m:from><m:reason>ILLNESS</m:reason>"));
        enrolment = written(write(
                "resumeEnrolment", enrolment.named() + "<m:resumedFrom>" + TODAY.plusDays(8) + "</m:resumedFrom>"));
        enrolment = written(write(
                "correctEnrolment",
                enrolment.named() + "<m:reason>" + correctionReason() + "</m:reason><m:stage><m:begins>" + TODAY
                        + "</m:begins><m:neverWas>true</m:neverWas></m:stage>"));
        Reply last = write(
                "withdrawStudent",
                enrolment.named() + "<m:enrolledTo>" + TODAY.plusDays(30)
                        + "</m:enrolledTo><m:reason>ABROAD</m:reason><m:leftTo><t:country xmlns:t=\"http://mokiniai.lt/types/v1\">IE</t:country></m:leftTo>");
        written(last);

        assertThat(Elements.children(
                        school().getEnrolments(DemoCast.KAUNAS_STUDENT).send().content(), "enrolment"))
                .extracting(each -> text(each, "enrolledTo"))
                .contains(TODAY.plusDays(30).toString());
        assertThat(last.studentsInTheLog()).isEqualTo(1);
        assertThat(REGISTER.jdbc()
                        .sql("SELECT operation, institution FROM person_write WHERE receipt = ?")
                        .param(last.number())
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("enrolments/v1/withdrawStudent " + DemoCast.SCHOOL);
    }

    private static String correctionReason() {
        return REGISTER.jdbc()
                .sql("SELECT MIN(code) FROM code_list_entry WHERE list_name = 'CORRECTION_REASON'")
                .query(String.class)
                .single();
    }

    @Test
    void whatBreaksRulesIsToldWholeAndChangesNothing() {
        Seen enrolment = seen(DemoCast.CHANGED_CODE);
        List<Integer> before = rows();
        Reply refusal = write(
                "interruptEnrolment",
                enrolment.named() + "<m:from>2001-01-01</m:from><m:to>2001-02-01</m:to><m:reason>TIRED</m:reason>");
        assertThat(problems(refusal)).containsExactly("MR-402 reason", "MR-601 from", "MR-503 from");
        assertThat(refusal.code()).isEqualTo("MR-402");
        assertThat(refusal.isSigned()).isTrue();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatTheContractDoesNotNameIsNotSet() {
        Seen enrolment = seen(DemoCast.CHANGED_CODE);
        List<Integer> before = rows();
        Reply refusal = write(
                "changeEnrolment",
                enrolment.named() + "<m:from>" + TODAY + "</m:from><m:stage><m:funding>VF</m:funding></m:stage>");
        assertThat(refusal.code()).isEqualTo("MR-312");
        assertThat(refusal.fault("field")).isEqualTo("stage/funding");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoOnlyReadsNeitherWritesNorSeesAVersion() {
        Seen enrolment = seen(DemoCast.CHANGED_CODE);
        List<Integer> before = rows();
        String content = enrolment.named() + "<m:neverWas>true</m:neverWas>";
        assertThat(REGISTER.as("benefits")
                        .asks("correctEnrolment", content)
                        .send()
                        .code())
                .isEqualTo("MR-303");
        assertThat(rows()).isEqualTo(before);
        assertThat(new String(
                        REGISTER.as("migration")
                                .getEnrolments(DemoCast.CHANGED_CODE)
                                .send()
                                .bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(":version>");
    }

    @Test
    void aMessageIsTakenOnceHoweverOftenItIsSent() {
        Seen enrolment = seen(DemoCast.RENAMED);
        Message message = school().asks(
                        "changeEnrolment",
                        enrolment.named() + "<m:from>" + TODAY + "</m:from><m:stage><m:way>DISTANCE</m:way></m:stage>");
        written(message.send());
        List<Integer> after = rows();
        assertThat(message.send().code()).isEqualTo("MR-215");
        assertThat(rows()).isEqualTo(after);
    }

    /** Of messages that name one version, on two nodes at the same moment, one is taken. */
    @Test
    void ofChangesOfOneVersionOneIsTakenWhicheverNodeGetsThem() throws Exception {
        Seen enrolment = seen(DemoCast.TWIN_A);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Register second = Register.start(DATABASE)) {
            List<Callable<String>> calls = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) () -> {
                        Reply reply = (i % 2 == 0 ? REGISTER : second)
                                .as("school")
                                .asks(
                                        "changeEnrolment",
                                        enrolment.named() + "<m:from>" + TODAY.minusDays(i)
                                                + "</m:from><m:stage><m:way>DISTANCE</m:way></m:stage>")
                                .send();
                        return reply.isFault() ? reply.code() : "taken";
                    })
                    .toList();
            List<String> outcomes = threads.invokeAll(calls).stream()
                    .map(SchoolWritesTests::outcome)
                    .toList();
            assertThat(outcomes).containsOnlyOnce("taken").containsOnly("taken", "MR-502");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Future<String> future) {
        try {
            return Objects.requireNonNull(future.get());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
