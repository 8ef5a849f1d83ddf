package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTests {

    private static final String BROKEN = "src/test/resources/contracts/missing-id/contract.xml";

    @TempDir
    private Path folder;

    @Test
    void saysOfEachFileThatItIsSound() {
        Outcome outcome = Commands.run("contract", "check", "contracts");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("contracts/MR-2026-002-municipality.xml: sound, MR-2026-002 version 1, provision");
    }

    @Test
    void tellsEachProblemWithItsFileLineAndRemedy() {
        Outcome outcome = Commands.run("contract", "check", BROKEN);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().strip())
                .isEqualTo(BROKEN + ":2: <contract> lacks the attribute id. Write id=\"…\"."
                        + " Number of the contract, such as MR-2026-014 [MR-C209]");
    }

    @Test
    void tellsEachProblemInLithuanianWhenAsked() {
        assertThat(Commands.run("contract", "check", "--lang", "lt", BROKEN)
                        .out()
                        .strip())
                .isEqualTo(BROKEN + ":2: elementui <contract> trūksta atributo id. Parašykite id=\"…\"."
                        + " Sutarties numeris, pavyzdžiui, MR-2026-014 [MR-C209]");
        assertThat(Commands.run("contract", "check", "--lang", "lt", "contracts")
                        .out())
                .contains("contracts/MR-2026-002-municipality.xml: tvarkinga, MR-2026-002, redakcija 1, provision");
        Outcome other = Commands.run("contract", "check", "--lang", "fr", BROKEN);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("there is no language 'fr'; lt or en");
    }

    @Test
    void checksSeveralFilesAsOneSet() {
        String copy = ContractText.written(folder, "copy.xml", ContractText.example());

        assertThat(Commands.run("contract", "check", copy).code()).isZero();
        Outcome both = Commands.run("contract", "check", ContractText.EXAMPLE.toString(), copy);
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.out())
                .contains("has the id MR-2026-900 too", "grants students/v1/getStudent to the same client");
    }

    @Test
    void countsAFileThatIsNamedTwiceOnce() {
        assertThat(Commands.run("contract", "check", "docs/contracts", "./docs/contracts/MR-2026-900.xml")
                        .code())
                .isZero();
    }

    @Test
    void printsProblemsAsJson() {
        JsonNode problems = JsonMapper.shared()
                .readTree(Commands.run("contract", "check", "--json", BROKEN).out());

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).get("severity").asString()).isEqualTo("ERROR");
        assertThat(problems.get(0).get("file").asString()).isEqualTo(BROKEN);
        assertThat(problems.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(problems.get(0).get("code").asString()).isEqualTo("MR-C209");
        assertThat(problems.get(0).at("/lt/what").asString()).isEqualTo("elementui <contract> trūksta atributo id");
        assertThat(problems.get(0).at("/en/what").asString()).isEqualTo("<contract> lacks the attribute id");
        assertThat(problems.get(0).at("/lt/remedy").asString()).contains("pavyzdžiui, MR-2026-014");
        assertThat(problems.get(0).at("/en/remedy").asString()).contains("such as MR-2026-014");
        assertThat(JsonMapper.shared()
                        .readTree(Commands.run("contract", "check", "--json", "contracts")
                                .out()))
                .isEmpty();
    }

    @Test
    void warnsOfWhatBesideAPseudonymMaySayWhoAPersonIs() throws Exception {
        String fixture = "src/test/resources/contracts/sound-pseudonym/";
        String contract = fixture + "contract.xml";

        Outcome outcome = Commands.run("contract", "check", contract);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(2)
                .last()
                .isEqualTo("warning: " + fixture
                        + Files.readString(Path.of(fixture, "warnings.txt")).strip());
        assertThat(Commands.run("contract", "check", "--lang", "lt", contract)
                        .out()
                        .lines())
                .last()
                .isEqualTo("įspėjimas: " + fixture
                        + Files.readString(Path.of(fixture, "warnings.lt.txt")).strip());
        JsonNode told = JsonMapper.shared()
                .readTree(Commands.run("contract", "check", "--json", contract).out());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("severity").asString()).isEqualTo("WARNING");
        assertThat(told.get(0).get("code").asString()).isEqualTo("MR-C701");
    }

    @Test
    void takesAWrongPathForWrongUsage() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Outcome missing = Commands.run("contract", "check", "no-such.xml");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no file no-such.xml");
        assertThat(Commands.run("contract", "check", empty.toString()).err()).contains("holds no contract (*.xml)");
        assertThat(Commands.run("contract", "check").code()).isEqualTo(2);
    }
}
