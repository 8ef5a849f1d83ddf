package lt.mokiniai.student;

/**
 * A person that a question found within its scope.
 *
 * @param id the register's internal number
 * @param registerId the register identifier
 * @param withheld whether a disclosure restriction that the contract does not name stands now, so that residence, school
 *     and guardians are left out
 */
public record FoundPerson(long id, String registerId, boolean withheld) {}
