package lt.mokiniai.contract.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture is a folder named by what is wrong with it; its {@code problems.txt} holds the exact messages,
 * {@code problems.lt.txt} the same in Lithuanian.
 */
class BrokenContractsTests {

    private static final Path FIXTURES = Path.of("src/test/resources/contracts");

    /** What no repository can hold; {@code ContractFolderTests} provokes each. */
    private static final Set<ContractProblem> OF_A_FOLDER = EnumSet.of(
            ContractProblem.FILE_TOO_LARGE,
            ContractProblem.FILE_IS_FOLDER,
            ContractProblem.LINK_LEADS_NOWHERE,
            ContractProblem.FILE_IS_SPECIAL,
            ContractProblem.FILE_CANNOT_BE_READ,
            ContractProblem.MORE_PROBLEMS);

    @ParameterizedTest
    @MethodSource("fixtures")
    void tellsEachProblemWithItsLineAndRemedy(Path fixture) throws IOException {
        BrokenContracts broken = catchThrowableOfType(BrokenContracts.class, () -> read(fixture));

        assertThat(broken.problems())
                .extracting(BrokenContracts.Problem::toString)
                .containsExactlyElementsOf(Files.readAllLines(fixture.resolve("problems.txt")));
        assertThat(broken.problems())
                .extracting(problem -> problem.in(problem.notice().lt()))
                .containsExactlyElementsOf(Files.readAllLines(fixture.resolve("problems.lt.txt")));
    }

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.filter(folder -> !folder.getFileName().toString().startsWith("sound"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachProblemOfTheCatalogueHasAFixture() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Path fixture : fixtures()) {
            told.append(Files.readString(fixture.resolve("problems.txt")));
        }

        // Warnings depend on the day and on who asks: tools/contracts WarningsTests and EditionTests provoke them.
        assertThat(ContractProblem.values())
                .filteredOn(problem -> !OF_A_FOLDER.contains(problem))
                .filteredOn(problem -> !problem.notice().code().startsWith("MR-C7"))
                .filteredOn(problem ->
                        !told.toString().contains("[" + problem.notice().code() + "]"))
                .isEmpty();
    }

    @Test
    void repeatsNothingThatMaySayWhoAPersonIs() throws IOException {
        Path fixture = FIXTURES.resolve("values-that-are-none");

        assertThat(Files.readString(fixture.resolve("names-nobody.xml"))).contains("39001010005");
        assertThatThrownBy(() -> read(fixture))
                .hasMessageContaining("names-nobody.xml:38")
                .hasMessageNotContaining("39001010005");
    }

    @Test
    void tellsTheProblemsOfAllFilesAtOnce(@TempDir Path folder) throws IOException {
        Files.copy(FIXTURES.resolve("quota-that-bounds-nothing/contract.xml"), folder.resolve("a.xml"));
        Files.copy(FIXTURES.resolve("not-well-formed/contract.xml"), folder.resolve("b.xml"));

        assertThatThrownBy(() -> read(folder))
                .hasMessageContaining("a.xml:58: <quota> says nothing")
                .hasMessageContaining("b.xml:40: <procedure> has no closing tag");
    }

    @Test
    void resolvesNoExternalEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hidden");
        Files.writeString(
                folder.resolve("a.xml"),
                "<!DOCTYPE contract [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n<contract>&e;</contract>");

        BrokenContracts broken = catchThrowableOfType(BrokenContracts.class, () -> read(folder));

        assertThat(broken.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.notice().en().what()).isEqualTo("the file has a DTD");
        });
    }

    private static ContractSet read(Path folder) {
        return new SetReader(PublishedOperations.load())
                .read(new ContractFolder(folder, ContractFolder.LARGEST_FILE).files());
    }
}
