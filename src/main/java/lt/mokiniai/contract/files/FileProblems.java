package lt.mokiniai.contract.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.kernel.texts.Notice;

/** What is wrong with one file: the first problems, and how many there are. */
final class FileProblems {

    private static final int MOST = 100;

    private final String file;
    private final List<Problem> first = new ArrayList<>();
    private int more;

    FileProblems(String file) {
        this.file = file;
    }

    /** Gives a copy, to which more can be added without changing this one. */
    FileProblems copy() {
        FileProblems copy = new FileProblems(file);
        copy.first.addAll(first);
        copy.more = more;
        return copy;
    }

    void add(int line, Notice notice) {
        if (isFull()) {
            more++;
        } else {
            first.add(new Problem(file, line, notice));
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** Whether what is added now is only counted. */
    boolean isFull() {
        return first.size() >= MOST;
    }

    /** The problems in the order of lines; at last how many more there are. */
    List<Problem> all() {
        Stream<Problem> inOrder = first.stream().sorted(Comparator.comparingInt(Problem::line));
        return more == 0
                ? inOrder.toList()
                : Stream.concat(
                                inOrder,
                                Stream.of(new Problem(file, 1, ContractProblem.MORE_PROBLEMS.of(String.valueOf(more)))))
                        .toList();
    }
}
