package lt.mokiniai.register.load.histories;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.history.Findings;
import org.jspecify.annotations.Nullable;

/**
 * What is found of the records of one student. What is wrong at several times of a history is told once. A rule names a field of a
 * message; it is told of the column that holds it.
 */
public final class StudentFindings {

    /** The columns that are named otherwise than the fields of messages. */
    private static final Map<String, String> COLUMNS = Map.of(
            "decidedOn", "validFrom",
            "enrolledFrom", "validFrom",
            "enrolledTo", "validTo",
            "reason", "leavingReason",
            "level", "achievementLevel",
            "number", "contractNumber");

    private final Consumer<Finding> findings;
    private final Set<Finding> told = new HashSet<>();
    private boolean isRefused;

    /** @param findings where they are told */
    public StudentFindings(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Whether something was found with which the student is not loaded. */
    public boolean isRefused() {
        return isRefused;
    }

    /** Tells what is wrong with a record. */
    public void tell(FormRecord record, @Nullable String column, LoadProblem problem, Object... values) {
        tell(problem.at(record.place(), column, values));
    }

    /** Gives where rules of the register tell what a record breaks. */
    public Findings of(FormRecord record) {
        return problem -> tell(finding(record, problem));
    }

    private static Finding finding(FormRecord record, Problem problem) {
        return new Finding(
                record.place(),
                problem.error().code(),
                problem.field() == null ? null : column(record, problem.field()),
                problem.message(),
                problem.error().isWarning());
    }

    /** The last part of a path that is a column, or is told in one. */
    private static @Nullable String column(FormRecord record, String path) {
        return Stream.of(path.split("/"))
                .map(part -> record.has(part) ? part : COLUMNS.getOrDefault(part, part))
                .filter(part -> record.has(part))
                .reduce((before, last) -> last)
                .orElse(null);
    }

    /** Tells what was found. */
    public void tell(Finding finding) {
        isRefused |= !finding.isWarning();
        if (told.add(finding)) {
            findings.accept(finding);
        }
    }
}
