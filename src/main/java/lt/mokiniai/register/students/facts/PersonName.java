package lt.mokiniai.register.students.facts;

import jakarta.persistence.Embeddable;

/**
 * A name as it was recorded. It does not print itself.
 *
 * @param givenNames all given names
 * @param familyName the family name
 */
@Embeddable
public record PersonName(String givenNames, String familyName) {

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
