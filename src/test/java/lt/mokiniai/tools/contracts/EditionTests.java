package lt.mokiniai.tools.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.ChangedSchemas;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.tools.contracts.documents.Annex;
import lt.mokiniai.tools.contracts.documents.AnnexText;
import lt.mokiniai.tools.contracts.documents.Differences;
import lt.mokiniai.tools.contracts.documents.Differences.Effect;
import org.junit.jupiter.api.Test;

/** What a release that adds to the schemas changes of contracts, in the words of the clerk: nothing until they are signed anew. */
class EditionTests {

    private static final PublishedOperations LATER = ChangedSchemas.published();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void aContractOfTheEditionBeforeIsExplainedAsItWas() {
        FileSet files = new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files();
        List<Contract> before =
                new SetReader(PublishedOperations.load()).read(files).all();
        List<Contract> after = new SetReader(LATER).read(files).all();

        for (int i = 0; i < before.size(); i++) {
            assertThat(explained(after.get(i)))
                    .isEqualTo(explained(before.get(i)))
                    .contains("**Duomenų sąrašo laida**: 1", "**Edition of the data items**: 1");
        }
    }

    @Test
    void aContractOfTheLaterEditionIsExplainedWithWhatItsGroupsHold() {
        assertThat(explained(read(2)))
                .contains("**Edition of the data items**: 2")
                .contains("`student/origin/preferredLanguage`", "| MR-5.3 | specialių kategorijų asmens duomenys");
        assertThat(explained(read(1))).doesNotContain("preferredLanguage", "MR-5.3");
    }

    @Test
    void theDifferenceOfTwoEditionsIsWhatTheNewerAdds() {
        assertThat(Differences.between(read(1), read(2)))
                .allMatch(difference -> difference.effect() == Effect.WIDENS)
                .extracting(difference -> difference.where() + ": "
                        + difference.what().en() + ": " + difference.before().en() + " → "
                        + difference.after().en())
                .contains(
                        "contract: edition of the data items: 1 → 2",
                        "students/v1/getStudent: shows: – → student/origin/preferredLanguage (MR-2.4, personal)",
                        "students/v1/getStudent: shows: – → student/specialNeeds/plan (MR-5.3, special category)",
                        "students/v1/getStudent: in the answer without leave: – → source",
                        "students/v1/getStudent: in the request without leave: – → brief",
                        "students/v1/getStudent: value: – → outcome = WITHHELD",
                        "students/v1/getStudent: value: – → student/absence/reason = ERASED");
        assertThat(Differences.between(read(2), read(1))).allMatch(difference -> difference.effect() == Effect.NARROWS);
    }

    @Test
    void checkSaysWhatANewerEditionWouldAdd() {
        Problem note = Check.newerEdition(read(1), bytes(1), LATER).orElseThrow();

        assertThat(note.in(note.notice().en()))
                .startsWith("example.xml:1: for edition 2 of the data items the same contract would grant more."
                        + " Sign a new version with edition=\"2\" where this is wanted: ")
                .contains("students/v1/getStudent shows student/origin/preferredLanguage (MR-2.4, personal); ")
                .endsWith("[MR-C702]");
        assertThat(note.in(note.notice().lt()))
                .startsWith("example.xml:1: pagal duomenų sąrašo laidą 2 ta pati sutartis suteiktų daugiau. ")
                .contains("students/v1/getStudent rodo student/origin/preferredLanguage (MR-2.4, asmens duomenys); ");
        assertThat(Check.newerEdition(read(2), bytes(2), LATER)).isEmpty();
    }

    private static String explained(Contract contract) {
        return AnnexText.of(Annex.of(contract, DAY), List.of(Language.LT, Language.EN));
    }

    private static Contract read(int edition) {
        return new SetReader(LATER)
                .read(FileSet.of(Map.of("example.xml", bytes(edition))))
                .all()
                .get(0);
    }

    /** The example with groups that a later edition adds to. */
    private static byte[] bytes(int edition) {
        return ContractText.changed("edition=\"1\"", "edition=\"" + edition + "\"")
                .replaceFirst("<fields>", "<fields><group path=\"student/origin\"/>")
                .getBytes(UTF_8);
    }
}
