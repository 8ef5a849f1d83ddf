package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
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
    List<?> content() {
        return Arrays.asList(country);
    }

    @Override
    protected PersonCitizenship again() {
        return new PersonCitizenship(owner(), country);
    }
}
