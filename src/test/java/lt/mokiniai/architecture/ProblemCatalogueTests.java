package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.signatures.SignatureFault;
import lt.mokiniai.kernel.texts.Notice;
import lt.mokiniai.kernel.texts.Notice.Words;
import org.junit.jupiter.api.Test;

/** The catalogue of what can be wrong with a contract file: stable codes, both languages, and the document made from it. */
class ProblemCatalogueTests {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final List<Notice> NOTICES = Stream.concat(
                    Arrays.stream(ContractProblem.values()).map(ContractProblem::notice),
                    Arrays.stream(SignatureFault.values()).map(SignatureFault::notice))
            .toList();
    private static final Map<Character, String> RANGES = new TreeMap<>(Map.of(
            '1', "The file, and its XML",
            '2', "The file against contract.xsd",
            '3', "The contract",
            '4', "A grant",
            '5', "Contracts of one set against each other",
            '6', "The signatures, where they are asked for",
            '7', "Warnings: the contract is sound, but should be looked at before it is signed"));

    @Test
    void everyCodeIsUsedOnce() {
        assertThat(NOTICES.stream().map(Notice::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MR-C[1-7][0-9]{2}"));
    }

    @Test
    void everyProblemSpeaksBothLanguages() {
        for (Notice notice : NOTICES) {
            assertThat(notice.lt().what())
                    .as(notice.code())
                    .isNotBlank()
                    .isNotEqualTo(notice.en().what());
            assertThat(notice.lt().remedy()).as(notice.code()).isNotBlank();
            assertThat(notice.en().remedy()).as(notice.code()).isNotBlank();
            assertThat(Stream.of(notice.lt(), notice.en()).flatMap(words -> Stream.of(words.what(), words.remedy())))
                    .as(notice.code())
                    .noneMatch(text -> text.endsWith("."));
        }
    }

    @Test
    void everyProblemNamesItsParticularsInBoth() {
        NOTICES.forEach(
                notice -> assertThat(places(notice.lt())).as(notice.code()).isEqualTo(places(notice.en())));
    }

    @Test
    void theDocumentIsTheCatalogue() throws IOException {
        Documents.check(Path.of("docs/contract-problems.md"), document());
    }

    private static String places(Words words) {
        return PLACE.matcher(words.toString())
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Problems of a contract file

                Made from the catalogues in `problem/ContractProblem.java` and `signatures/SignatureFault.java`, and
                the bundles of texts.
                `mokiniai contract check` tells each problem with its file and line, in the language of `--lang`; `--json` has
                both languages. The log and the health of the service tell the same in English. A code never changes its
                meaning. `…` stands for the particulars: the name of an element, a value of the contract, a path, and what
                contract.xsd says belongs there.

                Sutarties rinkmenos klaidos: `mokiniai contract check --lang lt` jas pasako lietuviškai.
                """);
        RANGES.forEach((range, title) -> {
            text.append("\n## MR-C").append(range).append("xx: ").append(title).append("\n\n");
            text.append("| code | lt | ką daryti | en | what to do |\n| --- | --- | --- | --- | --- |\n");
            NOTICES.stream()
                    .filter(notice -> notice.code().charAt(4) == range)
                    .forEach(notice -> text.append("| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    notice.code(),
                                    cell(notice.lt().what()),
                                    cell(notice.lt().remedy()),
                                    cell(notice.en().what()),
                                    cell(notice.en().remedy()))));
        });
        return text.toString();
    }

    private static String cell(String text) {
        return PLACE.matcher(text)
                .replaceAll("…")
                .replace("&", "&amp;")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*");
    }
}
