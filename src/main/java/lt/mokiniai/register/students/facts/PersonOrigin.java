package lt.mokiniai.register.students.facts;

import jakarta.persistence.Entity;
import java.util.Set;
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

    /** Gives the origin as it is told: what is not told stays as it was, but for what is cleared. */
    public PersonOrigin told(@Nullable String toldCountry, @Nullable String toldTongue, Set<String> cleared) {
        return new PersonOrigin(
                owner(),
                toldCountry != null || cleared.contains("country") ? toldCountry : country,
                toldTongue != null || cleared.contains("motherTongue") ? toldTongue : motherTongue);
    }

    /** Whether it tells nothing. */
    public boolean isEmpty() {
        return country == null && motherTongue == null;
    }

    @Override
    protected PersonOrigin again() {
        return new PersonOrigin(owner(), country, motherTongue);
    }
}
