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
        Provenance provenance, Fields settable, Function<OperationId, Reading> shownBy, ItemOwners owners) {}
