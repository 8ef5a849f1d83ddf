package lt.mokiniai.contractfile;

import java.util.List;
import java.util.stream.Collectors;

/** The contracts of a folder cannot be taken; it tells every problem at once. */
public final class BrokenContracts extends RuntimeException {

    private final List<Problem> problems;

    BrokenContracts(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        System.lineSeparator(), "the contracts cannot be taken:" + System.lineSeparator(), "")));
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
     * @param what what is wrong there
     * @param remedy what would be right
     */
    public record Problem(String file, int line, String what, String remedy) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + what + ". " + remedy;
        }
    }
}
