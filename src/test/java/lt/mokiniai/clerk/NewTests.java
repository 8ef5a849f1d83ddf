package lt.mokiniai.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lt.mokiniai.command.Commands;
import lt.mokiniai.command.Commands.Outcome;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contract.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        return skeleton.replace("<population/>", "<population><everyone/></population>")
                .replace("<subject>ĮRAŠYKITE / FILL IN</subject>", "<subject>CN=x, O=y, C=LT</subject>")
                .replace("<issuer>ĮRAŠYKITE / FILL IN</issuer>", "<issuer>CN=ca, C=LT</issuer>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provision", "request", "processing", "supply"})
    void beginsAContractOfEachKindThatIsSoundWhenItIsFilledIn(String kind) {
        Contract contract = ContractText.read(filled(begin(kind)));

        assertThat(contract.kind()).hasToString(kind);
        assertThat(contract.suspended()).isTrue();
        assertThat(contract.from()).hasToString("2026-09-01");
        assertThat(contract.until()).hasToString("2027-08-31");
    }

    @Test
    void isNotSoundBeforeItIsFilledIn() {
        Outcome outcome =
                Commands.run("contract", "check", ContractText.written(folder, "new.xml", begin("provision")));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("<subject> is not a distinguished name", "<population> says nothing")
                // The schema holds from the start: what is left is what people must say.
                .doesNotContain("must appear", "Invalid content");
    }

    @Test
    void listsEveryItemOfAnOperationAndCommentsOutTheSpecialOnes() {
        String skeleton = begin("provision");
        Grant grant = ContractText.read(filled(skeleton)).grants().get(0);

        assertThat(grant.answer().grantable())
                .containsExactlyElementsOf(grant.operation().answer().grantable().stream()
                        .filter(path -> !path.endsWith("/pseudonym") && !isSpecial(grant, path))
                        .toList());
        assertThat(skeleton)
                .contains("<item path=\"student/identity/personalCode\"/> <!-- MR-1.2, personal: Asmens kodas. /")
                .contains("<!-- <item path=\"student/specialNeeds/group\"/> MR-5.1: specialios kategorijos");
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
            "--client=A/B/C/D",
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
            "--client=A/B/C/D",
            "--operation=students/v1/getStudent"
        };
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
        assertThat(begun("--kind=lease", "190000905", "A/B/C/D", "students/v1/getStudent"))
                .contains("no kind 'lease'");
        assertThat(begun("--kind=supply", "190000900", "A/B/C/D", "students/v1/getStudent"))
                .contains("check digit");
        assertThat(begun("--kind=supply", "190000905", "A/B/C", "students/v1/getStudent"))
                .contains("'A/B/C' is not instance/");
        assertThat(begun("--kind=supply", "190000905", "A/B/C/D", "getStudent"))
                .contains("no operation 'getStudent' to grant; there are ", "students/v1/getStudent");
    }

    private static String begun(String kind, String party, String client, String operation) {
        Outcome outcome =
                Commands.run("contract", "new", kind, "--party", party, "--client", client, "--operation", operation);
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
