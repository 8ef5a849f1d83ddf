package lt.mokiniai.contract.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.Depth;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.kernel.Population;
import lt.mokiniai.kernel.Quota;

/**
 * Leave to call one operation, and its bounds (docs/contracts.md, 'Reading the example').
 *
 * @param line where it stands in the file
 * @param operation which operation
 * @param answer what of the operation's answer may be shown
 * @param fields the same, by the paths below the answer's element
 * @param asks what the request may ask by, by path below the request's element
 * @param population about which students
 * @param reach how far back
 * @param ways how it may be delivered
 * @param largestBatch the most students of one message
 * @param quota how much may be asked
 * @param reasons whether the answer gives the reason of what it leaves out
 * @param pseudonym whether students are named by pseudonyms alone
 * @param visibleAfterDays after how many days the student sees the use; 0 for at once
 * @param requiresUserId whether the header {@code userId} must be there
 * @param requiresIssue whether the header {@code issue} must be there
 * @param restrictions the kinds of disclosure restriction that it names
 */
public record Grant(
        int line,
        PublishedOperation operation,
        SchemaTree answer,
        Fields fields,
        Set<String> asks,
        Population population,
        Reach reach,
        Set<String> ways,
        int largestBatch,
        Quota quota,
        boolean reasons,
        boolean pseudonym,
        int visibleAfterDays,
        boolean requiresUserId,
        boolean requiresIssue,
        Set<String> restrictions) {

    /** The operation with its service and version, {@code students/v1/getStudent}. */
    public String name() {
        return operation.name();
    }

    /** Tells whether an answer says who each student is, beside a pseudonym or without one. */
    public boolean tellsWho() {
        return answer.grantable().stream()
                .anyMatch(path -> answer.at(path).map(SchemaTree::identifies).orElse(false));
    }

    /** How far back a grant reaches: to a day, for a number of years, or (neither) the current state alone. */
    public record Reach(Optional<LocalDate> since, Optional<Integer> years) {

        /** Gives the depth as it is on a day. */
        public Depth on(LocalDate today) {
            return since.or(() -> years.map(today::minusYears))
                    .map(Depth::since)
                    .orElse(Depth.CURRENT);
        }
    }
}
