package lt.mokiniai.register.students.merging;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;

/**
 * In what two records differ, or what keeps them from being merged. It holds no values.
 *
 * @param path the data item, or the group of data
 * @param fault the rule that keeps them from being merged; nothing where what the kept record says stays
 * @param enrolments identifiers of the enrolments that it is about
 */
public record Conflict(String path, Optional<ExchangeError> fault, List<String> enrolments) {

    /** The two say something else. */
    static Conflict differing(String path) {
        return new Conflict(path, Optional.empty(), List.of());
    }

    /** The two cannot be merged. */
    static Conflict against(String path, ExchangeError fault) {
        return new Conflict(path, Optional.of(fault), List.of());
    }
}
