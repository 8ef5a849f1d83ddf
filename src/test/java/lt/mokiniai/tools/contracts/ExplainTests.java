package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lt.mokiniai.architecture.Documents;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainTests {

    private static final String EXAMPLE = ContractText.EXAMPLE.toString();
    private static final Path DOCUMENT = Path.of("docs/contracts.md");
    private static final String BEGIN = "<!-- contract explain: begin -->\n";
    private static final String END = "<!-- contract explain: end -->";

    @TempDir
    private Path folder;

    @Test
    void saysInBothLanguagesWhatAContractAllows() {
        Outcome outcome = explain(EXAMPLE);

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("**Tikslas**: Koordinuotai teikti", "**Purpose**: To coordinate educational support")
                .contains("(įvardija duomenis MR-5)", "(names the items MR-5)")
                .contains("| MR-5.1 | specialių kategorijų asmens duomenys / special category |")
                .contains("`student/specialNeeds/group`")
                .contains("Duomenys, pagal kuriuos galima klausti / Data items that may be asked by", "| MR-8.1 |")
                .contains(
                        "savivaldybė – 19 Kauno m. sav. (klasifikatorius MUNICIPALITY); amžius tą dieną, apie kurią klausiama (metais) – nuo 3 iki 17")
                .contains("messages a minute: 30; messages a day: 500; different students a calendar month: 1000")
                .contains(
                        "**Required headers**: userId (on whose behalf it is asked), issue (the case or application)",
                        "**The student sees the use**: after 30 days")
                .contains("**Restrictions of disclosure that are named**: COURT")
                .doesNotContain("student/identity/foreignerId");
    }

    @Test
    void speaksOneLanguageWhenAskedTo() {
        assertThat(explain(EXAMPLE, "--lang", "lt").out())
                .contains("| Nr. | Jautrumas | Duomenų elementas | Kelias |", "Asmens kodas.")
                .doesNotContain("Personal code", "Purpose");
        assertThat(explain(EXAMPLE, "--lang", "en").out())
                .contains("| No. | Sensitivity | Data item | Path |", "Personal code.")
                .doesNotContain("Asmens kodas", "Tikslas");
        assertThat(explain(EXAMPLE, "--lang", "de").code()).isEqualTo(2);
    }

    @Test
    void saysWhetherItIsInForceOnADay() {
        String suspended = ContractText.written(folder, "s.xml", ContractText.changed("\"in-force\"", "\"suspended\""));

        assertThat(explain(EXAMPLE, "--day", "2026-09-01").out()).contains("2026-09-01 (in Vilnius)**: in force");
        assertThat(explain(EXAMPLE, "--day", "2026-08-31").out()).contains("**: not yet in force");
        assertThat(explain(EXAMPLE, "--day", "2028-09-01").out()).contains("**: no longer in force: its term is over");
        assertThat(explain(suspended, "--day", "2026-09-01").out()).contains("**: not in force: suspended");
    }

    @Test
    void explainsEveryKind() {
        assertThat(explain("contracts/MR-2026-005-school.xml").out())
                .contains(
                        "COURT Teismo sprendimas",
                        "ADOPTION Secrecy of adoption, COURT Court decision, PROTECTED Protected person");
        assertThat(explain(begun("supply")).out())
                .contains(
                        "the supplier calls the register", "the supplier is the source of: ", "student/guardian/email");
        assertThat(explain(begun("request")).out()).contains("Number of students that the request names**: 1");
        assertThat(explain(begun("processing")).out()).contains("leave to process data", "institution 190000905");
    }

    @Test
    void writesAPageThatStandsAlone() throws Exception {
        Path page = folder.resolve("annex.html");

        Outcome outcome = explain(EXAMPLE, "--html", page.toString());

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("@page { size: A4", "<html lang=\"lt\">", "MR-5.1", "Asmens kodas.", "Personal code.")
                .doesNotContain(" th:", "<script", "http://", "https://");
        assertThat(explain(EXAMPLE, "--html", "-", "--lang", "en").out())
                .contains("<html lang=\"en\">", "Personal code.")
                .doesNotContain("Asmens kodas");
    }

    /** In narrow columns a word keeps together: a path may break after a stroke, a digest anywhere, and nothing else. */
    @Test
    void theAnnexBreaksNoWordAndHasAPlaceForDateAndSignatures() throws Exception {
        String page = explain(EXAMPLE, "--html", "-").out();
        byte[] file = Files.readAllBytes(Path.of(EXAMPLE));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

        assertThat(page)
                .contains("student/<wbr>identity/<wbr>personalCode")
                .doesNotContain("overflow-wrap: anywhere", "word-break", "hyphens")
                .containsOnlyOnce("overflow-wrap: break-word");
        assertThat(page).contains("Rinkmenos SHA-256 santrauka", "SHA-256 of the file", digest);
        assertThat(page)
                .contains("Registro vardu", "For the register", "Šalies vardu: ", "For the party: ")
                .contains("Parašas<", "Signature<", "Data<", "Date<");
        assertThat(explain(EXAMPLE, "--html", "-", "--lang", "lt").out())
                .contains("Registro vardu", "Data<", digest)
                .doesNotContain("For the register", ">Date<");
        assertThat(explain(EXAMPLE, "--json").out()).contains("\"digest\" : \"" + digest + "\"");
    }

    @Test
    void theAnnexGivesCodesWithTheirMeaning() {
        assertThat(explain(EXAMPLE, "--html", "-").out())
                .contains("19 Kauno m. sav.", "19 Kaunas City Municipality", "COURT Teismo sprendimas")
                .contains(
                        "provision – duomenų teikimo sutartis",
                        "userId (kieno vardu klausiama), issue (byla arba prašymas)");
    }

    @Test
    void letsNoTextOfAContractBecomeMarkup() {
        String hostile = ContractText.written(
                folder,
                "hostile.xml",
                ContractText.changed(
                        "To coordinate", "&lt;script&gt;alert(1)&lt;/script&gt; ![x](y) &lt;b title='&amp;'&gt; To"));

        assertThat(explain(hostile, "--html", "-").out())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<b ");
        assertThat(explain(hostile).out()).contains("\\<script\\>").doesNotContain(": <script", "![x]");
    }

    @Test
    void printsJson() {
        JsonNode annex = JsonMapper.shared().readTree(explain(EXAMPLE, "--json").out());

        JsonNode grant = annex.get("grants").get(1);
        assertThat(annex.get("id").asString()).isEqualTo("MR-2026-900");
        assertThat(grant.get("operation").asString()).isEqualTo("students/v1/findStudents");
        assertThat(grant.get("shows").get(1).get("number").asString()).isEqualTo("MR-1.4");
        assertThat(grant.get("shows").get(1).get("sensitivity").asString()).isEqualTo("personal");
        assertThat(grant.get("asks").get(1).get("path").asString()).isEqualTo("criteria/classLevel");
        assertThat(grant.get("terms").get(0).get("key").asString()).isEqualTo("population");
        assertThat(grant.get("terms").get(0).get("values").get(0).get("lt").asString())
                .contains("mokosi tą dieną, apie kurią klausiama");
    }

    @Test
    void saysWhatMayBeSetAndWhoMayActForTheParty() {
        String writing = "src/test/resources/contracts/sound-writing/contract.xml";
        Outcome outcome = explain(writing);

        assertThat(outcome.out())
                .contains("Duomenys, kuriuos galima įrašyti / Data items that may be set:")
                .contains("`stage/className`", "`term/movement/reason`")
                .doesNotContain("`stage/funding`", "may be asked by")
                .contains("**Another party may act for this one by**: enrolments/v1/enrolStudent, enrolments/v1/");
        assertThat(explain(writing, "--html", "-").out()).contains("Data items that may be set");
        assertThat(JsonMapper.shared()
                        .readTree(explain(writing, "--json").out())
                        .get("grants")
                        .get(1)
                        .get("writes")
                        .get(0)
                        .get("path")
                        .asString())
                .isEqualTo("from");
        assertThat(explain("src/test/resources/contracts/sound-supply/contract.xml")
                        .out())
                .contains("student/identity/familyName (students with a personal code)");
    }

    @Test
    void tellsTheProblemsOfAContractThatIsNotSound() {
        Outcome outcome = explain("src/test/resources/contracts/missing-id/contract.xml");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("contract.xml:2: <contract> lacks the attribute id");
        assertThat(explain("no-such.xml").code()).isEqualTo(2);
    }

    @Test
    void printsProblemsAsJson() {
        Outcome outcome = explain("src/test/resources/contracts/missing-id/contract.xml", "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .get("problems")
                        .get(0)
                        .get("line")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void theAnnexInTheDocumentIsWhatItPrints() throws Exception {
        String document = Files.readString(DOCUMENT);
        String annex = explain(EXAMPLE, "--day", "2026-11-26").out();
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        String expected = document.substring(0, begin)
                // Its headings stand below those of the document.
                + annex.replaceAll("(?m)^#", "###")
                + document.substring(document.indexOf(END));

        Documents.check(DOCUMENT, expected);
        assertThat(document).contains(ContractText.example().strip());
    }

    private static Outcome explain(String... words) {
        List<String> all = new ArrayList<>(List.of("contract", "explain"));
        all.addAll(List.of(words));
        return Commands.run(all.toArray(String[]::new));
    }

    private String begun(String kind) {
        return ContractText.written(folder, kind + ".xml", NewTests.filled(NewTests.begin(kind)));
    }
}
