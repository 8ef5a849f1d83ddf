package lt.mokiniai.contract.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Population;

/**
 * Leave to call one operation, and its bounds (docs/contracts.md, 'Reading the example').
 *
 * @param line where it stands in the file
 * @param operation which operation
 * @param requested what the request may hold
 * @param shown what the answer may show
 * @param coverage about which students, and how far back
 * @param delivery how the answers may be delivered, and how many
 * @param conditions on whoever asks
 */
public record Grant(
        int line,
        PublishedOperation operation,
        Requested requested,
        Shown shown,
        Coverage coverage,
        Delivery delivery,
        Conditions conditions) {

    /**
     * What a request may hold: what needs no grant, and beside it the named items. Of an operation that reads, the items
     * are what may be asked by; of one that writes, what may be set.
     *
     * @param items the items that are named, by path below the request's element
     * @param message what of the operation's request
     */
    public record Requested(Set<String> items, SchemaTree message) {

        /** Gives what an operation's request may hold. */
        public static Requested of(PublishedOperation operation, Set<String> items) {
            return new Requested(items, operation.request().grantedOnly(items));
        }
    }

    /**
     * What an answer may show.
     *
     * @param answer what of the operation's answer
     * @param fields the same, by the paths below the answer's element
     * @param reasons whether it gives the reason of what it leaves out
     * @param pseudonym whether students are named by pseudonyms alone
     */
    public record Shown(SchemaTree answer, Fields fields, boolean reasons, boolean pseudonym) {

        /** Gives the same with the paths of the answer. */
        public static Shown of(SchemaTree answer, boolean reasons, boolean pseudonym) {
            return new Shown(answer, Fields.of(answer.paths()), reasons, pseudonym);
        }
    }

    /**
     * What part of the register a grant covers.
     *
     * @param population about which students
     * @param reach how far back
     * @param restrictions the kinds of disclosure restriction that it names
     */
    public record Coverage(Population population, Reach reach, Set<String> restrictions) {}

    /**
     * How answers may be delivered, and how many.
     *
     * @param ways the ways of delivery
     * @param largestBatch the most students of one message
     * @param quota how much may be asked
     */
    public record Delivery(Set<WayOfDelivery> ways, int largestBatch, Quota quota) {}

    /**
     * What is demanded of whoever asks, and told of it.
     *
     * @param requiresUserId whether the header {@code userId} must be there
     * @param requiresIssue whether the header {@code issue} must be there
     * @param visibleAfterDays after how many days the student sees the use; 0 for at once
     */
    public record Conditions(boolean requiresUserId, boolean requiresIssue, int visibleAfterDays) {}

    /** Which operation, and of which service. */
    public OperationId id() {
        return operation.id();
    }

    /** What the request may ask by, by path; nothing where the operation writes. */
    public Set<String> asks() {
        return operation.writes() ? Set.of() : requested.items();
    }

    /** What the request may set, by path; nothing where the operation reads. */
    public Set<String> writes() {
        return operation.writes() ? requested.items() : Set.of();
    }

    /** What of the operation's request it may hold. */
    public SchemaTree request() {
        return requested.message();
    }

    /** What of the operation's answer may be shown. */
    public SchemaTree answer() {
        return shown.answer();
    }

    /** Tells whether an answer says who each student is, beside a pseudonym or without one. */
    public boolean tellsWho() {
        return answer().grantable().stream()
                .anyMatch(path -> answer().at(path).map(SchemaTree::identifies).orElse(false));
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
