package lt.mokiniai.tools.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import lt.mokiniai.tools.contracts.ContractCommand;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the jar: {@code serve}, {@code call}, {@code contract}, {@code key rotate}, {@code demo reset}, {@code version}. */
@Command(
        name = "mokiniai",
        description = "The Pupils' Register exchange.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {Serve.class, Call.class, ContractCommand.class, Key.class, Demo.class, Version.class})
public final class Main {

    private Main() {}

    /**
     * Runs a command; without one, prints the help. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        if (args.length == 0 || !"serve".equals(args[0])) {
            // The libraries' logs are for the server; a command prints its own messages.
            LoggingSystem.get(Main.class.getClassLoader()).beforeInitialize();
        }
        int code = commandLine().execute(args);
        // The server's threads go on; every other command ends here.
        if (code != 0 || args.length == 0 || !"serve".equals(args[0])) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Main());
        // Messages are UTF-8, whatever the terminal's default is.
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.registerConverter(LocalDate.class, PlainWords::day);
        commands.registerConverter(URI.class, PlainWords::address);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("mokiniai: " + PlainWords.of(failure));
            return 1;
        });
        commands.setParameterExceptionHandler((failure, arguments) -> {
            CommandLine command = failure.getCommandLine();
            command.getErr().println("mokiniai: " + failure.getMessage());
            command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
            return 2;
        });
        return commands;
    }
}
