package lt.mokiniai.register.writing;

import java.util.function.Predicate;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.Findings;

/**
 * Whoever writes sets what is theirs: an item whose source is a supplier is told by that supplier alone, as the supply
 * contracts in force say (docs/decisions/0041).
 */
public final class ItemOwnership {

    private ItemOwnership() {}

    /**
     * Looks whether all that a message sets is the sender's; each item that is another's is told with its source.
     *
     * @param withCode whether the student has a Lithuanian personal code
     */
    public static void require(Findings findings, Scope scope, boolean withCode) {
        require(findings, scope, withCode, path -> true);
    }

    /**
     * Looks whether some of what a message sets is the sender's.
     *
     * @param concerned the paths that are looked at
     */
    public static void require(Findings findings, Scope scope, boolean withCode, Predicate<String> concerned) {
        scope.writing().owners().ofOthers(withCode).forEach((path, owner) -> {
            if (concerned.test(path)) {
                findings.breaks(Problem.at(path, ExchangeError.ITEM_OF_ANOTHER).naming(owner));
            }
        });
    }
}
