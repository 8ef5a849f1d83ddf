package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import lt.mokiniai.register.history.Person;
import org.jspecify.annotations.Nullable;

/** Where a person comes from. */
@Entity
public class PersonOrigin extends PersonFact {

    @Nullable
    String country;

    @Nullable
    String motherTongue;

    protected PersonOrigin() {}

    public PersonOrigin(Person person, @Nullable String country, @Nullable String motherTongue) {
        super(person);
        this.country = country;
        this.motherTongue = motherTongue;
    }

    @Override
    protected PersonOrigin again() {
        return new PersonOrigin(owner(), country, motherTongue);
    }
}
