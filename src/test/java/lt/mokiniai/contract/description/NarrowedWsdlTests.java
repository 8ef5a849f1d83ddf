package lt.mokiniai.contract.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.scope.Fields;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class NarrowedWsdlTests {

    private static final URI ADDRESS = URI.create("https://register.example/services/students/v1");
    private static final Heading HEADING = new Heading(
            List.of(new Heading.Source("MR-2026-014", "2.1", LocalDate.of(2026, 9, 1), 1)),
            "Sostinės bilietai & Co",
            "Capital Tickets & Co");
    private static final Narrowing NAMES = answer("student/identity/givenNames", "student/identity/familyName");
    private static final Narrowing CODE = answer("student/identity/personalCode");

    @Test
    void saysToWhichContractItIsNarrowedAndForWhom() {
        assertThat(students(Map.of("getStudent", NAMES)))
                .contains("Mokinių registro paslauga „Mokiniai“, 1 versija.")
                .contains("<doc:text xml:lang=\"lt\">Aprašas susiaurintas pagal sutartį MR-2026-014, versija 2.1,"
                        + " 2026-09-01, duomenų sąrašo laida 1; gavėjas – Sostinės bilietai &amp; Co.")
                .contains("<doc:text xml:lang=\"en\">This description is narrowed to contract MR-2026-014, version 2.1"
                        + " of 2026-09-01, edition 1 of the data items, for Capital Tickets &amp; Co.");
    }

    @Test
    void isCalledWhereItIsTold() {
        byte[] file = NarrowedWsdl.of(ServiceId.parse("students/v1"), ADDRESS, HEADING, Map.of("getStudent", NAMES));

        assertThat(Description.of(file).address()).isEqualTo(ADDRESS);
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("localhost");
    }

    @Test
    void standsInOneFile() {
        assertThat(students(Map.of("getStudent", NAMES))).doesNotContain("schemaLocation");
    }

    @Test
    void describesATypeAnewForEachOperation() {
        assertThat(students(Map.of("getStudent", NAMES, "findStudents", CODE)))
                .contains("name=\"GetStudentIdentity\"", "name=\"FindStudentsIdentity\"")
                .doesNotContain("name=\"Identity\"", "name=\"Student\"");
    }

    @Test
    void keepsTheNamesOfTypesWhenAContractAllowsAll() {
        Narrowing all = new Narrowing(
                path -> true,
                Fields.of(Description.published("students/v1")
                        .answer("getStudent")
                        .paths()));

        assertThat(students(Map.of("getStudent", all)))
                .contains("name=\"GetStudentStudent\"", "name=\"GetStudentIdentity\"", "name=\"GetStudentGuardian\"")
                .doesNotContain("name=\"Student\"", "name=\"Identity\"", "name=\"Guardian\"");
    }

    @Test
    void leavesTypesThatHoldNoDataItemsAsTheyArePublished() {
        assertThat(students(Map.of("getStudent", NAMES)))
                .contains("name=\"PersonSelector\"", "name=\"PersonWithoutCode\"", "name=\"Fault\"");
    }

    @Test
    void keepsDocumentationDataItemsFacetsAndTheSignaturePolicy() {
        assertThat(students(Map.of("getStudent", CODE)))
                .contains("Asmens kodas.", "Personal code.")
                .contains("<meta:item edition=\"1\" number=\"MR-1.2\" sensitivity=\"personal\"/>")
                .contains("<xs:pattern value=\"[0-9]{11}\"/>")
                .contains("sp:OnlySignEntireHeadersAndBody", "<wsp:PolicyReference URI=\"#SignedAnswer\"/>");
    }

    @Test
    void leavesOutAGroupInWhichNothingIsLeft() {
        String file = students(Map.of("getStudent", answer()));

        assertThat(file).doesNotContain("name=\"student\"", "GetStudentStudent").contains("name=\"outcome\"");
    }

    @Test
    void takesAWayOutOfAChoiceAndStillAsksForOne() {
        Narrowing byIdentifier = new Narrowing(path -> !path.equals("person/withoutCode"), NAMES.shown());
        Description narrowed = Description.of(
                NarrowedWsdl.of(ServiceId.parse("students/v1"), ADDRESS, HEADING, Map.of("getStudent", byIdentifier)));

        assertThat(narrowed.accepts(request("<t:registerId>0123456789ABCDEF</t:registerId>")))
                .isTrue();
        assertThat(narrowed.accepts(request(""))).isFalse();
    }

    @Test
    void takesAWayOutOfAChoiceWhenAPartThatItRequiresMayNotBeAsked() {
        Narrowing withoutNames = new Narrowing(path -> !path.endsWith("withoutCode/givenNames"), NAMES.shown());
        Description narrowed = Description.of(
                NarrowedWsdl.of(ServiceId.parse("students/v1"), ADDRESS, HEADING, Map.of("getStudent", withoutNames)));

        assertThat(narrowed.request("getStudent").paths())
                .contains("person/withoutCode/birthDate", "person/withoutCode/foreignerId")
                .doesNotContain("person/withoutCode/givenNames", "person/withoutCode/familyName");
    }

    @Test
    void refusesToDescribeAnOperationThatNobodyCouldCall() {
        Narrowing nobody = new Narrowing(path -> !path.equals("person"), NAMES.shown());

        assertThatThrownBy(() -> students(Map.of("getStudent", nobody)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no getStudent can be made of what is allowed");
    }

    @Test
    void refusesAServiceThatIsNotPublished() {
        for (String service : List.of("teachers/v1", "students/v9")) {
            assertThatThrownBy(() ->
                            NarrowedWsdl.of(ServiceId.parse(service), ADDRESS, HEADING, Map.of("getStudent", NAMES)))
                    .as(service)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nothing is published as /wsdl/");
        }
    }

    @Test
    void refusesAnOperationThatIsNotPublishedAndNoOperation() {
        assertThatThrownBy(() -> students(Map.of("getTeacher", NAMES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("students/v1 has no operation [getTeacher]; it has [getStudent, ");
        assertThatThrownBy(() -> students(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no operation of students/v1 is left");
    }

    @Test
    void leavesAServiceThatNeedsNoGrantAsItIsPublished() {
        Description published = Description.published("contracts/v1");
        Map<String, Narrowing> all = published.operations().stream()
                .collect(Collectors.toMap(
                        operation -> operation,
                        operation -> new Narrowing(
                                path -> true,
                                Fields.of(published.answer(operation).paths()))));

        Description whole = Description.of(NarrowedWsdl.of(ServiceId.parse("contracts/v1"), ADDRESS, HEADING, all));

        assertThat(whole.operations()).isEqualTo(published.operations());
        assertThat(published.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(whole.answer(operation).paths())
                    .isEqualTo(published.answer(operation).paths());
            assertThat(whole.request(operation).paths())
                    .isEqualTo(published.request(operation).paths());
        });
    }

    @Test
    void isIndented() {
        assertThat(students(Map.of("getStudent", NAMES)).lines())
                .hasSizeGreaterThan(300)
                .allMatch(line -> line.indexOf("><") < 0)
                .noneMatch(String::isBlank);
    }

    private static Narrowing answer(String... values) {
        return new Narrowing(
                path -> true,
                Fields.of(Stream.concat(Stream.of("outcome", "validOn", "knownAt", "student"), Stream.of(values))
                        .toList()));
    }

    private static Element request(String person) {
        String text = "<getStudent xmlns=\"http://mokiniai.lt/students/v1\" xmlns:t=\"http://mokiniai.lt/types/v1\">"
                + "<person>" + person + "</person></getStudent>";
        return Documents.parse(text.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    private static String students(Map<String, Narrowing> operations) {
        return new String(
                NarrowedWsdl.of(ServiceId.parse("students/v1"), ADDRESS, HEADING, operations), StandardCharsets.UTF_8);
    }
}
