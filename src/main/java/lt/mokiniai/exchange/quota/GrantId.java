package lt.mokiniai.exchange.quota;

import lt.mokiniai.kernel.OperationId;

/**
 * What is counted under: a grant of a contract, in all versions of the contract.
 *
 * @param contractId the contract's id, such as {@code MR-2026-014}
 * @param operation the granted operation
 */
public record GrantId(String contractId, OperationId operation) {

    /** What rows of the database name the granted operation by. */
    String grant() {
        return operation.toString();
    }
}
