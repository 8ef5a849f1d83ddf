package lt.mokiniai.register.students.facts;

import jakarta.persistence.Embeddable;
import lt.mokiniai.register.history.NameKeys;

/**
 * A name as it was told, in Normalization Form C. It does not print itself.
 *
 * @param givenNames all given names
 * @param familyName the family name
 */
@Embeddable
public record PersonName(String givenNames, String familyName) {

    /** Composes the letters. */
    public PersonName {
        givenNames = NameKeys.composed(givenNames);
        familyName = NameKeys.composed(familyName);
    }

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
