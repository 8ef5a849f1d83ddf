package lt.mokiniai.contract.files;

import java.util.List;
import lt.mokiniai.kernel.texts.Notice;
import lt.mokiniai.kernel.texts.Notice.Words;

/** The contracts of a folder cannot be taken; it has every problem, and its message the first of them. */
public final class BrokenContracts extends RuntimeException {

    private final List<Problem> problems;

    BrokenContracts(List<Problem> problems) {
        super(FirstLines.of(
                "the contracts cannot be taken:",
                problems.stream().map(Problem::toString).toList(),
                "'mokiniai contract check FOLDER' tells all"));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param file the contract's file, by name
     * @param line where, from 1
     * @param notice what is wrong there and what would be right
     */
    public record Problem(String file, int line, Notice notice) {

        /** Gives it as a line in the language of these words, which are the notice's. */
        public String in(Words words) {
            return file + ":" + line + ": " + words + " [" + notice.code() + "]";
        }

        @Override
        public String toString() {
            return in(notice.en());
        }
    }
}
