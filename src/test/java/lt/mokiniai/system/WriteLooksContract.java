package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lt.mokiniai.Fork;
import lt.mokiniai.exchange.evidence.LoggedStudents;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A refusal of a message that writes tells of a student: it counts as a look at them (docs/decisions/0045). On two nodes,
 * under a contract that lets the school look at a few different students a month.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WriteLooksContract {

    private static final int STUDENTS_A_MONTH = 12;
    private static final int LOOKS_A_DAY = 2;
    private static final String NOBODY = "69405209035";

    private Register one;
    private Register other;

    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        Map<String, String> settings = new HashMap<>(database());
        settings.putAll(Map.of(
                "mokiniai.contract.folder",
                contracts(),
                "mokiniai.contract.unsigned",
                "true",
                "mokiniai.demo.students",
                "200"));
        one = Register.start(settings);
        other = Register.start(settings);
    }

    @AfterAll
    void stop() {
        other.close();
        one.close();
    }

    /** The school's contract, which bounds how many students it may try to enrol. */
    private static String contracts() {
        try {
            Path folder = Files.createDirectories(Fork.folder("exchange/write-looks"));
            String school = Files.readString(Path.of("contracts", SchoolRequest.FILE));
            String bounded = school.replaceFirst(
                    "(?s)(operation=\"enrolStudent\">.*?</delivery>)",
                    "$1<quota><students distinctPerMonth=\"" + STUDENTS_A_MONTH + "\"/><repeatedLooks perDay=\""
                            + LOOKS_A_DAY + "\"/></quota>");
            assertThat(bounded).isNotEqualTo(school);
            String coded = bounded.replaceFirst(
                    "(?s)(operation=\"changePersonalCode\">.*?</delivery>)",
                    "$1<quota><students perMessage=\"1\" distinctPerMonth=\"2\"/></quota>");
            assertThat(coded).isNotEqualTo(bounded);
            Files.writeString(folder.resolve(SchoolRequest.FILE), coded);
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One test, since the quota is one: each step finds what the one before left. */
    @Test
    void aSchoolThatProbesStudentsByWritingMeetsItsQuotaAndLeavesItsLooksInTheLog() {
        List<String> codes = others();
        assertThat(codes).hasSizeGreaterThan(100);
        int written = rows();

        // Nobody is told of, and nobody is counted.
        assertThat(probe(NOBODY).code()).isEqualTo("MR-501");
        List<Reply> probed = codes.stream().limit(100).map(this::probe).toList();

        assertThat(probed.subList(0, STUDENTS_A_MONTH))
                .allSatisfy(reply -> {
                    assertThat(reply.code()).as(reply.toString()).isNotIn("MR-501", "MR-309");
                    assertThat(reply.logged().result().faultCode()).contains(reply.code());
                    assertThat(reply.logged().result().students()).isOne();
                    assertThat(reply.logged().result().visibleFrom())
                            .contains(reply.logged().receivedAt());
                    assertThat(reply.studentsInTheLog()).isOne();
                })
                .extracting(Reply::code)
                .contains("MR-517");
        assertThat(probed.subList(STUDENTS_A_MONTH, 100)).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("MR-309");
            assertThat(reply.logged().result().faultCode()).contains("MR-309");
            assertThat(reply.studentsInTheLog()).isZero();
            assertThat(reply.isIdUsedUp()).isTrue();
        });

        // Who is in the register is refused like who is not, and who was told of before is told of again.
        Reply nobody = probe(NOBODY);
        assertThat(nobody.code()).isEqualTo("MR-309");
        assertThat(nobody.fault("message")).isEqualTo(probed.get(99).fault("message"));
        Reply second = probe(codes.get(0));
        assertThat(second.code()).isEqualTo(probed.get(0).code());
        assertThat(alarms()).isZero();
        Reply third = probe(codes.get(0));
        assertThat(third.code()).isEqualTo(probed.get(0).code());
        assertThat(alarms()).isOne();

        assertThat(one.bean(LoggedStudents.class).receiptsAbout(registerId(codes.get(0))))
                .containsExactly(probed.get(0).number(), second.number(), third.number());
        assertThat(one.bean(LoggedStudents.class).receiptsAbout(registerId(codes.get(99))))
                .isEmpty();
        assertThat(rows()).isEqualTo(written);
    }

    /** The code of somebody and that of nobody are refused alike when the month is full, and nothing is written. */
    @Test
    void aFullMonthDoesNotTellWhoseAPersonalCodeIs() {
        WrittenStudent own = WrittenStudent.alone(one);
        for (int serial : List.of(40, 41)) {
            WrittenStudent.of(one.as("school")
                    .asks("registerStudent", WrittenStudent.coded(WrittenStudent.code(serial), "Keliakodė"))
                    .send());
        }
        int written = rows();

        Reply look = changesCode(own, WrittenStudent.code(40));
        assertThat(look.code()).as(look.toString()).isEqualTo("MR-535");
        assertThat(look.studentsInTheLog()).isEqualTo(2);
        Reply somebodys = changesCode(own, WrittenStudent.code(41));
        Reply nobodys = changesCode(own, WrittenStudent.code(42));

        assertThat(somebodys.code()).as(somebodys.toString()).isEqualTo("MR-309");
        assertThat(nobodys.code()).as(nobodys.toString()).isEqualTo("MR-309");
        assertThat(nobodys.fault("message")).isEqualTo(somebodys.fault("message"));
        assertThat(somebodys.studentsInTheLog()).isZero();
        assertThat(changesCode(own, WrittenStudent.code(40)).code()).isEqualTo("MR-535");
        assertThat(rows()).isEqualTo(written);
    }

    private Reply changesCode(WrittenStudent student, String code) {
        return one.as("school")
                .asks(
                        "changePersonalCode",
                        "<m:registerId>" + student.id() + "</m:registerId><m:version>" + student.version()
                                + "</m:version><m:from>" + one.today() + "</m:from><m:personalCode>" + code
                                + "</m:personalCode>")
                .send();
    }

    /** What breaks a rule of the message alone does not tell whether the student is enrolled elsewhere. */
    @Test
    void anOverlapIsNotToldOfAMessageThatIsWrongAnyhow() {
        Reply refusal = one.as("school")
                .asks("enrolStudent", enrolment(others().get(1)).replace(">lt<", ">xx<"))
                .send();
        assertThat(refusal.toString()).contains("MR-402").doesNotContain("MR-517");
    }

    /** A class that is refused for one of its entries tells of all whom it names and who were found. */
    @Test
    void aClassThatIsRefusedIsALookAtEachOfItsStudents() {
        List<String> enrolments = one.jdbc()
                .sql("SELECT MIN(e.register_id) FROM enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id"
                        + " WHERE e.institution = ? AND t.valid_to IS NULL AND t.believed_until IS NULL"
                        + " GROUP BY e.person_id ORDER BY e.person_id")
                .param(DemoCast.SCHOOL)
                .query(String.class)
                .list();
        assertThat(enrolments).hasSizeGreaterThan(20);
        String entries = enrolments.subList(0, 20).stream()
                .map(WrittenResults::recording)
                .collect(Collectors.joining());
        int results = results();

        Reply refused = one.as("school")
                .asks("recordResults", entries + WrittenResults.recording("0000000000000000"))
                .send(other);

        assertThat(refused.toString()).contains("MR-501").contains("entry[21]/enrolmentId");
        assertThat(refused.logged().result().students()).isEqualTo(20);
        assertThat(refused.studentsInTheLog()).isEqualTo(20);
        assertThat(results()).isEqualTo(results);
    }

    private int results() {
        return one.jdbc()
                .sql("SELECT COUNT(*) FROM enrolment_result")
                .query(Integer.class)
                .single();
    }

    private Reply probe(String code) {
        Message message = one.as("school").asks("enrolStudent", enrolment(code));
        return message.send(code.charAt(9) % 2 == 0 ? one : other);
    }

    private String enrolment(String code) {
        return Client.person(code) + "<m:institution><m:kind>LEGAL_ENTITY</m:kind><m:code>" + DemoCast.SCHOOL
                + "</m:code></m:institution><m:programme>910401001</m:programme><m:enrolledFrom>" + one.today()
                + "</m:enrolledFrom><m:stage><m:language>lt</m:language><m:classLevel>8</m:classLevel></m:stage>"
                + "<m:overrule>MR-602</m:overrule>";
    }

    /** Personal codes of students in basic education elsewhere. */
    private List<String> others() {
        return one.jdbc()
                .sql(
                        "SELECT DISTINCT i.personal_code FROM person_identity i JOIN enrolment e ON e.person_id = i.person_id"
                                + " JOIN enrolment_term t ON t.enrolment_id = e.id JOIN programme g ON g.state_code = e.programme"
                                + " WHERE i.personal_code IS NOT NULL AND i.valid_to IS NULL AND i.believed_until IS NULL"
                                + " AND t.valid_to IS NULL AND t.believed_until IS NULL AND e.institution <> ?"
                                + " AND g.family IN ('PRIMARY', 'BASIC', 'SECONDARY') ORDER BY i.personal_code")
                .param(DemoCast.SCHOOL)
                .query(String.class)
                .list();
    }

    private String registerId(String code) {
        return one.jdbc()
                .sql("SELECT DISTINCT p.register_id FROM person p JOIN person_identity i ON i.person_id = p.id"
                        + " WHERE i.personal_code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private int rows() {
        return one.jdbc()
                .sql("SELECT COUNT(*) FROM person_write")
                .query(Integer.class)
                .single();
    }

    private int alarms() {
        return one.jdbc()
                .sql("SELECT COUNT(*) FROM contract_alarm")
                .query(Integer.class)
                .single();
    }
}
