package lt.mokiniai.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lt.mokiniai.command.Commands;
import lt.mokiniai.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffTests {

    private static final String EXAMPLE = ContractText.EXAMPLE.toString();

    @TempDir
    private Path folder;

    @Test
    void saysNothingOfTwoContractsThatSayTheSame() {
        String sameWords = ContractText.written(
                folder, "same.xml", ContractText.changed("<grants>", "<!-- another comment -->\n\n<grants>"));

        Outcome outcome = Commands.run("contract", "diff", EXAMPLE, sameWords);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(Commands.run("contract", "diff", "--json", EXAMPLE, sameWords)
                        .out()
                        .strip())
                .isEqualTo("[ ]");
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
                "<municipality>19</municipality> | <municipality>19</municipality><municipality>21</municipality> | + population: municipality: 19 → 19 or 21",
                "<municipality>19</municipality> | <municipality>21</municipality> | ~ population: municipality: 19 → 21",
                "<years>2</years> | <years>3</years> | + depth: 2 years → 3 years",
                "<years>2</years> | <current/> | - depth: 2 years → current",
                "<years>2</years> | <since>2020-01-01</since> | ~ depth: 2 years → since 2020-01-01",
                "largest=\"100\" | largest=\"40\" | - largest batch: 50 → 40",
                "perMinute=\"30\" | perMinute=\"60\" | + messages a minute: 30 → 60",
                "<messages perDay=\"50\"/> | '' | + messages a day: 50 → not bounded",
                "distinctPerMonth=\"1000\" | distinctPerMonth=\"900\" | - different pupils a month: 1000 → 900",
                "<repeatedLooks perDay=\"5\"/> | <repeatedLooks perDay=\"4\"/> | - looks a day without an alarm: 5 → 4",
                "shownAs=\"reasons\" | shownAs=\"absent\" | - reasons of absence: yes → no",
                "days=\"30\" | days=\"31\" | + days until the pupil sees the use: 30 → 31",
                "<issue/> | '' | + requires issue: yes → no",
                "<restriction>COURT</restriction> | <restriction>ADOPTION</restriction> | + restriction: ADOPTION",
            })
    void saysOfEachChangeWhetherItWidensOrNarrows(String piece, String other, String line) {
        String newer = ContractText.written(folder, "newer.xml", ContractText.changed(piece, other));

        Outcome outcome = Commands.run("contract", "diff", EXAMPLE, newer);

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).contains("  " + line);
    }

    @Test
    void namesEachItemOfAGrantThatIsNew() {
        String text = ContractText.example();
        String without = text.replaceAll("(?s)<grant [^>]*findStudents.*?</grant>", "");
        String older = ContractText.written(folder, "older.xml", without);

        assertThat(Commands.run("contract", "diff", older, EXAMPLE).out())
                .contains("students/v1/findStudents\n", "  + granted: no → yes")
                .contains("  + shows: student/identity/givenNames (MR-1.4, personal)")
                .contains("  + asks by: criteria/institution (MR-8.1, personal)");
    }

    @Test
    void printsDifferencesAsJson() {
        String newer = ContractText.written(folder, "newer.xml", ContractText.changed("<years>2<", "<years>1<"));

        Outcome outcome = Commands.run("contract", "diff", "--json", EXAMPLE, newer);

        JsonNode difference = JsonMapper.shared().readTree(outcome.out()).get(0);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(difference.get("where").asString()).isEqualTo("students/v1/getStudent");
        assertThat(difference.get("what").asString()).isEqualTo("depth");
        assertThat(difference.get("before").asString()).isEqualTo("2 years");
        assertThat(difference.get("after").asString()).isEqualTo("1 years");
        assertThat(difference.get("effect").asString()).isEqualTo("NARROWS");
    }

    @Test
    void doesNotCompareWhatIsNotSound() {
        Outcome outcome =
                Commands.run("contract", "diff", EXAMPLE, "src/test/resources/contracts/missing-id/contract.xml");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("Attribute 'id' must appear");
        assertThat(Commands.run("contract", "diff", EXAMPLE).code()).isEqualTo(2);
        assertThat(Commands.run("contract", "diff", EXAMPLE, "no-such.xml").code())
                .isEqualTo(2);
    }
}
