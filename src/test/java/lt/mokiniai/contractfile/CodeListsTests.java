package lt.mokiniai.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A contract names values of the lists that the register is filled with. */
class CodeListsTests {

    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    @Test
    void knowsEachValueThatTheScriptsFillIn() throws IOException {
        for (String list : List.of("MUNICIPALITY", "PROGRAMME_FAMILY", "RESTRICTION")) {
            try (Stream<Path> scripts = Files.walk(SCRIPTS).filter(Files::isRegularFile)) {
                long written = scripts.flatMap(CodeListsTests::lines)
                        .filter(line -> line.contains("code_list_entry") && line.contains("'" + list + "'"))
                        .count();
                assertThat(CodeLists.valuesOf(list))
                        .as(list)
                        .doesNotHaveDuplicates()
                        .hasSize((int) written);
            }
        }
        assertThat(CodeLists.valuesOf("MUNICIPALITY")).hasSize(60).contains("13", "19");
        assertThat(CodeLists.valuesOf("RESTRICTION")).containsExactly("ADOPTION", "COURT", "PROTECTED");
    }

    private static Stream<String> lines(Path script) {
        try {
            return Files.readAllLines(script).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
