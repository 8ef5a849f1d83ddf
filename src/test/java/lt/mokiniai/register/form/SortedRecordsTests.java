package lt.mokiniai.register.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.Fork;
import lt.mokiniai.register.form.reading.SortedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files are read as, and what is told of those that cannot be read. */
class SortedRecordsTests {

    private static final String HEADER = "student,givenNames,familyName,birthDate,validFrom";
    private static final String ONA = "1,Ona,Petraitė,2014-05-02,2014-05-02";
    private static final String JONAS = "2,Jonas,Žukas,2013-01-31,2013-01-31";

    @Test
    void readsTheRecordsOfAStudentTogetherInTheOrderOfTheirKinds() throws IOException {
        Path folder = ReadForm.folder();
        Files.writeString(folder.resolve("students.csv"), String.join("\n", HEADER, JONAS, ONA, ""));
        Files.writeString(folder.resolve("enrolments.csv"), """
                institution,validFrom,enrolment,programme,student
                190000008,2024-09-01,A,101,2
                190000008,2025-09-01,B,101,1
                190000008,2024-09-01,A,101,1
                """);
        Files.writeString(
                folder.resolve("programmes.csv"),
                "stateCode,nameLt,nameEn,family,registered\n101,Pradinis,Primary,PRIMARY,2008-01-01\n");
        Files.writeString(folder.resolve("readme.txt"), "not of the form");

        ReadForm read = ReadForm.of(folder);

        assertThat(read.findings()).isEmpty();
        assertThat(read.isWhole()).isTrue();
        assertThat(read.reference()).extracting(FormRecord::kind).containsExactly(RecordKind.PROGRAMME);
        assertThat(read.students()).extracting(StudentRecords::key).containsExactly("1", "2");
        assertThat(read.students()).allMatch(StudentRecords::isWhole);
        StudentRecords first = read.students().get(0);
        assertThat(first.records())
                .extracting(FormRecord::kind)
                .containsExactly(RecordKind.IDENTITY, RecordKind.ENROLMENT, RecordKind.ENROLMENT);
        assertThat(first.of(RecordKind.ENROLMENT))
                .extracting(record -> record.required("enrolment"))
                .containsExactly("B", "A");
        assertThat(first.of(RecordKind.ENROLMENT))
                .extracting(FormRecord::place)
                .containsExactly(new RecordPlace("enrolments.csv", 3), new RecordPlace("enrolments.csv", 4));
        assertThat(first.records().get(0).text("personalCode")).isNull();
        assertThat(read.seen()).hasSize(6);
        assertThat(read.files())
                .extracting(ReadFile::name)
                .containsExactly("enrolments.csv", "programmes.csv", "students.csv");
    }

    @Test
    void theSmallestSetOfThePageIsRead() throws IOException {
        String page = Files.readString(Path.of("docs/load.md"));
        Path folder = ReadForm.folder();
        for (String name : List.of("students.csv", "enrolments.csv", "stages.csv")) {
            int begin = page.indexOf("```csv\n", page.indexOf("`" + name + "`\n\n```csv")) + "```csv\n".length();
            Files.writeString(folder.resolve(name), page.substring(begin, page.indexOf("```", begin)));
        }

        ReadForm read = ReadForm.of(folder);

        assertThat(read.findings()).isEmpty();
        assertThat(read.students())
                .singleElement()
                .satisfies(student -> assertThat(student.records())
                        .extracting(FormRecord::kind)
                        .containsExactly(RecordKind.IDENTITY, RecordKind.ENROLMENT, RecordKind.STAGE));
    }

    @Test
    void theDigestAndTheCountsAreThoseOfTheWholeFile() {
        byte[] content = (HEADER + "\n" + ONA + "\n" + "1,Ona\n").getBytes(StandardCharsets.UTF_8);
        assertThat(ReadForm.of("students.csv", content).files())
                .singleElement()
                .isEqualTo(new ReadFile("students.csv", content.length, sha256(content), 2));
        byte[] notUtf8 =
                (HEADER + "\n" + ONA + "\n" + ONA.repeat(10_000) + "\n").getBytes(Charset.forName("windows-1257"));
        assertThat(ReadForm.of("students.csv", notUtf8).files())
                .singleElement()
                .isEqualTo(new ReadFile("students.csv", notUtf8.length, sha256(notUtf8), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void takesEitherEndOfLinesWithAByteOrderMarkAndEmptyLines(String end) {
        String text = "\uFEFF"
                + String.join(end, HEADER, ONA, "", "2,\"Jonas, \"\"Jonukas\"\"\",Žukas,2013-01-31,2013-01-31", "");

        ReadForm read = ReadForm.of("students.csv", text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.findings()).isEmpty();
        assertThat(read.values(RecordKind.IDENTITY, "givenNames")).containsExactly("Ona", "Jonas, \"Jonukas\"");
        assertThat(read.students().get(1).records().get(0).place().line()).isEqualTo(4);
    }

    @Test
    void nothingIsTrimmedOrComposed() {
        ReadForm read = ReadForm.csv(RecordKind.IDENTITY, HEADER, "1,Ona  Marija,Petraite\u0307,2014-05-02,2014-05-02");
        assertThat(read.values(RecordKind.IDENTITY, "givenNames")).containsExactly("Ona  Marija");
        assertThat(read.values(RecordKind.IDENTITY, "familyName")).containsExactly("Petraite\u0307");
    }

    @Test
    void anotherEncodingIsToldWithItsFirstLine() {
        String text = String.join("\n", HEADER, "3,Ana,Abc,2014-05-02,2014-05-02", ONA, "");
        assertUnreadable(ReadForm.of("students.csv", text.getBytes(Charset.forName("windows-1257"))), "MR-L102 3");
        assertUnreadable(ReadForm.of("students.csv", text.getBytes(StandardCharsets.UTF_16)), "MR-L102 1");
        String xml =
                "<register xmlns=\"http://mokiniai.lt/load/1\">\n<student key=\"1\">\n<!-- ė --></student></register>";
        assertUnreadable(ReadForm.of("r.xml", xml.getBytes(Charset.forName("windows-1257"))), "MR-L102 3");
    }

    @Test
    void otherSeparatorsAreTold() {
        assertUnreadable(
                ReadForm.csv(RecordKind.IDENTITY, HEADER.replace(',', ';'), ONA.replace(',', ';')), "MR-L105 1");
        assertUnreadable(ReadForm.csv(RecordKind.IDENTITY, HEADER.replace(',', '\t'), ONA), "MR-L105 1");
    }

    @Test
    void aWrongHeaderIsTold() {
        assertUnreadable(
                ReadForm.csv(RecordKind.IDENTITY, HEADER + ",givenNames", ONA + ",Ona"), "MR-L106 1 givenNames");
        assertUnreadable(
                ReadForm.csv(
                        RecordKind.IDENTITY, HEADER.replace("familyName,", "").replace(",validFrom", "")),
                "MR-L108 1 familyName",
                "MR-L108 1 validFrom");
        assertUnreadable(ReadForm.of("students.csv", new byte[0]), "MR-L112 1");
    }

    /** A forgotten header is a student's data: what it says is in no finding. */
    @Test
    void anUnknownColumnIsToldByItsNumber() {
        ReadForm read = ReadForm.csv(RecordKind.IDENTITY, ONA, JONAS);
        assertUnreadable(read, "MR-L107 1");
        assertThat(read.findings().toString()).doesNotContain("Ona").doesNotContain("Petrait");
        assertThat(read.findings().get(0).text().en()).contains("place 1").contains("givenNames");
    }

    @Test
    void aCsvFileThatIsCutOffAnywhereWithinALineIsTold() {
        String text = String.join("\r\n", HEADER, ONA, "2,\"Jonas\",\"Žukas\",2013-01-31,\"2013-01-31\"", "");
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (cut[length - 1] == '\n' || cut[length - 1] == '\r') {
                continue;
            }
            ReadForm read = ReadForm.of("students.csv", cut);
            assertThat(read.isWhole()).as("cut at " + length).isFalse();
            assertThat(read.told()).as("cut at " + length).hasSize(1).allMatch(told -> told.startsWith("MR-L103"));
        }
    }

    @Test
    void aCsvFileThatIsCutOffWithinTheFirstCharacterOfALineIsTold() {
        byte[] cut = (HEADER + "\n" + ONA + "\nž").getBytes(StandardCharsets.UTF_8);
        assertUnreadable(ReadForm.of("students.csv", Arrays.copyOf(cut, cut.length - 1)), "MR-L103 3");
    }

    @Test
    void anXmlFileThatIsCutOffAnywhereIsTold() {
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <register xmlns="http://mokiniai.lt/load/1">
                  <!-- ė -->
                  <student key="1">
                    <identity givenNames="Ona" familyName="Petrait&#x117;" birthDate="2014-05-02" validFrom="2014-05-02"/>
                  </student>
                </register>
                """;
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        assertThat(ReadForm.of("r.xml", whole).told()).isEmpty();
        int end = text.indexOf("</register>") + "</register>".length();
        for (int length = 1; length < end; length++) {
            ReadForm read = ReadForm.of("r.xml", Arrays.copyOf(whole, length));
            assertThat(read.isWhole()).as("cut at " + length).isFalse();
            assertThat(read.told()).as("cut at " + length).hasSize(1).allMatch(told -> told.startsWith("MR-L103"));
        }
        assertUnreadable(ReadForm.of("r.xml", new byte[0]), "MR-L112 1");
    }

    /** A quotation mark too many would hide the records up to the next one. */
    @Test
    void aQuotationMarkThatIsOpenIsTold() {
        assertUnreadable(
                ReadForm.csv(
                        RecordKind.IDENTITY,
                        HEADER,
                        "1,\"Ona,Petraitė,2014-05-02,2014-05-02",
                        JONAS,
                        "3,\"A\",B,2014-05-02,2014-05-02"),
                "MR-L113 2");
        assertUnreadable(
                ReadForm.csv(RecordKind.IDENTITY, HEADER, "1,Ona,\"Petraitė", JONAS + "\",2014-05-02,2014-05-02"),
                "MR-L113 2");
        assertUnreadable(
                ReadForm.csv(RecordKind.IDENTITY, HEADER, ONA, "1,\"Ona\"x,Petraitė,2014-05-02,2014-05-02", JONAS),
                "MR-L113 3");
        assertUnreadable(
                ReadForm.csv(RecordKind.IDENTITY, HEADER, ONA, "2,\"" + "x".repeat(2_000_000) + "\""), "MR-L113 3");
    }

    @Test
    void filesThatAreNotOfTheFormAreTold() throws IOException {
        assertUnreadable(ReadForm.of("student.csv", HEADER.getBytes(StandardCharsets.UTF_8)), "MR-L104 1");
        assertUnreadable(ReadForm.of(ReadForm.folder()), "MR-L104 1");
        assertUnreadable(ReadForm.of(ReadForm.folder().resolve("students.csv")), "MR-L114 1");
        Path one = ReadForm.file("students.csv", (HEADER + "\n" + ONA + "\n").getBytes(StandardCharsets.UTF_8));
        Path two = ReadForm.file("students.csv", (HEADER + "\n" + JONAS + "\n").getBytes(StandardCharsets.UTF_8));
        assertUnreadable(ReadForm.of(one, two), "MR-L111 1");
    }

    @Test
    void aRecordThatCannotBeReadIsOfItsStudent() {
        ReadForm read = ReadForm.csv(
                RecordKind.IDENTITY,
                HEADER,
                ONA,
                "1,Ona,Petraitė,2014-02-30,2014-05-02",
                "2,Jonas,Žukas,2013-01-31",
                "3,,Žukas,2013-01-31,2013-01-31",
                "4,Rasa,Žukaitė,2013-01-31,2013-01-31");

        assertThat(read.told()).containsExactly("MR-L203 3 birthDate", "MR-L201 4", "MR-L202 5 givenNames");
        assertThat(read.isWhole()).isTrue();
        assertThat(read.students()).extracting(StudentRecords::key).containsExactly("1", "2", "3", "4");
        assertThat(read.students()).extracting(StudentRecords::isWhole).containsExactly(false, false, false, true);
        assertThat(read.students())
                .extracting(student -> student.records().size())
                .containsExactly(1, 0, 0, 1);
        assertThat(read.files().get(0).records()).isEqualTo(5);
    }

    /** Each student may be the one who would be loaded without it, and could not be loaded with it afterwards. */
    @Test
    void aRecordOfWhichNobodyKnowsWhoseItIsKeepsAllFromBeingLoaded() {
        assertUnreadable(ReadForm.csv(RecordKind.IDENTITY, HEADER, ONA, ONA.substring(1)), "MR-L202 3 student");
        assertUnreadable(ReadForm.csv(RecordKind.IDENTITY, HEADER, ONA, "1 " + ONA.substring(1)), "MR-L207 3 student");
        assertUnreadable(
                ReadForm.xml("<student key=\"\"><origin country=\"LT\" validFrom=\"2013-01-31\"/></student>"),
                "MR-L202 2 key");
        assertUnreadable(ReadForm.xml("<student key=\"" + "k".repeat(65) + "\"/>"), "MR-L206 2 key");
    }

    @Test
    void timesAndNumbersAreCheckedToo() {
        ReadForm read = ReadForm.csv(
                RecordKind.GUARDIAN,
                "student,place,givenNames,familyName,relation,validFrom,recordedAt",
                "1,first,Rasa,Petraitienė,MOTHER,2014-05-02,",
                "1,1,Rasa,Petraitienė,MOTHER,2014-05-02,2014-05-02T08:00:00",
                "1,1,Rasa ,Petraitienė,MOTHER,2014-05-02,");
        assertThat(read.told()).containsExactly("MR-L205 2 place", "MR-L204 3 recordedAt", "MR-L207 4 givenNames");
    }

    @Test
    void referenceRecordsThatCannotBeReadAreCounted() {
        Path file = ReadForm.file(
                "licences.csv",
                "institution,programme,validFrom\n190000008,101,2024-02-30\n190000008,101,2024-02-29\n"
                        .getBytes(StandardCharsets.UTF_8));
        try (SortedRecords records =
                SortedRecords.of(List.of(file), Fork.folder("form-work"), record -> {}, finding -> {}, bytes -> {})) {
            assertThat(records.brokenReference()).isEqualTo(1);
            assertThat(records.reference()).hasSize(1);
            assertThat(records.isWhole()).isTrue();
        }
    }

    /** A system that knows no case of letters writes RESULTS.CSV: its students must not be loaded without results. */
    @Test
    void noFileOfAFolderIsPassedByForTheCaseOfItsEnding() throws IOException {
        Path folder = ReadForm.folder();
        Files.writeString(folder.resolve("RESULTS.CSV"), "student\n");
        Files.writeString(folder.resolve("students.csv"), HEADER + "\n" + ONA + "\n");
        assertUnreadable(ReadForm.of(folder), "MR-L104 1");
    }

    /** A value too much moves those behind it: what stands in the place of the key may be another's. */
    @Test
    void ofALineWithTooManyValuesTheKeyIsTakenWhereItStandsFirst() {
        ReadForm read = ReadForm.csv(
                RecordKind.CITIZENSHIP, "country,student,validFrom", "LT,1,2014-05-02", "L,T,2,2014-05-02");
        assertUnreadable(read, "MR-L201 3");
        assertThat(read.students()).extracting(StudentRecords::key).containsExactly("1");
    }

    @Test
    void readsXml() {
        ReadForm read = ReadForm.xml("""
                <programme stateCode="101" nameLt="Pradinis &lt;1&gt;" nameEn="Primary" family="PRIMARY" registered="2008-01-01"/>
                <student key="2"><origin country="LT" motherTongue="" validFrom="2013-01-31"/></student>
                <student key="1">
                  <origin country="LT" validFrom="2013-01-31"/>
                  <identity givenNames="Ona" familyName="Petrait&#x117;" birthDate="2014-05-02" validFrom="2014-05-02"/>
                </student>
                <student key="2"><citizenship country="LT" validFrom="2013-01-31"/></student>""");

        assertThat(read.findings()).isEmpty();
        assertThat(read.reference().get(0).text("nameLt")).isEqualTo("Pradinis <1>");
        assertThat(read.students()).extracting(StudentRecords::key).containsExactly("1", "2");
        assertThat(read.students().get(0).records())
                .extracting(FormRecord::kind, record -> record.place().line())
                .containsExactly(tuple(RecordKind.IDENTITY, 6L), tuple(RecordKind.ORIGIN, 5L));
        assertThat(read.students().get(1).records()).hasSize(2);
        assertThat(read.values(RecordKind.ORIGIN, "motherTongue")).containsOnlyNulls();
    }

    @Test
    void whatMustNotStandInXmlIsTold() {
        String origin = "<origin country=\"LT\" validFrom=\"2013-01-31\"/>";
        assertUnreadable(ReadForm.xml(origin), "MR-L110 2 origin");
        assertUnreadable(ReadForm.xml("<student key=\"1\"><programme/></student>"), "MR-L110 2 programme");
        assertUnreadable(ReadForm.xml("<student key=\"1\">" + origin + "x</student>"), "MR-L110 2");
        assertUnreadable(ReadForm.xml("<student key=\"1\" name=\"x\">" + origin + "</student>"), "MR-L110 2 name");
        assertUnreadable(ReadForm.xml("<x:a xmlns:x=\"urn:x\"><x:b/></x:a>"), "MR-L110 2 a");
        assertUnreadable(ReadForm.of("r.xml", "<register/>".getBytes(StandardCharsets.UTF_8)), "MR-L110 1 register");
        assertUnreadable(ReadForm.xml("<student key=\"1\"></studen>"), "MR-L109 2");
        assertUnreadable(
                ReadForm.of(
                        "r.xml", "<!DOCTYPE register [<!ENTITY a 'b'>]><register/>".getBytes(StandardCharsets.UTF_8)),
                "MR-L109 1");
        assertUnreadable(ReadForm.xml("<!--" + "x".repeat(2_000_000) + "-->"), "MR-L206 2");
    }

    @Test
    void aWrongRecordInXmlIsOfItsStudent() {
        ReadForm read = ReadForm.xml("""
                <student key="1"><origin country="LT" student="1" validFrom="2013-01-31"/></student>
                <student key="2"><origin country="LIT" validFrom="2013-01-31"/></student>
                <student key="3"><origin country="LT" validFrom="2013-01-31"/></student>""");
        assertThat(read.told()).containsExactly("MR-L110 2 student", "MR-L206 3 country");
        assertThat(read.isWhole()).isTrue();
        assertThat(read.students()).extracting(StudentRecords::key).containsExactly("1", "2", "3");
        assertThat(read.students()).extracting(StudentRecords::isWhole).containsExactly(false, false, true);
    }

    /** A student with records without end is a mistake, and must not fill the memory. */
    @Test
    void aStudentWithTooManyRecordsIsToldAndCut() {
        Stream<String> lines =
                IntStream.rangeClosed(0, SortedRecords.MOST_OF_A_STUDENT).mapToObj(i -> "1,LT,2014-05-02");
        String[] all = Stream.concat(Stream.of("student,country,validFrom", "0,LT,2014-05-02"), lines)
                .toArray(String[]::new);
        Path file = ReadForm.file("citizenships.csv", (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
        List<Finding> findings = new ArrayList<>();
        List<StudentRecords> students = new ArrayList<>();

        try (SortedRecords records =
                SortedRecords.of(List.of(file), Fork.folder("form-work"), record -> {}, findings::add, bytes -> {})) {
            records.forEachStudent(students::add);
            assertThat(records.students()).isEqualTo(2);
        }

        assertThat(findings).singleElement().extracting(Finding::code).isEqualTo("MR-L208");
        assertThat(students).extracting(StudentRecords::isWhole).containsExactly(true, false);
        assertThat(students.get(1).records()).hasSize(SortedRecords.MOST_OF_A_STUDENT);
    }

    /** They are kept in memory, as those of students are not. */
    @Test
    void tooManyRecordsOfOtherRegistersAreToldOnceAndNothingIsLoaded() {
        Stream<String> lines = IntStream.rangeClosed(0, SortedRecords.MOST_OF_REFERENCE)
                .mapToObj(i -> "191000018," + i + ",2014-05-02");
        String all = Stream.concat(Stream.of("institution,programme,validFrom"), lines)
                .collect(Collectors.joining("\n", "", "\n"));

        ReadForm read = ReadForm.of(ReadForm.file("licences.csv", all.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.told()).containsExactly("MR-L115 200002");
        assertThat(read.isWhole()).isFalse();
        assertThat(read.reference()).hasSize(SortedRecords.MOST_OF_REFERENCE);
    }

    @Test
    void tenThousandMistakesAreTenThousandFindings() {
        String[] lines = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> i == 0 ? "student,country,validFrom" : i + ",LIT,2014-05-02")
                .toArray(String[]::new);
        ReadForm read = ReadForm.csv(RecordKind.CITIZENSHIP, lines);
        assertThat(read.findings())
                .hasSize(10_000)
                .allMatch(finding -> finding.code().equals("MR-L206"));
        assertThat(read.students()).hasSize(10_000).noneMatch(StudentRecords::isWhole);
    }

    @Test
    void bytesAreCountedOverAllFiles() {
        Path one = ReadForm.file("students.csv", (HEADER + "\n" + ONA + "\n").getBytes(StandardCharsets.UTF_8));
        Path two = ReadForm.file("origins.csv", "student,validFrom\n1,2014-05-02\n".getBytes(StandardCharsets.UTF_8));
        List<Long> counts = new ArrayList<>();
        try (SortedRecords records = SortedRecords.of(
                List.of(one, two), Fork.folder("form-work"), record -> {}, finding -> {}, counts::add)) {
            assertThat(records.records()).isEqualTo(2);
        }
        assertThat(counts).isSorted().last().isEqualTo(SortedRecords.size(List.of(one, two)));
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsToldWithoutAnyData() {
        Path file = ReadForm.file(
                "students.csv", (HEADER + "\n" + ONA + "\n" + JONAS + "\n").getBytes(StandardCharsets.UTF_8));
        SortedLines lines = new SortedLines(() -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE), 10);
        assertThatThrownBy(() -> SortedRecords.of(List.of(file), lines, record -> {}, finding -> {}, bytes -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageNotContaining("Ona");
    }

    private static void assertUnreadable(ReadForm read, String... told) {
        assertThat(read.told()).containsExactly(told);
        assertThat(read.isWhole()).isFalse();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
