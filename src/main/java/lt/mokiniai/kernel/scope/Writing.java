package lt.mokiniai.kernel.scope;

import java.util.function.Function;
import lt.mokiniai.kernel.OperationId;

/**
 * What an exchange needs that writes.
 *
 * @param provenance where what it writes comes from
 * @param settable the elements of the request that it may set, by path
 * @param shownBy what the contract lets read by another of its operations: it may tell what changed there
 * @param owners whose the items are that it sets
 */
public record Writing(
        Provenance provenance, Fields settable, Function<OperationId, Reading> shownBy, ItemOwners owners) {

    /**
     * Gives the elements of the request that it may set of a student: not those that are another's. What it may not set stays as
     * it was where a whole is told without it.
     *
     * @param withCode whether the student has a Lithuanian personal code
     */
    public Fields settableOf(boolean withCode) {
        return settable.without(owners.allOfOthers(withCode));
    }
}
