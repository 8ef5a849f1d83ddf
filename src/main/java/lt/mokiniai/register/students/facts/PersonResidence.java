package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.history.Person;
import org.jspecify.annotations.Nullable;

/** Declared residence, in codes of the Address register. */
@Entity
public class PersonResidence extends PersonFact {

    String municipality;

    @Nullable
    String eldership;

    @Nullable
    String locality;

    @Nullable
    String street;

    @Nullable
    String house;

    protected PersonResidence() {}

    public PersonResidence(
            Person person,
            String municipality,
            @Nullable String eldership,
            @Nullable String locality,
            @Nullable String street,
            @Nullable String house) {
        super(person);
        this.municipality = municipality;
        this.eldership = eldership;
        this.locality = locality;
        this.street = street;
        this.house = house;
    }

    /** Gives the residence as far as it may be told: of what may not be set stays what was before. */
    public PersonResidence within(Fields settable, @Nullable PersonResidence before) {
        return before == null
                ? this
                : new PersonResidence(
                        owner(),
                        municipality,
                        settable.allows("eldership") ? eldership : before.eldership,
                        settable.allows("locality") ? locality : before.locality,
                        settable.allows("street") ? street : before.street,
                        settable.allows("house") ? house : before.house);
    }

    @Override
    protected PersonResidence again() {
        return new PersonResidence(owner(), municipality, eldership, locality, street, house);
    }
}
