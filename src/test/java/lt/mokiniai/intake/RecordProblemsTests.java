package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.intake.source.RecordProblem;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import org.junit.jupiter.api.Test;

/** The problems of records, of whichever register: each has a code of its own, of the hundred of its register, and both texts. */
class RecordProblemsTests {

    /** Whose hundreds are whose; the first is that of all. */
    private static final Map<String, String> HUNDREDS = Map.of(
            "institutions", "MR-S2",
            "programmes", "MR-S3",
            "licences", "MR-S4",
            "pedagogues", "MR-S5");

    private static final List<JavaClass> CATALOGUES = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("lt.mokiniai.intake")
                    .stream()
                    .filter(found -> found.isEnum() && found.isAssignableTo(RecordProblem.class))
                    .toList();

    private static Stream<RecordProblem> problems(JavaClass catalogue) {
        return Stream.of(catalogue.reflect().getEnumConstants()).map(RecordProblem.class::cast);
    }

    private static List<String> codes() {
        return CATALOGUES.stream()
                .flatMap(RecordProblemsTests::problems)
                .map(RecordProblem::code)
                .toList();
    }

    @Test
    void eachCodeIsOneProblem() {
        assertThat(codes()).hasSizeGreaterThan(20).doesNotHaveDuplicates().allMatch(code -> code.matches("MR-S\\d{3}"));
    }

    @Test
    void aRegisterHasItsHundred() {
        CATALOGUES.forEach(catalogue -> {
            String name = catalogue.getPackageName().substring("lt.mokiniai.intake.".length());
            assertThat(problems(catalogue).map(RecordProblem::code))
                    .as(catalogue.getName())
                    .allMatch(code -> HUNDREDS.containsKey(name)
                            ? code.startsWith(HUNDREDS.get(name))
                            : HUNDREDS.values().stream().noneMatch(code::startsWith));
        });
    }

    @Test
    void eachProblemHasBothTextsAndEachTextAProblem() {
        assertThat(Messages.keys(Language.LT).stream().filter(key -> key.startsWith("MR-S")))
                .containsExactlyInAnyOrderElementsOf(
                        codes().stream().map(code -> code + ".message").toList());
        CATALOGUES.stream().flatMap(RecordProblemsTests::problems).forEach(problem -> {
            Text message = problem.message();
            assertThat(message.lt()).as(problem.code()).isNotBlank().isNotEqualTo(message.en());
            assertThat(message.lt().contains("{0}"))
                    .as(problem.code())
                    .isEqualTo(message.en().contains("{0}"));
        });
    }

    @Test
    void eachRegisterHasATitle() {
        assertThat(Messages.keys(Language.LT).stream().filter(key -> key.startsWith("source.")))
                .containsExactlyInAnyOrderElementsOf(
                        HUNDREDS.keySet().stream().map(name -> "source." + name).toList());
    }
}
