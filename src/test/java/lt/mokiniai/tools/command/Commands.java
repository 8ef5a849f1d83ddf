package lt.mokiniai.tools.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command line as the jar runs it, for the tests of commands that other modules bring. */
public final class Commands {

    private Commands() {}

    /** What a command printed, and its exit code. */
    public record Outcome(int code, String out, String err) {}

    /** Runs a command with its arguments. */
    public static Outcome run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commandLine(Main.language(words));
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        int code = commands.execute(words);
        return new Outcome(code, out.toString(), err.toString());
    }
}
