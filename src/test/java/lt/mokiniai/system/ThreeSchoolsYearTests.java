package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lt.mokiniai.Fork;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.register.tasks.deciding.TaskTerms;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * A school year of three schools, by signed messages: enrolments in September, a move that the former school confirms, one
 * that nobody answers, an interruption, a graduation, a class that is promoted and a student who repeats a year. What an
 * authority reads as of each month, and as known each month, is what was told by then.
 */
class ThreeSchoolsYearTests {

    private static final String FIRST = DemoCast.SCHOOL;
    private static final String SECOND = LegalEntityCode.completing("19100020").value();
    private static final String THIRD = LegalEntityCode.completing("19100011").value();

    private static final String BASIC = "910401001";
    private static final String SECONDARY = "910501001";

    /** From the September of one year to that of the next. */
    private static final int MONTHS = 13;

    private static final String NOWHERE = "-";

    private static final boolean IS_THOROUGH = Boolean.getBoolean("mokiniai.thorough");

    /** Whatever is unusual about ages and days. */
    private static final String OVERRULED =
            "<m:overrule>MR-601</m:overrule><m:overrule>MR-602</m:overrule>" + "<m:overrule>MR-603</m:overrule>";

    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:three-schools;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "mokiniai.contract.folder",
            contracts(),
            "mokiniai.contract.unsigned",
            "true"));
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);

    /** The first September that is still to come. */
    private final LocalDate september =
            LocalDate.of(REGISTER.today().getYear() + (REGISTER.today().getMonthValue() < 9 ? 0 : 1), 9, 1);

    private final Map<String, String> students = new LinkedHashMap<>();
    private final Map<String, String> enrolments = new TreeMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    /** What is believed of each student and month now. */
    private final Map<String, String[]> believed = new LinkedHashMap<>();

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    /** The contract of the demo school, the same for two others, and that of the agency. */
    private static String contracts() {
        try {
            Path folder = Files.createDirectories(Fork.folder("exchange/three-schools"));
            String school = Files.readString(Path.of("contracts", SchoolRequest.FILE));
            Files.writeString(folder.resolve(SchoolRequest.FILE), school);
            Files.writeString(folder.resolve("second.xml"), contractOf(SECOND, "second", "MR-2026-991", school));
            Files.writeString(folder.resolve("third.xml"), contractOf(THIRD, "third", "MR-2026-992", school));
            Files.copy(
                    Path.of("contracts", "MR-2026-010-agency.xml"),
                    folder.resolve("MR-2026-010-agency.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contractOf(String code, String name, String id, String school) {
        return school.replace("MR-2026-005", id)
                .replace("191000018/school", code + "/" + name)
                .replace("code=\"191000018\"", "code=\"" + code + "\"")
                .replace("CN=school, O=Kaunas Demo School (demo)", "CN=" + name + ", O=Test party")
                .replace(">191000018<", ">" + code + "<");
    }

    private LocalDate day(int month) {
        return september.plusMonths(month);
    }

    @Test
    void aYearIsReadAsOfEachMonthAndAsKnownEachMonth() {
        for (String student : List.of("Ana", "Bea", "Cezaris", "Daina")) {
            believed.put(
                    student,
                    IntStream.range(0, MONTHS).mapToObj(month -> NOWHERE).toArray(String[]::new));
        }
        List<Map<String, String[]>> expected = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            // What a month brings is told in the evening of its second day.
            movesTo(day(month).plusDays(1));
            told(month);
            Map<String, String[]> snapshot = new LinkedHashMap<>();
            believed.forEach((student, months) -> snapshot.put(student, months.clone()));
            expected.add(snapshot);
            known.add(Xml.child(read("Ana", "").content(), "knownAt").getTextContent());
        }
        for (int time = 0; time < MONTHS; time++) {
            for (String student : students.keySet()) {
                // Of each student every third month of each time, and all of them where tests are thorough.
                for (int month = IS_THOROUGH ? 0 : (time + student.charAt(0)) % 3;
                        month < MONTHS;
                        month += IS_THOROUGH ? 1 : 3) {
                    assertThat(state(read(
                                    student,
                                    "<m:validOn>" + day(month) + "</m:validOn><m:knownAt>" + known.get(time)
                                            + "</m:knownAt>")))
                            .as("%s in month %s as known in month %s", student, month, time)
                            .isEqualTo(expected.get(time).get(student)[month]);
                }
            }
        }
    }

    private void told(int month) {
        switch (month) {
            case 0 -> {
                enrols("Ana", FIRST, BASIC, 8);
                enrols("Bea", FIRST, BASIC, 8);
                enrols("Cezaris", SECOND, BASIC, 7);
                enrols("Daina", THIRD, SECONDARY, 12);
            }
            case 1 -> moves("Bea", SECOND, 8, month, true);
            case 2 -> moves("Cezaris", THIRD, 7, month, false);
            case 4 -> {
                writes(
                        "Ana",
                        FIRST,
                        "interruptEnrolment",
                        "<m:from>" + day(4) + "</m:from><m:reason>ILLNESS</m:reason>");
                since("Ana", 4, "A8 interrupted");
            }
            case 5 -> {
                writes("Ana", FIRST, "resumeEnrolment", "<m:resumedFrom>" + day(5) + "</m:resumedFrom>");
                since("Ana", 5, "A8");
            }
            case 10 -> {
                writes(
                        "Daina",
                        THIRD,
                        "withdrawStudent",
                        "<m:enrolledTo>" + day(10).minusDays(1) + "</m:enrolledTo><m:reason>COMPLETED</m:reason>");
                since("Daina", 10, NOWHERE);
            }
            case 12 -> {
                promotes(FIRST, "Ana", "promoted", 9);
                since("Ana", 12, "A9");
                promotes(SECOND, "Bea", "repeats", 8);
                since("Bea", 12, "B8");
                promotes(THIRD, "Cezaris", "promoted", 8);
                since("Cezaris", 12, "C8");
            }
            default -> {
                // Nothing happens in the other months.
            }
        }
    }

    private static void movesTo(LocalDate day) {
        assertThat(SANDBOX.post("clock?to=" + day + "T18:00&seconds=86400").status())
                .isEqualTo(200);
    }

    private void since(String student, int month, String state) {
        for (int i = month; i < MONTHS; i++) {
            believed.get(student)[i] = state;
        }
    }

    private void enrols(String student, String school, String programme, int level) {
        Reply registered = send(
                school, "registerStudent", WrittenStudent.coded(WrittenStudent.code(60 + students.size()), "Trijulė"));
        students.put(student, WrittenStudent.of(registered).id());
        Reply enrolled = send(
                school,
                "enrolStudent",
                person(student) + institution(school) + "<m:programme>" + programme + "</m:programme><m:enrolledFrom>"
                        + day(0) + "</m:enrolledFrom><m:stage><m:language>lt</m:language><m:classLevel>" + level
                        + "</m:classLevel></m:stage>" + OVERRULED);
        keeps(student, enrolled);
        since(student, 0, letter(school) + level);
    }

    /** The new school asks on a month's second day for its first day; the former one confirms, or does not answer in its term. */
    private void moves(String student, String to, int level, int month, boolean isConfirmed) {
        Reply asked = send(
                to,
                "transferStudent",
                person(student) + institution(to) + "<m:programme>" + BASIC + "</m:programme><m:enrolledFrom>"
                        + day(month) + "</m:enrolledFrom><m:learningContract><m:number>S-" + month
                        + "</m:number><m:date>" + day(month) + "</m:date></m:learningContract>"
                        + "<m:stage><m:language>lt</m:language><m:classLevel>" + level + "</m:classLevel></m:stage>"
                        + OVERRULED);
        String taskId = Xml.child(asked.content(), "taskId").getTextContent();
        String before = believed.get(student)[month];
        assertThat(state(read(student, ""))).as("while it waits").isEqualTo(before);
        if (isConfirmed) {
            send(FIRST, "decideTask", "<m:taskId>" + taskId + "</m:taskId><m:decision>ACCEPT</m:decision>");
        } else {
            movesTo(LocalDate.parse(Xml.child(asked.content(), "dueOn").getTextContent())
                    .plusDays(1));
            REGISTER.bean(TaskTerms.class).end();
        }
        since(student, month, letter(to) + level);
        Element enrolment =
                Elements.children(read(student, "").content(), "enrolment").get(0);
        enrolments.put(student, Xml.child(enrolment, "enrolmentId").getTextContent());
    }

    private void promotes(String school, String student, String how, int level) {
        Reply promoted = send(
                school,
                "promoteClass",
                "<m:batchId>" + day(12).getYear() + "-" + student + "</m:batchId>"
                        + institution(school).replaceAll("m:(kind|code)", "t:$1")
                        + "<m:from>" + day(12) + "</m:from>" + OVERRULED
                        + "<m:entry><m:enrolmentId>" + enrolments.get(student) + "</m:enrolmentId><m:" + how
                        + "><m:classLevel>" + level + "</m:classLevel></m:" + how + "></m:entry>");
        assertThat(Xml.child(Xml.child(promoted.content(), "result"), "outcome").getTextContent())
                .as(promoted.toString())
                .isEqualTo("DONE");
    }

    private void writes(String student, String school, String operation, String content) {
        keeps(
                student,
                send(
                        school,
                        operation,
                        "<m:enrolmentId>" + enrolments.get(student) + "</m:enrolmentId><m:version>"
                                + versions.get(student) + "</m:version>" + content + OVERRULED));
    }

    private void keeps(String student, Reply written) {
        enrolments.put(student, Xml.child(written.content(), "enrolmentId").getTextContent());
        versions.put(student, Xml.child(written.content(), "version").getTextContent());
    }

    private static Reply send(String school, String operation, String content) {
        String name = school.equals(FIRST) ? "school" : school.equals(SECOND) ? "second" : "third";
        Message message = REGISTER.as("school").asks(operation, content);
        Reply reply = (school.equals(FIRST)
                        ? message
                        : message.signedBy(name).from(XRoadId.parse("LT-DEMO/GOV/" + school + "/" + name)))
                .send();
        assertThat(reply.status()).as(operation + " " + reply).isEqualTo(200);
        reply.verify();
        return reply;
    }

    private static String institution(String school) {
        return "<m:institution><m:kind>LEGAL_ENTITY</m:kind><m:code>" + school + "</m:code></m:institution>";
    }

    private String person(String student) {
        return "<m:person><t:registerId>" + students.get(student) + "</t:registerId></m:person>";
    }

    private Reply read(String student, String times) {
        Reply reply = REGISTER.as("agency")
                .asks("getEnrolments", person(student) + times)
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    /** What an answer tells: the school's letter and the level, and whether it is interrupted. */
    private static String state(Reply reply) {
        List<Element> read = Elements.children(reply.content(), "enrolment");
        if (read.isEmpty()) {
            return NOWHERE;
        }
        assertThat(read).as("no student is in two schools").hasSize(1);
        Element enrolment = read.get(0);
        String school = Xml.child(Xml.child(enrolment, "institution"), "code").getTextContent();
        return letter(school)
                + Xml.child(Xml.child(enrolment, "stage"), "classLevel").getTextContent()
                + (Elements.children(enrolment, "interruption").isEmpty() ? "" : " interrupted");
    }

    private static String letter(String school) {
        return school.equals(FIRST) ? "A" : school.equals(SECOND) ? "B" : "C";
    }
}
