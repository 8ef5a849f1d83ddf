package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import lt.mokiniai.register.history.Person;

/** One citizenship; a person may have several. */
@Entity
public class PersonCitizenship extends PersonFact {

    String country;

    protected PersonCitizenship() {}

    public PersonCitizenship(Person person, String country) {
        super(person);
        this.country = country;
    }

    /** Code of ISO 3166-1. */
    public String country() {
        return country;
    }

    @Override
    protected Object line() {
        return country;
    }

    @Override
    protected PersonCitizenship again() {
        return new PersonCitizenship(owner(), country);
    }
}
