package lt.mokiniai.register.history;

import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;

/** Where rules that a message breaks are told: rules are looked at to the end, and all broken ones are told at once. */
public interface Findings {

    /** Tells of a rule that is broken: nothing of the message is recorded. */
    void breaks(Problem problem);

    /** Tells of a rule that is broken unless a condition holds, and gives the condition. */
    default boolean requires(boolean condition, String field, ExchangeError error) {
        if (!condition) {
            breaks(Problem.at(field, error));
        }
        return condition;
    }
}
