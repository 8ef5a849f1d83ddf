package lt.mokiniai.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lt.mokiniai.Program;

/**
 * One process that runs a client many times, since the libraries of a client take longer to load than a call takes. It reads
 * the arguments of each run from a line, and ends when nobody writes to it any more.
 */
final class ClientPlayer {

    private static final String END = "--- exit code ";

    private final Process process;

    private ClientPlayer(Process process) {
        this.process = process;
    }

    static ClientPlayer start(List<String> command) {
        try {
            return new ClientPlayer(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the client once more. */
    synchronized Program run(List<String> arguments) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(String.join("\t", arguments))
                    .append("\n")
                    .flush();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            StringBuilder output = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(END)) {
                    return new Program(Integer.parseInt(line.substring(END.length())), output.toString());
                }
                output.append(line).append('\n');
            }
            throw new AssertionError("the player ended: " + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
