package lt.mokiniai.register.students.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.history.Person;
import org.jspecify.annotations.Nullable;

/** How a person is known: codes, names, birth and death. */
@Entity
public class PersonIdentity extends PersonFact {

    @Nullable
    PersonalCode personalCode;

    @Nullable
    String foreignerId;

    @Embedded
    PersonName name;

    LocalDate birthDate;

    @Nullable
    String sex;

    @Nullable
    LocalDate dateOfDeath;

    /** The name as it is looked up. */
    String nameKey;

    protected PersonIdentity() {}

    public PersonIdentity(
            Person person,
            @Nullable PersonalCode personalCode,
            @Nullable String foreignerId,
            PersonName name,
            LocalDate birthDate,
            @Nullable String sex,
            @Nullable LocalDate dateOfDeath) {
        super(person);
        this.personalCode = personalCode;
        this.foreignerId = foreignerId;
        this.name = name;
        this.birthDate = birthDate;
        this.sex = sex;
        this.dateOfDeath = dateOfDeath;
        this.nameKey = NameKeys.key(name.givenNames(), name.familyName());
    }

    public PersonName name() {
        return name;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** Code list SEX. */
    public @Nullable String sex() {
        return sex;
    }

    /** Gives the same person by another family name. */
    public PersonIdentity named(String familyName) {
        PersonName other = new PersonName(name.givenNames(), familyName);
        return new PersonIdentity(owner(), personalCode, foreignerId, other, birthDate, sex, dateOfDeath);
    }

    /** Gives the same person by another personal code. */
    public PersonIdentity coded(PersonalCode other) {
        return new PersonIdentity(owner(), other, foreignerId, name, birthDate, sex, dateOfDeath);
    }

    /** Gives the same person, who died on a day. */
    public PersonIdentity dead(LocalDate day) {
        return new PersonIdentity(owner(), personalCode, foreignerId, name, birthDate, sex, day);
    }

    @Override
    protected PersonIdentity again() {
        return new PersonIdentity(owner(), personalCode, foreignerId, name, birthDate, sex, dateOfDeath);
    }
}
