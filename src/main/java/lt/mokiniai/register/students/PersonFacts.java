package lt.mokiniai.register.students;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import lt.mokiniai.register.history.Fact;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The facts about a person as questions name them (docs/register.md, 'Person and student'). */
final class PersonFacts {

    private PersonFacts() {}

    /** Names, codes, birth and death. */
    @Entity(name = "PersonIdentity")
    @Immutable
    static class Identity extends Fact {
        Long personId;

        @Nullable
        String personalCode;

        @Nullable
        String foreignerId;

        String givenNames;
        String familyName;
        String nameKey;
        LocalDate birthDate;

        @Nullable
        String sex;

        @Nullable
        LocalDate dateOfDeath;
    }

    /** Where a person comes from. */
    @Entity(name = "PersonOrigin")
    @Immutable
    static class Origin extends Fact {
        Long personId;

        @Nullable
        String country;

        @Nullable
        String motherTongue;
    }

    /** One citizenship; a person may have several. */
    @Entity(name = "PersonCitizenship")
    @Immutable
    static class Citizenship extends Fact {
        Long personId;
        String country;
    }

    /** Declared residence, in codes of the Address register. */
    @Entity(name = "PersonResidence")
    @Immutable
    static class Residence extends Fact {
        Long personId;
        String municipality;

        @Nullable
        String eldership;

        @Nullable
        String locality;

        @Nullable
        String street;

        @Nullable
        String house;
    }

    /** One of at most two guardians. */
    @Entity(name = "PersonGuardian")
    @Immutable
    static class Guardian extends Fact {
        Long personId;
        int ordinal;

        @Nullable
        String personalCode;

        String givenNames;
        String familyName;
        String relation;

        @Nullable
        String phone;

        @Nullable
        String email;
    }

    /** Special educational needs: special-category data. */
    @Entity(name = "PersonSpecialNeeds")
    @Immutable
    static class SpecialNeeds extends Fact {
        Long personId;
        String needGroup;

        @Nullable
        String needLevel;
    }

    /** A restriction of disclosure: adoption, court, protected person. */
    @Entity(name = "PersonRestriction")
    @Immutable
    static class Restriction extends Fact {
        Long personId;
        String kind;
    }
}
