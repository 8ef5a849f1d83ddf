package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.Marks.AskedStudents;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Dates and times that XML Schema takes: every one of every request is of the years 1800 to 2199, and read by its rules. */
class RequestDateTests {

    private static final Register REGISTER = Register.shared();

    private static final String PERSON = Client.person(DemoCast.KAUNAS_STUDENT);

    private static final String OF_AN_ENTRY = "entry/person/withoutCode/birthDate";

    /** A date or a time of a request. */
    record Asked(String operation, String path, boolean isTime) {

        Message with(String value) {
            String party = REGISTER.contracts().stream()
                    .filter(contract -> contract.grants().containsKey(operation))
                    .findFirst()
                    .orElseThrow()
                    .party();
            return REGISTER.as(party).asks(operation, content(value));
        }

        private String content(String value) {
            String content = Questions.content(operation);
            return switch (path) {
                case "person/withoutCode/birthDate" -> content.replaceFirst("<m:person>.*</m:person>", bornOn(value));
                case "criteria/bornFrom", "criteria/bornTo" ->
                    content.replace("<m:criteria/>", within("criteria", value));
                case "period/from" -> content + within("period", value);
                case "period/to" ->
                    content
                            + within("period", value)
                                    .replace("<m:to>", "<m:from>" + REGISTER.today() + "</m:from><m:to>");
                case "issueDate" -> content.replace("2024-07-12", value);
                default -> content + "<m:" + path + ">" + value + "</m:" + path + ">";
            };
        }

        private String within(String parent, String value) {
            String name = path.substring(path.indexOf('/') + 1);
            return "<m:" + parent + "><m:" + name + ">" + value + "</m:" + name + "></m:" + parent + ">";
        }

        @Override
        public String toString() {
            return operation + " " + path;
        }
    }

    static Stream<Asked> dates() {
        return PublishedOperations.load().all().stream()
                .filter(operation -> operation.isGrantable() && !operation.writes())
                .flatMap(operation -> operation.request().paths().stream()
                        .filter(path ->
                                operation.request().at(path).orElseThrow().isDateOrTime())
                        .filter(path -> !path.equals(OF_AN_ENTRY))
                        .map(path -> new Asked(operation.operation(), path, path.equals("knownAt"))));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void isOfTheYears1800To2199(Asked asked) {
        for (String day :
                List.of("-4713-01-01", "0001-01-01", "1799-12-31", "2200-01-01", "12026-11-29", "2147483647-01-01")) {
            Reply refused =
                    asked.with(asked.isTime() ? day + "T12:00:00.5Z" : day).send();
            assertThat(refused.code()).as("%s %s", asked, day).isEqualTo("MR-409");
            assertThat(refused.fault("field")).isEqualTo(asked.path());
            refused.verify();
        }
        for (String day : List.of("1800-01-01", "2199-12-31")) {
            Reply reply = asked.with(asked.isTime() ? day + "T12:00:00+02:00" : day + "+14:00")
                    .send();
            assertThat(reply.code()).as("%s %s", asked, day).isNotIn("MR-409", "MR-103", "MR-901", "MR-902");
        }
    }

    @Test
    void refusesNoBatchForTheDateOfOneEntry() {
        String entry = "<m:entry>%s</m:entry>";
        Reply reply = REGISTER.as("migration")
                .asks(
                        "resolveStudents",
                        entry.formatted(bornOn("12026-11-29"))
                                + entry.formatted(PERSON)
                                + entry.formatted(bornOn("-4713-01-01"))
                                + entry.formatted(bornOn("1799-12-31"))
                                + entry.formatted(bornOn("2199-12-31")))
                .send();

        assertThat(reply.code()).isEmpty();
        assertThat(Xml.children(reply.content(), "result").stream().map(RequestDateTests::outcome))
                .containsExactly("INVALID", "FOUND", "INVALID", "INVALID", "NOT_FOUND");
    }

    /** The form of a date is agreed by the schema, and every validator finds it: decision 31. */
    @Test
    void refusesTheBatchForADateThatIsNoDayOfTheCalendar() {
        Reply reply = REGISTER.as("migration")
                .asks(
                        "resolveStudents",
                        "<m:entry>%s</m:entry><m:entry>%s</m:entry>".formatted(PERSON, bornOn("2012-02-30")))
                .send();

        assertThat(reply.code()).isEqualTo("MR-103");
        assertThat(reply.fault("field")).contains("birthDate");
    }

    /** A message that writes is taken as a whole: no entry of it is answered apart from the others. */
    @Test
    void refusesTheWholeOfAMessageThatWritesForTheDateOfOneEntry() {
        String content = Questions.content("recordResults");
        String entry = content + content.replaceAll("<m:decidedOn>[^<]*<", "<m:decidedOn>%s<");
        for (String day : List.of("0001-01-01", "1799-12-31", "2200-01-01", "9999-12-31", "12026-11-29")) {
            Reply refused = REGISTER.as("school")
                    .asks("recordResults", entry.formatted(day))
                    .send();
            assertThat(refused.code()).as(day).isEqualTo("MR-409");
            assertThat(refused.fault("field")).isEqualTo("entry[2]/result[1]/decidedOn");
        }
        Reply reply = REGISTER.as("school")
                .asks("recordResults", entry.formatted("2199-12-31"))
                .send();
        assertThat(reply.code()).isNotIn("", "MR-409", "MR-103", "MR-901", "MR-902");
    }

    /** Else an operation with another list would have to be thought of here. */
    @Test
    void entriesOfTheseOperationsAloneHaveDates() {
        TreeSet<String> found = new TreeSet<>();
        for (PublishedOperation operation : PublishedOperations.load().all()) {
            SchemaTree request = operation.request();
            request.paths().stream()
                    .filter(path -> request.at(path).orElseThrow().isDateOrTime())
                    .filter(path -> request.at(
                                    path.substring(0, path.indexOf('/') + 1).replace("/", ""))
                            .flatMap(list -> list.marks().counted())
                            .filter(AskedStudents.EACH::equals)
                            .isPresent())
                    .forEach(path -> found.add(operation.operation() + " " + path));
        }

        assertThat(found)
                .containsExactly(
                        "correctResults entry/result/right/decidedOn",
                        "promoteClass entry/changesProgramme/expectedEnd",
                        "promoteClass entry/changesProgramme/learningContract/date",
                        "promoteClass entry/leaves/enrolledTo",
                        "recordResults entry/result/decidedOn",
                        "resolveStudents " + OF_AN_ENTRY);
    }

    @Test
    void aTimeIsReadByTheRulesOfXmlSchema() {
        LocalDate yesterday = REGISTER.today().minusDays(1);
        Instant midnight = REGISTER.today().atStartOfDay(Dates.ZONE).toInstant();

        assertThat(knownAt(yesterday + "T24:00:00")).isEqualTo(midnight);
        assertThat(knownAt(yesterday + "T24:00:00.000")).isEqualTo(midnight);
        assertThat(knownAt(yesterday + "T10:00:00.12345678901234567890Z"))
                .isEqualTo(Instant.parse(yesterday + "T10:00:00.123456Z"));
        // Behind by as much as a zone may be: a moment of yesterday would be ahead of us until two in the morning.
        assertThat(knownAt(yesterday.minusDays(1) + "T10:00:00-13:59"))
                .isEqualTo(Instant.parse(yesterday.minusDays(1) + "T23:59:00Z"));
    }

    private static Instant knownAt(String time) {
        Reply reply = REGISTER.as("municipality")
                .asks("getStudent", PERSON + "<m:knownAt>" + time + "</m:knownAt>")
                .send();
        assertThat(reply.code()).as(time).isEmpty();
        return Instant.parse(Xml.child(reply.content(), "knownAt").getTextContent());
    }

    @Test
    void theFaultNamesTheDateAndSaysNothingOfItsValue() {
        Reply refused = REGISTER.as("municipality")
                .asks("getStudent", bornOn("1066-10-14"))
                .send();

        assertThat(refused.code()).isEqualTo(ExchangeError.DATE_OUT_OF_RANGE.code());
        assertThat(new String(refused.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("birthDate")
                .doesNotContain("1066");
    }

    private static String outcome(Element result) {
        return Xml.child(result, "outcome").getTextContent();
    }

    private static String bornOn(String day) {
        return "<m:person><t:withoutCode><t:birthDate>" + day
                + "</t:birthDate><t:givenNames>Ona</t:givenNames><t:familyName>Liepa</t:familyName></t:withoutCode></m:person>";
    }
}
