package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import lt.mokiniai.Fork;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A school registers a student, and keeps what is recorded, by signed messages, beside a supplier of some of the items. */
class StudentWritesTests {

    // A set of contracts in force is every node's on a database; nobody has signed this one.
    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
                    "jdbc:h2:mem:studentwrites;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "mokiniai.contract.folder", contracts(),
            "mokiniai.contract.unsigned", "true",
            "mokiniai.demo.students", "200"));

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    /** The contract of the demo school, and one of a supplier who is the source of names of those who have a code. */
    private static String contracts() {
        try {
            Path folder = Files.createDirectories(Fork.folder("exchange/student-writes"));
            Files.copy(
                    Path.of("contracts", SchoolRequest.FILE),
                    folder.resolve(SchoolRequest.FILE),
                    StandardCopyOption.REPLACE_EXISTING);
            String supply =
                    Files.readString(Path.of("src/test/resources/contracts/supply-with-a-wrong-schedule/contract.xml"));
            Files.writeString(
                    folder.resolve("supply.xml"),
                    supply.replace("every night", "0 0 3 * * *")
                            .replace(
                                    "<sourceOf path=\"student/residence/municipality\"/>",
                                    "<sourceOf path=\"student/identity/familyName\" for=\"with-code\"/>"
                                            + "<sourceOf path=\"student/residence/municipality\" for=\"with-code\"/>"
                                            + "<sourceOf path=\"student/specialNeeds/level\" for=\"with-code\"/>"
                                            + "<sourceOf path=\"student/guardian/phone\" for=\"without-code\"/>"
                                            + "<sourceOf path=\"enrolment/learningContract/number\"/>"));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply write(String operation, String content) {
        return REGISTER.as("school").asks(operation, content).send();
    }

    private static String of(WrittenStudent student, String told) {
        return "<m:registerId>" + student.id() + "</m:registerId><m:version>" + student.version() + "</m:version>"
                + told;
    }

    private static String living() {
        return "<m:residence><m:from>" + REGISTER.today()
                + "</m:from><m:municipality>13</m:municipality></m:residence>";
    }

    private static String phone(String number) {
        return "<m:guardian><m:place>1</m:place><m:from>" + REGISTER.today() + "</m:from><m:phone>" + number
                + "</m:phone></m:guardian>";
    }

    private static int writes() {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM person_write")
                .query(Integer.class)
                .single();
    }

    @Test
    void aStudentIsRegisteredKeptAndEnrolled() {
        String coded = WrittenStudent.coded(WrittenStudent.code(20), "Keliakartė");
        Reply first = write("registerStudent", coded);
        first.verify();
        WrittenStudent student = WrittenStudent.of(first);
        int written = writes();
        Reply again = write("registerStudent", coded);
        assertThat(WrittenStudent.of(again).id()).isEqualTo(student.id());
        assertThat(again.content().getChildNodes().getLength())
                .isEqualTo(first.content().getChildNodes().getLength());
        assertThat(again.studentsInTheLog()).isEqualTo(first.studentsInTheLog()).isOne();
        assertThat(writes()).isEqualTo(written);

        String guardian = "<m:guardian><m:place>1</m:place><m:from>" + REGISTER.today()
                + "</m:from><m:givenNames>Rasa</m:givenNames><m:familyName>Keliakartienė</m:familyName>"
                + "<m:relation>MOTHER</m:relation><m:phone>+37060000001</m:phone></m:guardian>";
        WrittenStudent kept = WrittenStudent.of(write("updateStudent", of(student, guardian)));
        Reply old = write("updateStudent", of(student, phone("+37060000003")));
        assertThat(old.code()).as(old.toString()).isEqualTo("MR-502");
        assertThat(old.toString()).contains("guardian/familyName").doesNotContain("Keliakartienė", "+37060000001");

        Reply enrolled = write(
                "enrolStudent",
                "<m:person><t:registerId>" + student.id()
                        + "</t:registerId></m:person><m:institution><m:kind>LEGAL_ENTITY"
                        + "</m:kind><m:code>" + DemoCast.SCHOOL + "</m:code></m:institution><m:programme>910701002"
                        + "</m:programme><m:enrolledFrom>" + REGISTER.today()
                        + "</m:enrolledFrom><m:stage><m:language>lt</m:language></m:stage>");
        assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(200);
        Reply read = REGISTER.as("school")
                .asks("getStudent", "<m:person><t:registerId>" + student.id() + "</t:registerId></m:person>")
                .send();
        assertThat(read.toString()).contains("Keliakartienė", "version>");
        assertThat(write("updateStudent", of(kept, phone("+37060000002"))).status())
                .isEqualTo(200);
    }

    /** So what the register holds can be written to a file, a line for each record, as it is. */
    @Test
    void aTextIsInOneLineWithoutSpacesAtItsEnds() {
        int written = writes();
        for (String name : List.of("Keliaeilė&#10;Pavardė", " Keliaeilė", "Keliaeilė ", "Kelia&#9;eilė")) {
            Reply refused = write("registerStudent", WrittenStudent.coded(WrittenStudent.code(21), name));
            assertThat(refused.code()).as(refused.toString()).isEqualTo("MR-526");
            assertThat(refused.toString())
                    .contains("identity/familyName", "Tekstą parašykite viena eilute", "Write the text in one line");
        }
        assertThat(writes()).isEqualTo(written);
    }

    @Test
    void otherParticularsAreALookAndTellNothingOfTheStudent() {
        DemoCast somebody = DemoCast.VILNIUS_STUDENT;
        int written = writes();
        Reply refused = write(
                "registerStudent",
                WrittenStudent.coded(somebody.personalCode().orElseThrow(), "Keliamokė")
                        .replace(WrittenStudent.BORN, "2012-05-20"));
        assertThat(refused.code()).as(refused.toString()).isEqualTo("MR-531");
        assertThat(refused.toString()).doesNotContain(somebody.familyName());
        assertThat(refused.studentsInTheLog()).isOne();
        assertThat(writes()).isEqualTo(written);
    }

    @Test
    void aRefusedRegistrationWaitsForTheAgencyOnce() {
        DemoCast somebody = DemoCast.COMMUTER;
        String told = WrittenStudent.coded(somebody.personalCode().orElseThrow(), "Keliaklausimė")
                .replace(WrittenStudent.BORN, String.valueOf(somebody.birthDate()));
        Reply refused = write("registerStudent", told);
        assertThat(refused.code()).as(refused.toString()).isEqualTo("MR-531");
        assertThat(write("registerStudent", told).code()).isEqualTo("MR-531");
        assertThat(write("registerStudent", told + "<m:overrule>MR-100</m:overrule>")
                        .code())
                .isNotEqualTo("MR-531");
        assertThat(REGISTER.jdbc()
                        .sql("SELECT t.kind || ' ' || t.decider || ' ' || t.institution || ' ' || t.state || ' '"
                                + " || t.opened_operation || ' ' || CASE WHEN t.opened_receipt = ? THEN 'first' END"
                                + " FROM task t JOIN person_identity i ON i.person_id = t.person_id"
                                + " WHERE i.personal_code = ?")
                        .params(refused.number(), somebody.personalCode().orElseThrow())
                        .query(String.class)
                        .list())
                .containsExactly("REGISTRATION AGENCY " + DemoCast.SCHOOL + " OPEN students/v1/registerStudent first");
    }

    @Test
    void anItemOfASupplierIsRefusedWithItsNameWhereItIsTheSource() {
        WrittenStudent coded = WrittenStudent.of(
                write("registerStudent", WrittenStudent.coded(WrittenStudent.code(21), "Keliasaltinė")));
        Reply registered =
                write("registerStudent", WrittenStudent.coded(WrittenStudent.code(22), "Keliasaltinė") + living());
        assertThat(registered.code()).as(registered.toString()).isEqualTo("MR-530");
        assertThat(registered.fault("field")).isEqualTo("residence/municipality");

        Reply renamed = write(
                "updateStudent",
                of(
                        coded,
                        "<m:names><m:from>" + REGISTER.today() + "</m:from><m:familyName>Kita</m:familyName></m:names>"
                                + living()));
        assertThat(renamed.code()).as(renamed.toString()).isEqualTo("MR-530");
        assertThat(renamed.toString()).contains("names/familyName", "residence/municipality");

        WrittenStudent without = WrittenStudent.alone(REGISTER);
        Reply moved = write("updateStudent", of(without, living()));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        Reply called = write("updateStudent", of(WrittenStudent.of(moved), phone("+37060000009")));
        assertThat(called.fault("field")).as(called.toString()).isEqualTo("guardian/phone");

        Reply enrolled = write(
                "enrolStudent",
                WrittenEnrolment.beginning()
                        .replace(
                                "<m:stage>",
                                "<m:learningContract><t:number>1</t:number></m:learningContract><m:stage>"));
        assertThat(enrolled.code()).as(enrolled.toString()).isEqualTo("MR-530");
        assertThat(enrolled.fault("field")).isEqualTo("learningContract/number");
    }

    private static String needing(String needs) {
        return "<m:specialNeeds><m:from>" + REGISTER.today() + "</m:from>" + needs + "</m:specialNeeds>";
    }

    /** Special needs are told as a whole; their level is the supplier's once the student has a code. */
    @Test
    void anItemOfASupplierStaysAsItWasWhereItIsLeftOut() {
        String level = "<m:level>1</m:level>";
        WrittenStudent needing = WrittenStudent.of(write(
                "updateStudent", of(WrittenStudent.alone(REGISTER), needing("<m:group>DISORDER</m:group>" + level))));
        WrittenStudent coded = WrittenStudent.of(write(
                "changePersonalCode",
                of(
                        needing,
                        "<m:from>" + REGISTER.today() + "</m:from><m:personalCode>" + WrittenStudent.code(23)
                                + "</m:personalCode>")));
        Reply told = write("updateStudent", of(coded, needing("<m:group>DISABILITY</m:group>" + level)));
        assertThat(told.fault("field")).as(told.toString()).isEqualTo("specialNeeds/level");
        WrittenStudent.of(write("updateStudent", of(coded, needing("<m:group>DISABILITY</m:group>"))));
        assertThat(REGISTER.jdbc()
                        .sql("SELECT n.need_group, n.need_level FROM person_special_needs n"
                                + " JOIN person p ON p.id = n.person_id"
                                + " WHERE p.register_id = ? AND n.believed_until IS NULL")
                        .param(coded.id())
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("DISABILITY 1");
    }
}
