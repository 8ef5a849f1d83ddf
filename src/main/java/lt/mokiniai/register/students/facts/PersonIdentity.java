package lt.mokiniai.register.students.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.history.History;
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

    /** Whether the registration of a person was struck: no identity is believed, and no other record holds what was known. */
    public static boolean isStruck(History history) {
        return history.believed(PersonIdentity.class, history.person()).isEmpty()
                && PersonMerge.of(history).isEmpty();
    }

    /** Whether a student has a Lithuanian personal code, by what is believed of them last. */
    public static boolean hasCode(History history) {
        List<PersonIdentity> identities = history.believed(PersonIdentity.class, history.person());
        return !identities.isEmpty() && identities.get(identities.size() - 1).personalCode != null;
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

    /** The personal code; nothing of a person who has none. */
    public @Nullable PersonalCode personalCode() {
        return personalCode;
    }

    /**
     * Gives the identity as it is told: what is told takes the place of what another says. Where it says something else than
     * that one, it is of a later change, and stays.
     *
     * @param before what was believed on the day from which it is told
     */
    public PersonIdentity told(
            PersonIdentity before,
            @Nullable String givenNames,
            @Nullable String familyName,
            @Nullable PersonalCode code) {
        String given = givenNames != null && name.givenNames().equals(before.name.givenNames())
                ? givenNames
                : name.givenNames();
        String family = familyName != null && name.familyName().equals(before.name.familyName())
                ? familyName
                : name.familyName();
        boolean isCode = code != null && Objects.equals(personalCode, before.personalCode);
        return new PersonIdentity(
                owner(),
                isCode ? code : personalCode,
                foreignerId,
                new PersonName(given, family),
                birthDate,
                sex,
                dateOfDeath);
    }

    /** Gives in what another identity differs, by the names of the elements; what one of them does not say is no difference. */
    public List<String> differsFrom(PersonIdentity other) {
        Map<String, Boolean> differences = new LinkedHashMap<>();
        differences.put("personalCode", differ(personalCode, other.personalCode));
        differences.put("foreignerId", differ(foreignerId, other.foreignerId));
        differences.put("givenNames", differ(name.givenNames(), other.name.givenNames()));
        differences.put("familyName", differ(name.familyName(), other.name.familyName()));
        differences.put("birthDate", differ(birthDate, other.birthDate));
        differences.put("sex", differ(sex, other.sex));
        differences.put("dateOfDeath", differ(dateOfDeath, other.dateOfDeath));
        return differences.keySet().stream().filter(differences::get).toList();
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
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
