package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.history.Person;
import org.jspecify.annotations.Nullable;

/** Special educational needs: special-category data. */
@Entity
public class PersonSpecialNeeds extends PersonFact {

    String needGroup;

    @Nullable
    String needLevel;

    protected PersonSpecialNeeds() {}

    public PersonSpecialNeeds(Person person, String needGroup, @Nullable String needLevel) {
        super(person);
        this.needGroup = needGroup;
        this.needLevel = needLevel;
    }

    /** Gives the needs as far as they may be told: a level that may not be set stays as it was before. */
    public PersonSpecialNeeds within(Fields settable, @Nullable PersonSpecialNeeds before) {
        return before == null || settable.allows("level")
                ? this
                : new PersonSpecialNeeds(owner(), needGroup, before.needLevel);
    }

    @Override
    protected PersonSpecialNeeds again() {
        return new PersonSpecialNeeds(owner(), needGroup, needLevel);
    }
}
