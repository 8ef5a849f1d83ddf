package lt.mokiniai.register.students;

import lt.mokiniai.kernel.Scope;

/**
 * A person that a question found within its scope. Nothing is told about them until they are disclosed.
 *
 * @param id the register's internal number
 * @param registerId the register identifier
 * @param withheld whether a disclosure restriction that the contract does not name stands now, so that residence, school
 *     and guardians are left out
 */
public record FoundPerson(long id, String registerId, boolean withheld) {

    /** Records that the answer tells about this person, and gives them to readers of their data. */
    public DisclosedPerson disclosedIn(Scope scope) {
        return DisclosedPerson.within(scope, this);
    }
}
