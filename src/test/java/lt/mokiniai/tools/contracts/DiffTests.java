package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffTests {

    private static final String EXAMPLE = ContractText.EXAMPLE.toString();
    private static final String BROKEN = "src/test/resources/contracts/missing-id/contract.xml";

    @TempDir
    private Path folder;

    @Test
    void saysNothingOfTwoContractsThatSayTheSame() {
        String sameWords = ContractText.written(
                folder, "same.xml", ContractText.changed("<grants>", "<!-- another comment -->\n\n<grants>"));

        Outcome outcome = Commands.run("contract", "diff", EXAMPLE, sameWords);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        JsonNode none = json("--json", EXAMPLE, sameWords);
        assertThat(none.get("warnings")).isEmpty();
        assertThat(none.get("differences")).isEmpty();
    }

    /** Each piece of the example, what it becomes, and the line that must be said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=\"in-force\" | status=\"suspended\" | - suspended: no → yes",
                "from=\"2026-09-01\" | from=\"2026-08-01\" | + from: 2026-09-01 → 2026-08-01",
                "until=\"2028-08-31\" | until=\"2028-08-30\" | - until: 2028-08-31 → 2028-08-30",
                "version=\"1\" kind | version=\"2\" kind | ~ version: 1 → 2",
                "CN=child-welfare, | CN=other, | + certificate: CN=other, O=Pavyzdys Municipality, C=LT; issued by CN=Demo CA, O=Pupils' Register demo, C=LT",
                "To coordinate educational | To follow educational | ~ purpose: Koordinuotai",
                "<act items=\"MR-5\"> | <act items=\"MR-5 MR-6\"> | ~ legal basis to receive, act: – → Bendrojo",
                "keepMonths=\"24\" | keepMonths=\"25\" | + months of keeping: 24 → 25",
                "handOn=\"false\" | handOn=\"true\" | + may be handed on: no → yes",
                "<except path=\"foreignerId\"/> | <except path=\"birthDate\"/> | + shows: student/identity/foreignerId (MR-1.3, personal)",
                "<except path=\"foreignerId\"/> | <except path=\"birthDate\"/> | - shows: student/identity/birthDate (MR-1.6, personal)",
                "<item path=\"criteria/classLevel\"/> | '' | - asks by: criteria/classLevel (MR-10.5, personal)",
                "<age from=\"3\" to=\"17\"/> | <age from=\"3\" to=\"18\"/> | + population: age: 3 to 17 → 3 to 18",
                "<age from=\"3\" to=\"17\"/> | <age from=\"4\" to=\"18\"/> | ~ population: age: 3 to 17 → 4 to 18",
                "<age from=\"3\" to=\"17\"/> | '' | + population: age: 3 to 17 → any",
                "<enrolled>true</enrolled> | <enrolled>false</enrolled> | ~ population: enrolled: true → false",
                "<level from=\"1\" to=\"10\"/> | <founderKind>10</founderKind><level from=\"1\" to=\"10\"/> | - population: founder kind: any → 10",
                "<municipality>19</municipality> | <municipality>19</municipality><municipality>21</municipality> | + population: municipality: 19 Kaunas City Municipality → 19 Kaunas City Municipality or 21 Klaipėda City Municipality",
                "<municipality>19</municipality> | <municipality>21</municipality> | ~ population: municipality: 19 Kaunas City Municipality → 21 Klaipėda City Municipality",
                "<years>2</years> | <years>3</years> | + depth: 2 years → 3 years",
                "<years>2</years> | <current/> | - depth: 2 years → current",
                "<years>2</years> | <since>2020-01-01</since> | ~ depth: 2 years → since 2020-01-01",
                "largest=\"100\" | largest=\"40\" | - largest batch: 50 → 40",
                "perMinute=\"30\" | perMinute=\"60\" | + messages a minute: 30 → 60",
                "<messages perDay=\"50\"/> | '' | + messages a day: 50 → not bounded",
                "distinctPerMonth=\"1000\" | distinctPerMonth=\"900\" | - different students a month: 1000 → 900",
                "<repeatedLooks perDay=\"5\"/> | <repeatedLooks perDay=\"4\"/> | - looks a day without an alarm: 5 → 4",
                "shownAs=\"reasons\" | shownAs=\"absent\" | - reasons of absence: yes → no",
                "days=\"30\" | days=\"31\" | + days until the student sees the use: 30 → 31",
                "<issue/> | '' | + requires issue: yes → no",
                "<restriction>COURT</restriction> | <restriction>ADOPTION</restriction> | + may see residence, school and guardians of students under the restriction ADOPTION Secrecy of adoption: no → yes",
                "<restriction>COURT</restriction> | '' | - may see residence, school and guardians of students under the restriction COURT Court decision: yes → no",
            })
    void saysOfEachChangeWhetherItWidensOrNarrows(String piece, String other, String line) {
        String newer = ContractText.written(folder, "newer.xml", ContractText.changed(piece, other));

        Outcome outcome = Commands.run("contract", "diff", EXAMPLE, newer);

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).contains("  " + line);
    }

    @Test
    void namesEachItemAndEveryBoundOfAGrantThatIsNew() {
        Outcome outcome = Commands.run("contract", "diff", withoutTheSearch(), EXAMPLE);

        assertThat(outcome.out())
                .contains("students/v1/findStudents\n", "  + granted: no → yes")
                .contains("  + shows: student/identity/givenNames (MR-1.4, personal)")
                .contains("  + asks by: criteria/institution (MR-8.1, personal)")
                .contains("  + Population: students of whom all this holds: declared residence in municipality 19")
                .contains("  + Depth: the current state alone")
                .contains("  + Delivery: by list, search or page (at most 50 students a message)")
                .contains("  + Quota: at most: messages a day: 50")
                .contains("  + Required headers: userId")
                .contains("  + Restrictions of disclosure that are named: none: residence, school and guardians")
                .contains("  + What is left out of an answer: is not shown")
                .contains("  + A pseudonym instead of the personal code: no")
                .contains("  + The student sees the use: at once");
    }

    @Test
    void saysWhatMoreOrLessMayBeSetAndWhoMayActForTheParty() throws IOException {
        Path older = Path.of("src/test/resources/contracts/sound-writing/contract.xml");
        String newer = ContractText.written(
                folder,
                "newer.xml",
                Files.readString(older)
                        .replace("<except path=\"funding\"/>", "<except path=\"language\"/>")
                        .replace("operation=\"interruptEnrolment\"/>", "operation=\"correctEnrolment\"/>"));

        assertThat(Commands.run("contract", "diff", older.toString(), newer).out())
                .contains("  + sets: stage/funding (MR-11, personal)", "  - sets: stage/language (MR-10.3, personal)")
                .contains("+ another party may call: enrolments/v1/correctEnrolment")
                .contains("- another party may call: enrolments/v1/interruptEnrolment")
                .doesNotContain("asks by");
    }

    @Test
    void saysOfANewGrantThatNothingBoundsIt() {
        String newer = ContractText.written(
                folder,
                "newer.xml",
                ContractText.changed(
                        "</grants>",
                        "<grant service=\"students\" version=\"v1\" operation=\"resolveStudents\"><fields>"
                                + "<item path=\"result/student/identity/givenNames\"/></fields><population><everyone/></population>"
                                + "<depth><since>2010-01-01</since></depth><delivery><batch largest=\"100\"/></delivery>"
                                + "<restriction>COURT</restriction></grant></grants>"));

        assertThat(Commands.run("contract", "diff", EXAMPLE, newer).out())
                .contains("  + Population: every student of the register")
                .contains("  + Depth: history back to 2010-01-01")
                .contains("  + Quota: not bounded")
                .contains("  + asks by: no item that needs leave")
                .contains(
                        "  + may see residence, school and guardians of students under the restriction COURT Court decision: no → yes")
                .doesNotContain("Restrictions of disclosure that are named");
    }

    @Test
    void saysEveryBoundOfAGrantThatIsTakenAwayInJsonToo() {
        String without = withoutTheSearch();

        assertThat(Commands.run("contract", "diff", EXAMPLE, without).out())
                .contains("  - granted: yes → no", "  - Depth: the current state alone");
        JsonNode depth = json("--json", EXAMPLE, without)
                .get("differences")
                .valueStream()
                .filter(difference ->
                        difference.get("what").get("en").asString().equals("Depth"))
                .findFirst()
                .orElseThrow();
        assertThat(depth.get("before").get("lt").asString()).isEqualTo("tik šios dienos būklė");
        assertThat(depth.get("after").get("en").asString()).isEqualTo("–");
        assertThat(depth.get("effect").asString()).isEqualTo("NARROWS");
    }

    /** A code says nothing to whoever does not know its list. */
    @Test
    void namesTheValuesOfCodeListsAndTheKindInBothLanguages() {
        String newer = ContractText.written(
                folder,
                "newer.xml",
                ContractText.example()
                        .replace("kind=\"provision\"", "kind=\"processing\"")
                        .replaceAll(
                                "(?s)<population>.*?</population>",
                                "<population><institution kind=\"LEGAL_ENTITY\">190000905</institution><founderKind>20</founderKind>"
                                        + "<programmeFamily>PRIMARY</programmeFamily><citizenship>UA</citizenship>"
                                        + "</population>"));

        assertThat(Commands.run("contract", "diff", EXAMPLE, newer).out())
                .contains(
                        "kind: provision – data provision contract: repeated reading by a recipient →"
                                + " processing – leave to process data",
                        "founder kind: any → 20 ",
                        "programme family: any → PRIMARY ",
                        "citizenship: any → UA Ukraine");
        assertThat(Commands.run("contract", "diff", "--lang", "lt", EXAMPLE, newer)
                        .out())
                .contains("provision – duomenų teikimo sutartis", "20 Savivaldyb", "UA Ukraina", "19 Kauno m. sav.");
    }

    @Test
    void speaksLithuanian() {
        String newer = ContractText.written(
                folder, "newer.xml", ContractText.changed("<restriction>COURT</restriction>", "<!-- -->"));

        assertThat(Commands.run("contract", "diff", "--lang", "lt", EXAMPLE, newer)
                        .out())
                .contains(
                        "  - mato mokinių, kuriems taikomas apribojimas „COURT Teismo sprendimas“, gyvenamąją vietą, mokyklą ir atstovus: taip → ne")
                .contains("! abiejų redakcija – 1; pakeistam tekstui reikia naujos redakcijos");
        assertThat(Commands.run("contract", "diff", "--lang", "lt", withoutTheSearch(), EXAMPLE)
                        .out())
                .contains("  + Istorijos gylis: tik šios dienos būklė");
        assertThat(Commands.run("contract", "diff", "--lang", "de", EXAMPLE, newer)
                        .err())
                .contains("there is no language 'de'; lt or en");
    }

    @Test
    void warnsWhereAChangedTextHasNoNewVersion() {
        String text = ContractText.changed("<years>2<", "<years>1<");
        String same = ContractText.written(folder, "same.xml", text);
        String second =
                ContractText.written(folder, "second.xml", text.replace("version=\"1\" kind", "version=\"2\" kind"));
        String other = ContractText.written(folder, "other.xml", text.replace("MR-2026-900", "MR-2026-901"));

        assertThat(Commands.run("contract", "diff", EXAMPLE, same).out())
                .startsWith("! both say version 1; a changed text needs a new version\n");
        assertThat(Commands.run("contract", "diff", second, EXAMPLE).out())
                .startsWith("! the new one says version 1, which is below 2 of the old one;");
        assertThat(Commands.run("contract", "diff", EXAMPLE, second).out()).doesNotContain("!");
        assertThat(Commands.run("contract", "diff", EXAMPLE, other).out()).doesNotContain("!");
        assertThat(json("--json", EXAMPLE, same)
                        .get("warnings")
                        .get(0)
                        .get("en")
                        .asString())
                .startsWith("both say version 1");
    }

    @Test
    void printsDifferencesAsJson() {
        String newer = ContractText.written(folder, "newer.xml", ContractText.changed("<years>2<", "<years>1<"));

        JsonNode difference = json("--json", EXAMPLE, newer).get("differences").get(0);

        assertThat(difference.get("where").asString()).isEqualTo("students/v1/getStudent");
        assertThat(difference.get("what").get("en").asString()).isEqualTo("depth");
        assertThat(difference.get("before").get("en").asString()).isEqualTo("2 years");
        assertThat(difference.get("after").get("lt").asString()).isEqualTo("metų – 1");
        assertThat(difference.get("effect").asString()).isEqualTo("NARROWS");
    }

    @Test
    void printsAsJsonWhyAContractIsNotSound() {
        JsonNode problem = json("--json", EXAMPLE, BROKEN).get("problems").get(0);

        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("file").asString()).isEqualTo(BROKEN);
    }

    @Test
    void doesNotCompareWhatIsNotSound() {
        Outcome outcome = Commands.run("contract", "diff", EXAMPLE, BROKEN);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("<contract> lacks the attribute id");
        assertThat(Commands.run("contract", "diff", EXAMPLE).code()).isEqualTo(2);
        assertThat(Commands.run("contract", "diff", EXAMPLE, "no-such.xml").code())
                .isEqualTo(2);
        assertThat(Commands.run("contract", "diff", EXAMPLE, "contracts").err())
                .contains("contracts is a folder; name one file in it, such as contracts/MR-2026-001-benefits.xml");
    }

    private String withoutTheSearch() {
        return ContractText.written(
                folder, "older.xml", ContractText.example().replaceAll("(?s)<grant [^>]*findStudents.*?</grant>", ""));
    }

    private static JsonNode json(String... words) {
        return JsonMapper.shared()
                .readTree(Commands.run(Stream.concat(Stream.of("contract", "diff"), Stream.of(words))
                                .toArray(String[]::new))
                        .out());
    }
}
