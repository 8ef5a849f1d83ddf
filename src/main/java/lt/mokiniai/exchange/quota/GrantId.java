package lt.mokiniai.exchange.quota;

/**
 * What is counted under: a grant of a contract, in all versions of the contract.
 *
 * @param contractId the contract's id, such as {@code MR-2026-014}
 * @param grant the granted operation, such as {@code students/v1/getStudent}
 */
public record GrantId(String contractId, String grant) {}
