package lt.mokiniai.contract.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import org.junit.jupiter.api.Test;

/** A contract names values of the lists that the register is filled with. */
class ContractCodeListsTests {

    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    @Test
    void knowsEachValueThatTheScriptsFillIn() throws IOException {
        for (String list : List.of("MUNICIPALITY", "PROGRAMME_FAMILY", "RESTRICTION")) {
            try (Stream<Path> scripts = Files.walk(SCRIPTS).filter(Files::isRegularFile)) {
                long written = scripts.flatMap(ContractCodeListsTests::lines)
                        .filter(line -> line.contains("code_list_entry") && line.contains("'" + list + "'"))
                        .count();
                assertThat(ContractCodeLists.valuesOf(list))
                        .as(list)
                        .doesNotHaveDuplicates()
                        .hasSize((int) written);
            }
        }
        assertThat(ContractCodeLists.valuesOf("MUNICIPALITY")).hasSize(60).contains("13", "19");
        assertThat(ContractCodeLists.valuesOf("RESTRICTION")).containsExactly("ADOPTION", "COURT", "PROTECTED");
    }

    @Test
    void theKindsOfInstitutionCodesAreThoseThatTheKernelKnows() {
        assertThat(ContractCodeLists.valuesOf("INSTITUTION_CODE_KIND"))
                .containsExactlyElementsOf(
                        Stream.of(InstitutionCode.Kind.values()).map(Enum::name).toList());
    }

    private static Stream<String> lines(Path script) {
        try {
            return Files.readAllLines(script).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
