package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the command line says of itself, in both languages, and to whoever mistypes. */
class CommandHelpTests {

    static Stream<String> commands() {
        return all(Language.EN).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAndEveryOptionHasATextInBothLanguages(String name) {
        CommandSpec english = Objects.requireNonNull(all(Language.EN).get(name));
        CommandSpec lithuanian = Objects.requireNonNull(all(Language.LT).get(name));

        assertThat(english.usageMessage().description()).isNotEmpty();
        assertThat(lithuanian.usageMessage().description())
                .isNotEmpty()
                .isNotEqualTo(english.usageMessage().description());
        for (int i = 0; i < english.args().size(); i++) {
            ArgSpec one = english.args().get(i);
            String label = one instanceof OptionSpec option ? option.longestName() : one.paramLabel();
            assertThat(one.description()).as(label).isNotEmpty();
            assertThat(lithuanian.args().get(i).description()).as(label).isNotEmpty();
        }
        assertThat(english.findOption("--lang")).isNotNull();
        assertThat(english.findOption("--help")).isNotNull();
    }

    /** A list of commands shows the first line of each alone. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstLineOfADescriptionIsASentence(Language language) {
        all(language)
                .forEach((name, spec) -> assertThat(
                                String.join("%n", spec.usageMessage().description())
                                        .split("%n|\\R")[0])
                        .as(name)
                        .endsWith("."));
    }

    /** So that no text stays behind when its option goes. */
    @Test
    void everyTextOfTheHelpIsOfACommandOrAnOption() {
        Set<String> asked = new TreeSet<>();
        all(Language.EN).forEach((name, spec) -> {
            String command = name.equals("mokiniai")
                    ? "main"
                    : name.substring("mokiniai ".length()).replace(' ', '.');
            Stream.of("usage.description", "usage.footer").forEach(part -> asked.add("help." + command + "." + part));
            spec.args().forEach(argument -> {
                Stream.concat(
                                Stream.ofNullable(argument.descriptionKey()),
                                argument instanceof OptionSpec option
                                        ? Stream.of(option.names()).map(word -> word.replaceFirst("^-+", ""))
                                        : Stream.empty())
                        .forEach(key -> asked.addAll(List.of("help." + command + "." + key, "help." + key)));
            });
        });
        asked.addAll(List.of("help.usage.synopsisHeading", "help.usage.commandListHeading", "help.subcommand"));

        assertThat(Messages.keys(Language.LT).stream().filter(key -> key.startsWith("help.")))
                .isNotEmpty()
                .isSubsetOf(asked);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsInTheLanguageThatIsAskedForBeforeOrAfterTheCommand(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")).subList(1, name.split(" ").length));
        words.addAll(List.of("--lang", "lt", "--help"));
        Outcome after = Commands.run(words.toArray(String[]::new));
        words.removeAll(List.of("--lang", "lt"));
        words.addAll(0, List.of("--lang=lt"));
        Outcome before = Commands.run(words.toArray(String[]::new));

        assertThat(after.code()).as(after.toString()).isZero();
        assertThat(after.out())
                .isEqualTo(before.out())
                .startsWith("Naudojimas: " + name)
                .doesNotContain("Usage", "Commands:", "COMMAND]", "default:", "Exit code", "This help");
        assertThat(Commands.run(words.stream()
                                .filter(word -> !word.startsWith("--lang"))
                                .toArray(String[]::new))
                        .out())
                .startsWith("Usage: " + name);
    }

    @Test
    void theLanguageBeforeACommandIsThatOfWhatItSays() {
        assertThat(Commands.run("--lang", "lt", "contract", "check", "contracts")
                        .out())
                .contains("tvarkinga");
        assertThat(Commands.run("--lang", "lt", "contract", "explain", "contracts/MR-2026-005-school.xml")
                        .out())
                .contains("Tikslas")
                .doesNotContain("**Purpose**");
        assertThat(Commands.run("contract", "explain", "contracts/MR-2026-005-school.xml")
                        .out())
                .contains("**Tikslas**", "**Purpose**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contract", "key", "demo"})
    void showsTheHelpWhereACommandIsMissingAndFails(String group) {
        Outcome outcome = Commands.run(group.isEmpty() ? new String[0] : new String[] {group});

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("mokiniai: one of the commands is missing")
                .contains("Usage: mokiniai" + (group.isEmpty() ? "" : " " + group), "Commands:");
    }

    @ParameterizedTest
    @CsvSource({
        "contarct,                       contract",
        "contract chek,                  check",
        "contract check --regster 1 x,   --register",
        "call getStudent --isue 1,       --issue",
        "demo rset,                      reset",
    })
    void saysWhatWasProbablyMeant(String words, String meant) {
        Outcome outcome = Commands.run(words.split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no '").containsPattern("did you mean [^?]*" + meant);
        assertThat(Commands.run(("--lang lt " + words).split(" ")).err()).contains("čia nėra '", "gal norėjote");
    }

    @Test
    void saysWhatIsMissingInTheLanguage() {
        assertThat(Commands.run("contract", "diff", "a.xml").err())
                .contains("NEW is missing", "See: mokiniai contract diff --help");
        assertThat(Commands.run("contract", "diff", "a.xml", "--lang=lt").err())
                .contains("nenurodyta NEW", "Žr. mokiniai contract diff");
        assertThat(Commands.run("contract", "sign", "a.xml").err()).contains("--key is missing");
    }

    /** The script is given to a real shell, and asked what it would complete. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void completesWordsInAShell(@TempDir Path folder) throws Exception {
        Outcome completion = Commands.run("completion");
        assertThat(completion.code()).isZero();
        Path script = Files.writeString(folder.resolve("completion"), completion.out());

        assertThat(completed(script, "mokiniai", "con")).contains("contract");
        assertThat(completed(script, "mokiniai", "contract", "ch")).contains("check");
        assertThat(completed(script, "mokiniai", "contract", "check", "--si")).contains("--signatories");
    }

    private static List<String> completed(Path script, String... words) throws Exception {
        String line =
                "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_mokiniai; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(script, String.join(" ", words), words.length - 1);
        Process shell =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(told).isZero();
        return told.lines().map(String::strip).toList();
    }

    private static Map<String, CommandSpec> all(Language language) {
        Map<String, CommandSpec> found = new TreeMap<>();
        collect(Main.commandLine(Optional.of(language)), found);
        return found;
    }

    private static void collect(CommandLine command, Map<String, CommandSpec> found) {
        found.put(command.getCommandSpec().qualifiedName(), command.getCommandSpec());
        command.getSubcommands().values().forEach(within -> collect(within, found));
    }
}
