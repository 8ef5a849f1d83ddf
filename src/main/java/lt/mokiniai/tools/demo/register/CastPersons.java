package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.StudyGenerator.toldOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonFact;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;
import lt.mokiniai.tools.demo.DemoCast;

/** Who each of {@link DemoCast} is, where they live, who cares for them. Nothing of it depends on the seed. */
final class CastPersons {

    private final int year;
    private final SplittableRandom chance;

    /**
     * @param year the year in which the current school year began
     * @param chance of houses
     */
    CastPersons(int year, SplittableRandom chance) {
        this.year = year;
        this.chance = chance;
    }

    /** Gives the beginning of the life of one. */
    Life of(DemoCast one) {
        Life life = new Life(one.registerId(), -one.number(), one.birthDate(), entered(one));
        identity(one, life);
        residence(one, life);
        boolean isForeign = one.personalCode().isEmpty();
        life.always(new PersonOrigin(life.person(), isForeign ? "UA" : "LT", isForeign ? "uk" : "lt"));
        life.always(new PersonCitizenship(life.person(), isForeign ? "UA" : "LT"));
        if (one == DemoCast.VILNIUS_STUDENT) {
            life.always(new PersonCitizenship(life.person(), "PL"));
        }
        long household = household(one);
        guardian(life, household, 1, "6", new PersonName("Rasa", "Pavyzdienė"), "MOTHER");
        if (one == DemoCast.KAUNAS_STUDENT) {
            guardian(life, household, 2, "5", new PersonName("Tomas", "Saulėnas"), "FATHER");
        }
        if (one == DemoCast.SPECIAL_NEEDS) {
            life.always(new PersonSpecialNeeds(life.person(), "DISORDER", "2"));
        }
        if (one == DemoCast.RESTRICTED) {
            life.always(new PersonRestriction(life.person(), "ADOPTION"));
        }
        return life;
    }

    private void identity(DemoCast one, Life life) {
        PersonIdentity now = new PersonIdentity(
                life.person(),
                one.personalCode().map(PersonalCode::new).orElse(null),
                one.foreignerId().orElse(null),
                new PersonName(one.givenNames(), one.familyName()),
                one.birthDate(),
                one.sex(),
                null);
        life.called(one.birthDate(), now.name());
        switch (one) {
            case RENAMED -> change(life, now.named(DemoCast.FORMER_NAME), now, LocalDate.of(year, 2, 10));
            case CHANGED_CODE ->
                change(life, now.coded(new PersonalCode(DemoCast.FORMER_CODE)), now, LocalDate.of(year, 5, 7));
            case CORRECTED -> correct(life, now.named("Zedonaitė"), now, LocalDate.of(year - 1, 10, 15));
            case DECEASED -> {
                LocalDate day = LocalDate.of(year - 1, 11, 17);
                correct(life, now, now.dead(day), day.plusDays(3));
            }
            default -> life.always(now);
        }
    }

    private static void change(Life life, PersonFact before, PersonFact now, LocalDate day) {
        life.always(before);
        life.at(day, history -> history.changes(before, now, day));
    }

    private static void correct(Life life, PersonIdentity wrong, PersonIdentity right, LocalDate told) {
        life.always(wrong);
        life.at(told, history -> history.corrects(wrong, right));
    }

    private void residence(DemoCast one, Life life) {
        boolean isOfVilnius = one == DemoCast.VILNIUS_STUDENT || one == DemoCast.MOVED || one == DemoCast.COMMUTER;
        boolean isTwin = one == DemoCast.TWIN_A || one == DemoCast.TWIN_B;
        // Twins share a house; who joined the cast late changes nobody else's.
        SplittableRandom where =
                isTwin || one.number() > DemoCast.CHANGED_CODE.number() ? new SplittableRandom(household(one)) : chance;
        String municipality = isOfVilnius ? DemoCast.VILNIUS_CITY : DemoCast.KAUNAS_CITY;
        PersonResidence home = life.home(municipality, where);
        if (one == DemoCast.MOVED) {
            change(life, home, life.home(DemoCast.KAUNAS_CITY, chance), LocalDate.of(year, 8, 3));
            return;
        }
        life.always(home);
        if (one == DemoCast.LEFT_ABROAD) {
            LocalDate last = LocalDate.of(year, 2, 13);
            life.at(last, history -> history.ends(home, last));
        }
    }

    /** Gives the number of the family: of twins, the first one's. */
    private static long household(DemoCast one) {
        return (one == DemoCast.TWIN_B ? DemoCast.TWIN_A : one).number();
    }

    private static void guardian(
            Life life, long household, int ordinal, String leading, PersonName name, String relation) {
        // 2091 again, and a serial that nobody else has.
        String day = "91%02d%02d990".formatted(1 + household / 28, 1 + household % 28);
        life.always(new PersonGuardian(
                life.person(),
                ordinal,
                PersonalCode.completing(leading + day),
                name,
                relation,
                "+370 600 00%03d".formatted(household),
                "globejas%d.%d@pavyzdys.example".formatted(household, ordinal)));
    }

    /** Gives a classmate who has no part of their own, and a code that says 2093. */
    Life classmate(int number, PersonName name, boolean male, int born) {
        LocalDate birth = LocalDate.of(born, 1 + number % 12, 3 + number % 25);
        String day = "93%02d%02d960".formatted(birth.getMonthValue(), birth.getDayOfMonth());
        PersonalCode code = PersonalCode.completing((male ? "5" : "6") + day);
        Life life = new Life("DEMO%012d".formatted(number), -number, birth, toldOf(year - 3, -number));
        life.always(new PersonIdentity(life.person(), code, null, name, birth, male ? "V" : "M", null));
        life.always(life.home(DemoCast.KAUNAS_CITY, chance));
        life.always(new PersonOrigin(life.person(), "LT", "lt"));
        life.always(new PersonCitizenship(life.person(), "LT"));
        return life;
    }

    private Instant entered(DemoCast one) {
        boolean isOfOld =
                one == DemoCast.GRADUATE || one == DemoCast.PAPER_CERTIFICATE || one == DemoCast.REVOKED_CERTIFICATE;
        return toldOf(isOfOld ? 2016 : year - 3, -one.number());
    }
}
