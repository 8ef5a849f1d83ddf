package lt.mokiniai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a program that is not ours came to.
 *
 * @param exitCode 127 where there is no such program
 * @param output what it wrote, errors too
 */
public record Program(int exitCode, String output) {

    /** Runs a program to its end. */
    public static Program run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Program(process.waitFor(), output);
        } catch (IOException e) {
            return new Program(127, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
