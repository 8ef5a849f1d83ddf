package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Source;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import lt.mokiniai.tools.contracts.terminal.TerminalPrompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewTests {

    private static final String[] GETS_AND_FINDS = {"students/v1/getStudent", "students/v1/findStudents"};

    @TempDir
    private Path folder;

    /** The skeleton of a kind, with grants of two operations. */
    static String begin(String kind) {
        Outcome outcome = Commands.run(
                "contract",
                "new",
                "--kind",
                kind,
                "--party",
                "190000905",
                "--client",
                "LT-DEMO/GOV/190000905/child-welfare",
                "--from",
                "2026-09-01",
                "--operation",
                GETS_AND_FINDS[0],
                "--operation",
                GETS_AND_FINDS[1]);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome.out();
    }

    /** What a lawyer must fill in before a check passes. */
    static String filled(String skeleton) {
        return skeleton.replaceAll(
                        "<!-- (<(?:item|sourceOf) path=\"[^\"]*\"/>) (MR-[0-9.]+, (?:personal|ordinary))", "$1 <!-- $2")
                .replace("<population/>", "<population><everyone/></population>")
                .replace("<subject>ĮRAŠYKITE / FILL IN</subject>", "<subject>CN=x, O=y, C=LT</subject>")
                .replace("<issuer>ĮRAŠYKITE / FILL IN</issuer>", "<issuer>CN=ca, C=LT</issuer>")
                .replace("MR-2026-000", "MR-2026-901")
                .replace("0000000000000000", "0000000000000017")
                .replaceAll("ĮRAŠYKITE: |FILL IN: ", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provision", "request", "processing", "supply", "decision"})
    void beginsAContractOfEachKindThatIsSoundWhenItIsFilledIn(String kind) {
        Contract contract = ContractText.read(filled(begin(kind)));

        assertThat(contract.kind()).hasToString(kind);
        assertThat(contract.term().suspended()).isTrue();
        assertThat(contract.edition()).isEqualTo(PublishedOperations.load().edition());
        assertThat(contract.term().from()).hasToString("2026-09-01");
        assertThat(contract.term().until()).hasToString("2027-08-31");
    }

    @Test
    void isNotSoundBeforeItIsFilledIn() {
        Outcome outcome =
                Commands.run("contract", "check", ContractText.written(folder, "new.xml", begin("provision")));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "has no number yet",
                        "<purpose/lt> is not filled in yet",
                        "<certificate/subject> is not filled in yet",
                        "<population> says nothing")
                // The schema holds from the start: what is left is what people must say.
                .doesNotContain("[MR-C1", "[MR-C2");
    }

    @Test
    void grantsNothingUntilSomebodySaysWhat() {
        for (String kind : new String[] {"provision", "request", "processing", "supply", "decision"}) {
            assertThat(begin(kind).replaceAll("(?s)<!--.*?-->", ""))
                    .as(kind)
                    .doesNotContain("<item", "<group", "<sourceOf", "<asks", "<representation");
        }
        assertThat(Commands.run("contract", "check", ContractText.written(folder, "new.xml", begin("provision")))
                        .out())
                .contains("<fields> grants nothing", "[MR-C433]");
        assertThat(Commands.run("contract", "check", ContractText.written(folder, "new.xml", begin("supply")))
                        .out())
                .contains("<supply> names no item of which the supplier is the source", "[MR-C318]");
    }

    @Test
    void listsEveryItemOfAnOperationAndMarksTheSpecialOnes() {
        String skeleton = begin("provision");
        Grant grant = ContractText.read(filled(skeleton)).grants().get(0);

        assertThat(grant.answer().grantable())
                .containsExactlyElementsOf(grant.operation().answer().grantable().stream()
                        .filter(path -> !path.endsWith("/pseudonym") && !isSpecial(grant, path))
                        .toList());
        assertThat(skeleton)
                .contains("<!-- <item path=\"student/identity/personalCode\"/> MR-1.2, personal: Asmens kodas. /")
                .contains(
                        "<!-- <item path=\"student/specialNeeds/group\"/> MR-5.1: specialių kategorijų asmens duomenys");
    }

    @Test
    void commentsOutWhatMayBeAskedBy() {
        String skeleton = filled(begin("provision"));

        assertThat(ContractText.read(skeleton).grants().get(1).asks()).isEmpty();
        String asking = skeleton.replaceAll("(?s)<!--\\s*(<asks>.*?</asks>)\\s*-->", "$1");
        assertThat(ContractText.read(asking).grants().get(1).asks())
                .contains("criteria/municipality", "criteria/bornTo");
    }

    @Test
    void writesANewFileAndNeverOverOne() throws Exception {
        Path out = folder.resolve("new.xml");
        String[] words = {
            "contract",
            "new",
            "--kind=provision",
            "--party=190000905",
            "--client=A/B/190000905/D",
            "--operation=students/v1/getStudent",
            "--out=" + out
        };

        assertThat(Commands.run(words).out()).contains("Written: " + out);
        Files.writeString(out, "mine");
        Outcome again = Commands.run(words);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
        assertThat(out).hasContent("mine");
    }

    @Test
    void saysWhatIsMissingWhereNobodyCanBeAsked() {
        String[] words = {
            "contract",
            "new",
            "--kind=provision",
            "--party=190000905",
            "--client=A/B/190000905/D",
            "--operation=students/v1/getStudent"
        };
        // A supply may do without an operation, the others may not.
        for (String option : new String[] {"--kind", "--party", "--client", "--operation"}) {
            Outcome outcome = Commands.run(Arrays.stream(words)
                    .filter(word -> !word.startsWith(option))
                    .toArray(String[]::new));

            assertThat(outcome.code()).as(option).isEqualTo(2);
            assertThat(outcome.err()).contains(option + " is missing");
        }
    }

    @Test
    void explainsWrongUsage() {
        assertThat(begun("--kind=lease", "190000905", "A/B/190000905/D", "students/v1/getStudent"))
                .contains("no kind 'lease'");
        assertThat(begun("--kind=supply", "190000900", "A/B/190000905/D", "students/v1/getStudent"))
                .contains("check digit");
        assertThat(begun("--kind=supply", "190000905", "A/B/C", "students/v1/getStudent"))
                .contains("'A/B/C' is not instance/");
        assertThat(begun("--kind=supply", "190000905", "A/B/190000905/D", "getLearner"))
                .contains("no operation 'getLearner' to grant; there are ", "students/v1/getStudent");
        assertThat(begun("--id=MR-1", "190000905", "A/B/190000905/D", "getStudent", "--kind=supply"))
                .contains("'MR-1' is no number of a contract");
        assertThat(begun("--from=tomorrow", "190000905", "A/B/190000905/D", "getStudent", "--kind=supply"))
                .contains("'tomorrow' is no day; write year, month and day");
        assertThat(begun(
                        "--from=2026-09-02",
                        "190000905",
                        "A/B/190000905/D",
                        "getStudent",
                        "--kind=supply",
                        "--until=2026-09-01"))
                .contains("the last day 2026-09-01 is before the first, 2026-09-02");
        assertThat(begun("--lang=lt", "190000905", "A/B/190000905/D", "getLearner", "--kind=supply"))
                .contains("nėra operacijos 'getLearner'");
    }

    @Test
    void asksAgainUntilAnAnswerCanBeTakenAndKeepsTheOthers() {
        Outcome outcome = guided(
                "lease",
                "provision",
                "190000900",
                "190000905",
                "A/B/C",
                "LT-DEMO/GOV/190000905/caf&e",
                "getLearner",
                "getStudent findStudents",
                "Įstaiga <A>",
                "Institution <A>",
                "",
                "To try",
                "1.9.2026",
                "2026-09-01",
                "2026-08-31",
                "2027-01-31",
                "MR-1",
                "MR-2026-017");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.err())
                .contains("kind: provision, request, processing, supply, decision: ")
                .contains("there is no kind 'lease'", "check digit", "'A/B/C' is not instance/")
                .contains(
                        "no operation 'getLearner'", "'1.9.2026' is no day", "before the first", "'MR-1' is no number");
        assertThat(outcome.out()).contains("<lt>ĮRAŠYKITE: duomenų naudojimo tikslas</lt>");
        Contract contract = ContractText.read(filled(outcome.out()));
        assertThat(contract.id()).isEqualTo("MR-2026-017");
        assertThat(contract.term().until()).hasToString("2027-01-31");
        assertThat(contract.party().name().lt()).isEqualTo("Įstaiga <A>");
        assertThat(contract.statements().purpose().text().en()).isEqualTo("To try");
        assertThat(contract.grants()).extracting(grant -> grant.id().toString()).containsExactly(GETS_AND_FINDS);
    }

    @Test
    void takesEnterForWhatMayBeLeftOut() {
        Outcome outcome = guided("supply", "190000905", "A/B/190000905/D", "", "", "", "", "2026-09-01", "", "");

        assertThat(outcome.out()).contains("id=\"MR-2026-000\"");
        Contract contract = ContractText.read(filled(outcome.out()));
        assertThat(contract.term().until()).hasToString("2027-08-31");
        assertThat(outcome.err()).contains("last day (Enter: 2027-08-31): ").doesNotContain("operations");
    }

    @Test
    void asksInLithuanian() {
        assertThat(guided("--lang=lt", "lease", "supply").err())
                .contains("rūšis: ", "nėra rūšies 'lease'; rūšys yra provision", "nenurodyta --party");
    }

    @Test
    void saysWhatIsMissingWhereAPersonTypesNoMore() {
        Outcome outcome = guided("provision", "190000905");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--client is missing");
    }

    @Test
    void listsWhatAnOperationThatWritesMaySet() {
        Outcome outcome = Commands.run(
                "contract",
                "new",
                "--kind=processing",
                "--party=190000905",
                "--client=A/B/190000905/D",
                "--operation",
                "enrolments/v1/interruptEnrolment");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("<writes>", "<!-- <item path=\"from\"/> MR-14.1, personal: ", "<representation>")
                .doesNotContain("path=\"version\"", "path=\"overrule\"", "<asks>");
    }

    @Test
    void offersASupplyEveryItemWhereNoOperationIsNamed() {
        Outcome outcome =
                Commands.run("contract", "new", "--kind=supply", "--party=190000905", "--client=A/B/190000905/D");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(ContractText.read(filled(outcome.out()))
                        .supply()
                        .orElseThrow()
                        .sourceOf())
                .extracting(Source::path)
                .contains("student/identity/personalCode", "result/student/identity/personalCode")
                .noneMatch(path -> path.endsWith("/pseudonym"));
    }

    @Test
    void printsJson() {
        Path out = folder.resolve("new.xml");
        String[] words = {
            "contract", "new", "--json", "--kind=supply", "--party=190000905", "--client=A/B/190000905/D", ""
        };

        words[6] = "--out=" + out;
        JsonNode written = JsonMapper.shared().readTree(Commands.run(words).out());
        assertThat(written.get("written").asString()).isEqualTo(out.toString());
        words[6] = "--lang=en";
        JsonNode printed = JsonMapper.shared().readTree(Commands.run(words).out());
        assertThat(printed.get("contract").asString()).isEqualTo(read(out));
    }

    /** As at a terminal: what is asked goes to the terminal, here with the errors. */
    private static Outcome guided(String... typed) {
        List<String> options =
                Arrays.stream(typed).filter(word -> word.startsWith("--")).toList();
        String answers = Arrays.stream(typed)
                .filter(word -> !word.startsWith("--"))
                .map(word -> word + "\n")
                .collect(Collectors.joining());
        StringWriter out = new StringWriter();
        StringWriter terminal = new StringWriter();
        CommandLine command = new CommandLine(
                new New(Optional.of(new TerminalPrompts(new StringReader(answers), new PrintWriter(terminal)))));
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(terminal));
        int code = command.execute(options.toArray(String[]::new));
        return new Outcome(code, out.toString(), terminal.toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String begun(String first, String party, String client, String operation, String... more) {
        List<String> words = new ArrayList<>(List.of("contract", "new", first, "--party", party));
        words.addAll(List.of("--client", client, "--operation", operation));
        words.addAll(List.of(more));
        Outcome outcome = Commands.run(words.toArray(String[]::new));
        assertThat(outcome.code()).isEqualTo(2);
        return outcome.err();
    }

    private static boolean isSpecial(Grant grant, String path) {
        return grant.operation()
                .answer()
                .at(path)
                .flatMap(element -> element.item())
                .orElseThrow()
                .isSpecial();
    }
}
