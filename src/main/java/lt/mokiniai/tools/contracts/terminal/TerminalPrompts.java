package lt.mokiniai.tools.contracts.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Asks at a terminal for what a command was not given. */
public final class TerminalPrompts {

    private final BufferedReader answers;
    private final PrintWriter terminal;

    /**
     * @param answers where a person types
     * @param terminal where the person reads
     */
    public TerminalPrompts(Reader answers, PrintWriter terminal) {
        this.answers = new BufferedReader(answers);
        this.terminal = terminal;
    }

    /**
     * Asks until the answer can be taken, and says each time why it cannot: whoever has answered five questions must not
     * begin again for the sixth.
     *
     * @param reading takes an answer, or tells with an {@link IllegalArgumentException} what is wrong with it
     * @return empty where the person types no more
     */
    public <T> Optional<T> ask(String question, Function<String, T> reading) {
        while (true) {
            terminal.print(question + ": ");
            terminal.flush();
            Optional<String> answer = answer();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(reading.apply(answer.get().strip()));
            } catch (IllegalArgumentException e) {
                terminal.println("  " + e.getMessage());
            }
        }
    }

    private Optional<String> answer() {
        try {
            return Optional.ofNullable(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read", e);
        }
    }
}
