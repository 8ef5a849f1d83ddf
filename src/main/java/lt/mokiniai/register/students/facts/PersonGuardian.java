package lt.mokiniai.register.students.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.history.Person;
import org.jspecify.annotations.Nullable;

/** One of at most two guardians. */
@Entity
public class PersonGuardian extends PersonFact {

    int ordinal;

    @Nullable
    PersonalCode personalCode;

    @Embedded
    PersonName name;

    String relation;

    @Nullable
    String phone;

    @Nullable
    String email;

    protected PersonGuardian() {}

    public PersonGuardian(
            Person person,
            int ordinal,
            @Nullable PersonalCode personalCode,
            PersonName name,
            String relation,
            @Nullable String phone,
            @Nullable String email) {
        super(person);
        this.ordinal = ordinal;
        this.personalCode = personalCode;
        this.name = name;
        this.relation = relation;
        this.phone = phone;
        this.email = email;
    }

    @Override
    protected Object line() {
        return ordinal;
    }

    @Override
    protected PersonGuardian again() {
        return new PersonGuardian(owner(), ordinal, personalCode, name, relation, phone, email);
    }
}
