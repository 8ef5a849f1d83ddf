package lt.mokiniai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lt.mokiniai.Program;
import lt.mokiniai.pages.CommandPage.Block;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that a page shows works as it stands there, and prints what is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(OS.WINDOWS)
class PageCommandTests {

    /** Outside fences a command would be run by nobody. */
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4,}(?![-*0-9|]).+$");

    private Workspace workspace;

    @BeforeAll
    void start() {
        workspace = Workspace.start();
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(file ->
                            file.toString().endsWith(".md") && !file.toString().contains("node_modules"))
                    .filter(file -> !CommandPage.read(file).blocks().isEmpty())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsOfAPageDoWhatItSays(Path path) {
        try {
            for (Block block : CommandPage.read(path).blocks()) {
                run(path, block);
            }
        } finally {
            workspace.endPage();
        }
    }

    private void run(Path path, Block block) {
        String place = path + ":" + block.line();
        if (block.mark("not run").isPresent()) {
            return;
        }
        if (block.mark("file").isPresent()) {
            workspace.write(block.mark("file").get(), block.text());
            return;
        }
        if (block.language().equals("log")) {
            workspace.awaitLog(block.text());
            return;
        }
        Optional<String> lacking = block.mark("needs").filter(command -> !workspace.succeeds(command));
        if (lacking.isPresent()) {
            System.out.println("SKIPPED: " + place + " needs " + lacking.get());
            return;
        }
        Program program = workspace.run(block);
        assertThat(program.exitCode())
                .as("exit code of %s\n%s\nprinted\n%s", place, block.text(), program.output())
                .isEqualTo(block.exitCode());
        block.shown().ifPresent(shown -> assertThat(program.output()).as(place).containsPattern(block.expected()));
    }

    @Test
    void pagesThatSomebodyFollowsHaveCommands() throws IOException {
        assertThat(pages().map(Path::toString))
                .contains(
                        "README.md",
                        "docs/clients.md",
                        "docs/delivering.md",
                        "docs/new-recipient.md",
                        "docs/quickstart-recipient.md",
                        "docs/quickstart-school.md",
                        "docs/quickstart-decisions.md",
                        "docs/quickstart-tester.md",
                        "docs/quickstart-operator.md");
    }

    @Test
    void commandsStandInFences() throws IOException {
        SoftAssertions pages = new SoftAssertions();
        for (Path page : pages().toList()) {
            String text = Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
            pages.assertThat(INDENTED.matcher(text)
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as(page.toString())
                    .isEqualTo(List.of());
        }
        pages.assertAll();
    }
}
