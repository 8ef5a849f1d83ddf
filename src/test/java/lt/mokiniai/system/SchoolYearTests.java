package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * A year of one school, a message a month: what it wrote of an enrolment is read as of each month and as known each month, by
 * signed messages.
 */
class SchoolYearTests {

    private static final Register REGISTER = Register.start(Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:school-year;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000"));
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);

    private static final int MONTHS = 12;
    private static final String ENROLLED_NOT = "-";

    /** Whatever is unusual about the days. */
    private static final String OVERRULED = "<m:overrule>MR-601</m:overrule><m:overrule>MR-603</m:overrule>";

    private final LocalDate first = REGISTER.today().plusMonths(1).withDayOfMonth(15);
    private String enrolmentId = "";
    private String version = "";

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    /** What the school does in a month, and what is believed of each month from then on, if so much of it is so. */
    private record Step(String operation, String content, UnaryOperator<String[]> believed) {}

    private LocalDate day(int month) {
        return first.plusMonths(month);
    }

    /** Changes what is believed of the months from one to another, where the student is enrolled. */
    private static UnaryOperator<String[]> months(int from, int to, UnaryOperator<String> becomes) {
        return before -> IntStream.range(0, MONTHS)
                .mapToObj(month -> from <= month && month <= to && !before[month].equals(ENROLLED_NOT)
                        ? becomes.apply(before[month])
                        : before[month])
                .toArray(String[]::new);
    }

    private static UnaryOperator<String[]> since(int month, UnaryOperator<String> becomes) {
        return months(month, MONTHS, becomes);
    }

    private Step corrects(String content, UnaryOperator<String[]> believed) {
        return new Step("correctEnrolment", "<m:reason>ENTRY_ERROR</m:reason>" + content, believed);
    }

    private List<Step> year() {
        return List.of(
                new Step("enrolStudent", "", before -> {
                    String[] after = before.clone();
                    Arrays.fill(after, "A lt");
                    return after;
                }),
                new Step(
                        "changeEnrolment",
                        "<m:from>" + day(1) + "</m:from><m:stage><m:className>B</m:className></m:stage>",
                        since(1, was -> was.replace('A', 'B'))),
                new Step(
                        "interruptEnrolment",
                        "<m:from>" + day(2) + "</m:from><m:reason>ILLNESS</m:reason>",
                        since(2, was -> was + " interrupted")),
                new Step(
                        "resumeEnrolment",
                        "<m:resumedFrom>" + day(3) + "</m:resumedFrom>",
                        since(3, was -> was.replace(" interrupted", ""))),
                new Step(
                        "changeEnrolment",
                        "<m:from>" + day(4) + "</m:from><m:stage><m:language>pl</m:language></m:stage>",
                        since(4, was -> was.replace("lt", "pl"))),
                // The step in the middle never was: later ones stand without what it told.
                corrects(
                        "<m:stage><m:begins>" + day(1) + "</m:begins><m:neverWas>true</m:neverWas></m:stage>",
                        since(1, was -> was.replace('B', 'A'))),
                new Step(
                        "withdrawStudent",
                        "<m:enrolledTo>" + day(6) + "</m:enrolledTo><m:reason>OTHER</m:reason>",
                        since(7, was -> ENROLLED_NOT)),
                corrects("<m:term><m:stillEnrolled>true</m:stillEnrolled></m:term>", before -> {
                    String[] after = before.clone();
                    Arrays.fill(after, 7, MONTHS, "A pl");
                    return after;
                }),
                corrects(
                        "<m:stage><m:begins>" + day(4)
                                + "</m:begins><m:content><m:language>lt</m:language></m:content></m:stage>",
                        since(4, was -> was.replace("pl", "lt"))),
                corrects(
                        "<m:interruption><m:begins>" + day(2)
                                + "</m:begins><m:neverWas>true</m:neverWas></m:interruption>",
                        months(2, 2, was -> was.replace(" interrupted", ""))),
                new Step(
                        "withdrawStudent",
                        "<m:enrolledTo>" + day(10) + "</m:enrolledTo><m:reason>OTHER</m:reason>",
                        since(11, was -> ENROLLED_NOT)),
                corrects("<m:neverWas>true</m:neverWas>", since(0, was -> ENROLLED_NOT)));
    }

    @Test
    void aYearIsReadAsOfEachMonthAndAsKnownEachMonth() {
        String[] believed = new String[MONTHS];
        Arrays.fill(believed, ENROLLED_NOT);
        List<String[]> expected = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Step step : year()) {
            // A step is told in the evening of its day.
            assertThat(SANDBOX.post("clock?to=" + day(known.size()) + "T18:00&seconds=86400")
                            .status())
                    .isEqualTo(200);
            take(step);
            believed = step.believed().apply(believed);
            expected.add(believed);
            known.add(Xml.child(read("").content(), "knownAt").getTextContent());
        }
        for (int time = 0; time < MONTHS; time++) {
            for (int month = 0; month < MONTHS; month++) {
                assertThat(state(read("<m:validOn>" + day(month) + "</m:validOn><m:knownAt>" + known.get(time)
                                + "</m:knownAt>")))
                        .as("month %s as known in month %s", month, time)
                        .isEqualTo(expected.get(time)[month]);
            }
        }
    }

    private void take(Step step) {
        String which = enrolmentId.isEmpty()
                ? beginning()
                : "<m:enrolmentId>" + enrolmentId + "</m:enrolmentId><m:version>" + version + "</m:version>";
        Reply reply = REGISTER.as("school")
                .asks(step.operation(), which + step.content() + OVERRULED)
                .send();
        assertThat(reply.status()).as(step.operation() + " " + reply).isEqualTo(200);
        reply.verify();
        enrolmentId = Xml.child(reply.content(), "enrolmentId").getTextContent();
        version = Xml.child(reply.content(), "version").getTextContent();
    }

    private String beginning() {
        return Client.person(DemoCast.COMMUTER) + "<m:institution><m:kind>LEGAL_ENTITY</m:kind><m:code>"
                + DemoCast.SCHOOL + "</m:code></m:institution><m:programme>910701002</m:programme><m:enrolledFrom>"
                + day(0) + "</m:enrolledFrom>"
                + "<m:stage><m:language>lt</m:language><m:className>A</m:className></m:stage>";
    }

    private static Reply read(String times) {
        Reply reply = REGISTER.as("school")
                .asks("getEnrolments", Client.person(DemoCast.COMMUTER) + times)
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    /** What an answer tells of the enrolment that the test writes: its class and language, and whether it is interrupted. */
    private String state(Reply reply) {
        return Elements.children(reply.content(), "enrolment").stream()
                .filter(each -> Xml.child(each, "enrolmentId").getTextContent().equals(enrolmentId))
                .map(SchoolYearTests::state)
                .findFirst()
                .orElse(ENROLLED_NOT);
    }

    private static String state(Element enrolment) {
        Element stage = Xml.child(enrolment, "stage");
        return Xml.child(stage, "className").getTextContent() + " "
                + Xml.child(stage, "language").getTextContent()
                + (Elements.children(enrolment, "interruption").isEmpty() ? "" : " interrupted");
    }
}
