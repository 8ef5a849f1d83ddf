package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import lt.mokiniai.Fork;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.oracle.DatabaseServer;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two schools enrol, or register, one student at the same moment, on two nodes whose clocks are five seconds apart. */
class TwoSchoolsTests {

    /** The school of Vilnius in the demo register. */
    private static final String VILNIUS_SCHOOL =
            LegalEntityCode.completing("19100020").value();

    private static final Map<String, String> SETTINGS = settings();
    private static final Register SLOW = Register.start(SETTINGS);
    private static final Register FAST = Register.startAhead(Duration.ofSeconds(5), SETTINGS);

    @AfterAll
    static void stop() {
        FAST.close();
        SLOW.close();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DatabaseServer.settings("twoschools", 20));
        // A sandbox records by a clock of its own, and is one node.
        settings.put("mokiniai.sandbox.enabled", "false");
        settings.put("mokiniai.contract.folder", contracts());
        settings.put("mokiniai.contract.unsigned", "true");
        return settings;
    }

    /** The contract of the demo school, and the same for the school of Vilnius, in the hands of a party of the tests. */
    private static String contracts() {
        try {
            Path folder = Files.createDirectories(Fork.folder("exchange/two-schools"));
            String school = Files.readString(Path.of("contracts", SchoolRequest.FILE));
            Files.copy(
                    Path.of("contracts", "MR-2026-010-agency.xml"),
                    folder.resolve("MR-2026-010-agency.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve(SchoolRequest.FILE), school);
            Files.writeString(
                    folder.resolve("vilnius.xml"),
                    school.replace("MR-2026-005", "MR-2026-990")
                            .replace("191000018/school", VILNIUS_SCHOOL + "/vilnius")
                            .replace("code=\"191000018\"", "code=\"" + VILNIUS_SCHOOL + "\"")
                            .replace("CN=school, O=Kaunas Demo School (demo)", "CN=everything, O=Test party")
                            .replace(">191000018<", ">" + VILNIUS_SCHOOL + "<"));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the cast who learn in no programme of general education. */
    @ParameterizedTest
    @EnumSource(
            value = DemoCast.class,
            names = {"MUSIC_ONLY", "GRADUATE", "PAPER_CERTIFICATE", "REVOKED_CERTIFICATE"})
    void oneIsTakenAndTheOtherIsRefusedAndTheHistoryIsWhole(DemoCast student) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Reply> one = threads.submit(() -> enrols(SLOW, DemoCast.SCHOOL, student, start));
            Future<Reply> other = threads.submit(() -> enrols(FAST, VILNIUS_SCHOOL, student, start));
            List<Reply> replies = List.of(one.get(2, TimeUnit.MINUTES), other.get(2, TimeUnit.MINUTES));

            assertThat(replies).extracting(Reply::code).containsExactlyInAnyOrder("", "MR-517");
            Reply taken = replies.stream()
                    .filter(reply -> !reply.isFault())
                    .findFirst()
                    .orElseThrow();
            Reply refused = replies.stream().filter(Reply::isFault).findFirst().orElseThrow();
            assertThat(refused.toString()).doesNotContain(DemoCast.SCHOOL, VILNIUS_SCHOOL);
            assertThat(refused.studentsInTheLog()).isOne();
            assertThat(believed(student)).isOne();
            assertThat(writes(taken)).isOne();
            assertThat(writes(refused)).isZero();
            // What was recorded has the time of the database, also by the node whose clock is ahead.
            for (Register node : List.of(SLOW, FAST)) {
                assertThat(read(node, taken, student)).contains(enrolmentIdOf(taken));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13})
    void aStudentWhomBothRegisterIsOnePersonOfOneRegisterId(int serial) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        String content = WrittenStudent.coded(WrittenStudent.code(serial), "Keliadvė");
        try {
            Future<Reply> one = threads.submit(() -> registers(SLOW, DemoCast.SCHOOL, content, start));
            Future<Reply> other = threads.submit(() -> registers(FAST, VILNIUS_SCHOOL, content, start));
            List<WrittenStudent> registered = List.of(
                    WrittenStudent.of(one.get(2, TimeUnit.MINUTES)), WrittenStudent.of(other.get(2, TimeUnit.MINUTES)));

            assertThat(registered.get(0).id()).isEqualTo(registered.get(1).id());
            assertThat(persons(WrittenStudent.code(serial))).isOne();
            assertThat(writes(one.get()) + writes(other.get())).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The school that registered a student may write them until another enrols them, also when its message waits for that. */
    @Test
    void whoWaitsWhileAnotherSchoolEnrolsTheStudentMayNotWriteThemAnyMore() throws Exception {
        WrittenStudent student = WrittenStudent.alone(SLOW);
        Message enrolling = of(
                VILNIUS_SCHOOL,
                FAST,
                "enrolStudent",
                enrolment(
                        "<m:person><t:registerId>" + student.id() + "</t:registerId></m:person>",
                        VILNIUS_SCHOOL,
                        FAST));
        Message updating = of(
                DemoCast.SCHOOL,
                SLOW,
                "updateStudent",
                written(
                        student,
                        "<m:residence><m:from>" + SLOW.today()
                                + "</m:from><m:municipality>13</m:municipality></m:residence>"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Held row = new Held("SELECT id FROM person WHERE register_id = '" + student.id() + "' FOR UPDATE")) {
            Future<Reply> enrolled = threads.submit(() -> enrolling.send());
            awaitWaiting(1);
            Future<Reply> updated = threads.submit(() -> updating.send());
            awaitWaiting(2);
            row.release();

            assertThat(enrolled.get(2, TimeUnit.MINUTES).code()).isEmpty();
            Reply refused = updated.get(2, TimeUnit.MINUTES);
            assertThat(refused.code()).as(refused.toString()).isEqualTo("MR-501");
            assertThat(writes(refused)).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two records become one while a school enrols the one that is given up: the enrolment is not recorded where nobody finds it. */
    @Test
    void whoEnrolsARecordThatIsGivenUpMeanwhileIsRefusedOrEnrolsTheOtherOne() throws Exception {
        WrittenStudent given = WrittenStudent.alone(SLOW);
        WrittenStudent kept = WrittenStudent.alone(SLOW);
        Message merging = SLOW.as("agency")
                .asks(
                        "mergeStudents",
                        "<m:registerId>" + given.id() + "</m:registerId><m:otherRegisterId>" + kept.id()
                                + "</m:otherRegisterId><m:keep>" + kept.id()
                                + "</m:keep><m:reason>One child</m:reason>");
        Message enrolling = of(
                DemoCast.SCHOOL,
                FAST,
                "enrolStudent",
                enrolment(
                        "<m:person><t:registerId>" + given.id() + "</t:registerId></m:person>", DemoCast.SCHOOL, FAST));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Held row = new Held("SELECT id FROM person WHERE register_id = '" + given.id() + "' FOR UPDATE")) {
            Future<Reply> merged = threads.submit(() -> merging.send());
            awaitWaiting(1);
            Future<Reply> enrolled = threads.submit(() -> enrolling.send());
            awaitWaiting(2);
            row.release();

            assertThat(merged.get(2, TimeUnit.MINUTES).code()).isEmpty();
            Reply refused = enrolled.get(2, TimeUnit.MINUTES);
            assertThat(refused.isFault()).as(refused.toString()).isTrue();
            assertThat(writes(refused)).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whoever gives a student a code waits for who registers somebody with it, and the other way round. */
    @Test
    void aCodeThatOneGivesAndTheOtherRegistersIsOfOnePerson() throws Exception {
        String code = WrittenStudent.code(30);
        WrittenStudent student =
                WrittenStudent.of(of(VILNIUS_SCHOOL, FAST, "registerStudent", WrittenStudent.registering(""))
                        .send());
        Message registering = of(DemoCast.SCHOOL, SLOW, "registerStudent", WrittenStudent.coded(code, "Vasarytė"));
        Message changing = of(
                VILNIUS_SCHOOL,
                FAST,
                "changePersonalCode",
                written(student, "<m:from>" + FAST.today() + "</m:from><m:personalCode>" + code + "</m:personalCode>"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Held rows = new Held("SELECT id FROM identity_lock FOR UPDATE")) {
            Future<Reply> registered = threads.submit(() -> registering.send());
            Future<Reply> changed = threads.submit(() -> changing.send());
            awaitWaiting(2);
            rows.release();

            assertThat(registered.get(2, TimeUnit.MINUTES).code()).isEmpty();
            assertThat(changed.get(2, TimeUnit.MINUTES).code()).isIn("", "MR-535");
            assertThat(persons(code)).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Rows that a transaction of the test has locked until it is closed. */
    private static final class Held implements AutoCloseable {

        private final Connection connection;

        Held(String sql) throws SQLException {
            connection = SLOW.bean(DataSource.class).getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void release() throws SQLException {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        }

        @Override
        public void close() throws SQLException {
            release();
        }
    }

    private static void awaitWaiting(int messages) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> SLOW.jdbc()
                                .sql("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND wait_event_type = 'Lock'")
                                .query(Integer.class)
                                .single()
                        == messages);
    }

    private static String written(WrittenStudent student, String told) {
        return "<m:registerId>" + student.id() + "</m:registerId><m:version>" + student.version() + "</m:version>"
                + told;
    }

    private static String enrolment(String person, String school, Register node) {
        return person + "<m:institution><m:kind>LEGAL_ENTITY</m:kind><m:code>" + school
                + "</m:code></m:institution><m:programme>910401001</m:programme><m:enrolledFrom>" + node.today()
                + "</m:enrolledFrom><m:stage><m:language>lt</m:language><m:classLevel>5</m:classLevel></m:stage>"
                + "<m:overrule>MR-602</m:overrule>";
    }

    private static Reply registers(Register node, String school, String content, CyclicBarrier start) throws Exception {
        Message message = of(school, node, "registerStudent", content);
        start.await(1, TimeUnit.MINUTES);
        return message.send();
    }

    private static int persons(String code) {
        return SLOW.jdbc()
                .sql("SELECT COUNT(DISTINCT person_id) FROM person_identity WHERE personal_code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private static String read(Register node, Reply taken, DemoCast student) {
        String school = taken.logged().party().orElseThrow();
        return of(school, node, "getEnrolments", Client.person(student)).send().toString();
    }

    /** A message of a school. */
    private static Message of(String school, Register node, String operation, String content) {
        return school.equals(DemoCast.SCHOOL)
                ? node.as("school").asks(operation, content)
                : node.as("everything")
                        .asks(operation, content)
                        .from(XRoadId.parse("LT-DEMO/GOV/" + VILNIUS_SCHOOL + "/vilnius"));
    }

    private static String enrolmentIdOf(Reply reply) {
        return Xml.child(reply.content(), "enrolmentId").getTextContent();
    }

    private static Reply enrols(Register node, String school, DemoCast student, CyclicBarrier start) throws Exception {
        Message message = of(school, node, "enrolStudent", enrolment(Client.person(student), school, node));
        start.await(1, TimeUnit.MINUTES);
        return message.send();
    }

    /** How many terms of general education that last still are believed of a student. */
    private static int believed(DemoCast student) {
        return SLOW.jdbc()
                .sql("SELECT COUNT(DISTINCT e.id) FROM enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id"
                        + " JOIN programme g ON g.state_code = e.programme JOIN person_identity i ON i.person_id = e.person_id"
                        + " WHERE i.personal_code = ? AND g.family = 'BASIC' AND t.valid_to IS NULL"
                        + " AND t.believed_until IS NULL")
                .param(student.personalCode().orElseThrow())
                .query(Integer.class)
                .single();
    }

    private static int writes(Reply reply) {
        return SLOW.jdbc()
                .sql("SELECT COUNT(*) FROM person_write WHERE receipt = ?")
                .param(reply.number())
                .query(Integer.class)
                .single();
    }
}
