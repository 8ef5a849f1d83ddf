package lt.mokiniai.register.enrolments.classes;

import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields stand in a request that an entry's work names by themselves.
 *
 * @param entry the path of the entry, {@code entry[3]/}
 * @param kind the name of the element that says what becomes of the student
 */
record EntryPaths(String entry, String kind) {

    private static final Set<String> OF_ENTRY = Set.of("enrolmentId", "version", "overrule");
    private static final String FROM = "from";

    /** An enrolment in another programme ends and begins by the day of the class, at the institution of the class. */
    private static final Set<String> OF_CHANGE = Set.of("enrolledTo", "enrolledFrom", "institution");

    /** Gives the path of what is wrong; that of an item of another source is told from the request's element on. */
    @Nullable
    String of(Problem problem) {
        return problem.error() == ExchangeError.ITEM_OF_ANOTHER ? problem.field() : of(problem.field());
    }

    /** Gives the path of a field. */
    @Nullable
    String of(@Nullable String field) {
        if (field == null || field.equals(FROM)) {
            return field;
        }
        if (OF_CHANGE.contains(field) && kind.equals(EntryWork.CHANGES_PROGRAMME)) {
            return FROM;
        }
        if (OF_ENTRY.contains(field)) {
            return entry + field;
        }
        return field.isEmpty() ? entry + kind : entry + kind + "/" + field;
    }
}
