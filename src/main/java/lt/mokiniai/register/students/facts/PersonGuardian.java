package lt.mokiniai.register.students.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.Set;
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

    /** Which of the two it is. */
    public int place() {
        return ordinal;
    }

    /** Gives the guardian as he or she is told: what is not told stays as it was, but for what is cleared. */
    public PersonGuardian told(
            @Nullable PersonalCode code,
            @Nullable String givenNames,
            @Nullable String familyName,
            @Nullable String toldRelation,
            @Nullable String toldPhone,
            @Nullable String toldEmail,
            Set<String> cleared) {
        return new PersonGuardian(
                owner(),
                ordinal,
                code != null || cleared.contains("personalCode") ? code : personalCode,
                new PersonName(
                        givenNames == null ? name.givenNames() : givenNames,
                        familyName == null ? name.familyName() : familyName),
                toldRelation == null ? relation : toldRelation,
                toldPhone != null || cleared.contains("phone") ? toldPhone : phone,
                toldEmail != null || cleared.contains("email") ? toldEmail : email);
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
