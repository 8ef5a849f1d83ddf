package lt.mokiniai.tools.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.LogManager;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.platform.trust.CryptoProvider;
import lt.mokiniai.tools.command.database.Key;
import lt.mokiniai.tools.command.database.Represent;
import lt.mokiniai.tools.command.database.Students;
import lt.mokiniai.tools.command.database.YearTurn;
import lt.mokiniai.tools.command.help.Completion;
import lt.mokiniai.tools.command.help.HelpTexts;
import lt.mokiniai.tools.command.help.WrongUsage;
import lt.mokiniai.tools.command.intake.Intake;
import lt.mokiniai.tools.command.loading.Dump;
import lt.mokiniai.tools.command.loading.Load;
import lt.mokiniai.tools.contracts.ContractCommand;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The entry point of the jar: {@code serve}, {@code call}, {@code contract}, {@code key rotate}, {@code represent}, {@code students}, {@code year-turn}, {@code load}, {@code dump}, {@code intake}, {@code demo reset}, {@code completion}, {@code version}. */
@Command(
        name = "mokiniai",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            Serve.class,
            Call.class,
            ContractCommand.class,
            Key.class,
            Represent.class,
            Students.class,
            YearTurn.class,
            Load.class,
            Dump.class,
            Intake.class,
            Demo.class,
            Completion.class,
            Version.class
        })
public final class Main {

    private static final String LANG = "--lang";

    private Main() {}

    /**
     * Runs a command; without one, prints the help and fails. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        if (args.length == 0 || !"serve".equals(args[0])) {
            withoutTheServersParts();
        }
        int code = commandLine(language(args)).execute(args);
        // The server's threads go on; every other command ends here.
        if (code != 0 || args.length == 0 || !"serve".equals(args[0])) {
            System.exit(code);
        }
    }

    /** The libraries' logs are for the server; a command prints its own messages. Its few signatures the JDK makes too. */
    private static void withoutTheServersParts() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
        LogManager.getLogManager().reset();
        CryptoProvider.stayWithTheJdk();
    }

    /** Finds the language before the words are read: their help, and what is wrong with them, is told in it. */
    static Optional<Language> language(String... args) {
        Optional<Language> asked = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith(LANG + "=")
                    ? args[i].substring(LANG.length() + 1)
                    : args[i].equals(LANG) && i + 1 < args.length ? args[i + 1] : "";
            if (value.equalsIgnoreCase("lt") || value.equalsIgnoreCase("en")) {
                asked = Optional.of(Language.valueOf(value.toUpperCase(Locale.ROOT)));
            }
        }
        return asked;
    }

    /** @param asked the language that was asked for before any command, or for one of them */
    static CommandLine commandLine(Optional<Language> asked) {
        Language language = asked.orElse(Language.EN);
        CommandLine commands = new CommandLine(new Main());
        speak(commands, language);
        commands.setResourceBundle(new HelpTexts(language));
        String given =
                asked.map(spoken -> spoken.name().toLowerCase(Locale.ROOT)).orElse(null);
        commands.setDefaultValueProvider(argument ->
                argument instanceof OptionSpec option && option.longestName().equals(LANG) ? given : null);
        // Messages are UTF-8, whatever the terminal's default is.
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.registerConverter(LocalDate.class, PlainWords::day);
        commands.registerConverter(URI.class, PlainWords::address);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("mokiniai: " + PlainWords.of(failure));
            return 1;
        });
        commands.setParameterExceptionHandler(new WrongUsage(language));
        return commands;
    }

    /** Every command takes the language, also one that says nothing but its help. */
    private static void speak(CommandLine command, Language language) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption(LANG) == null) {
            spec.addMixin("language", CommandSpec.forAnnotatedObject(new LanguageOption()));
        }
        spec.usageMessage().synopsisSubcommandLabel(language.of(Messages.unfilled("help.subcommand")));
        command.getSubcommands().values().forEach(within -> speak(within, language));
    }
}
