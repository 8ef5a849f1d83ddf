package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import lt.mokiniai.register.history.Person;

/** A restriction of disclosure: adoption, court, protected person. */
@Entity
public class PersonRestriction extends PersonFact {

    String kind;

    protected PersonRestriction() {}

    public PersonRestriction(Person person, String kind) {
        super(person);
        this.kind = kind;
    }

    /** Its kind (code list RESTRICTION). */
    public String kind() {
        return kind;
    }

    @Override
    protected Object line() {
        return kind;
    }

    @Override
    protected PersonRestriction again() {
        return new PersonRestriction(owner(), kind);
    }
}
