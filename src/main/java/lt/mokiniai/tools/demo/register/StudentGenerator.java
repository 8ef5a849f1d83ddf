package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_CITIZENSHIP;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_GUARDIAN;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_IDENTITY;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_ORIGIN;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_RESIDENCE;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_RESTRICTION;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_SPECIAL_NEEDS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.tools.demo.register.DemoDataWriter.Term;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.Municipality;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Career;
import lt.mokiniai.tools.demo.register.StudyGenerator.Leaving;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import org.jspecify.annotations.Nullable;

/**
 * The students of the demo register, each from the seed and its index alone. A personal code says a birth year of 2091 to
 * 2099, which nobody alive can have; the birth date has the code's month and day, and the year that suits the level.
 */
final class StudentGenerator {

    private static final int HOUSE = 1;
    private static final int SELF = 2;
    private static final int TWINS = 3;
    private static final int STUDIES = 4;
    private static final int HOME = 5;
    private static final int PARENTS = 6;

    // Numbers of the enrolments that go on beside the general school's.
    private static final int MUSIC = 40;
    private static final int HOBBY = 41;
    private static final int TRADE = 42;

    private static final int FIRST_GRADUATES = 2017;
    private static final long FIRST_PERSON = 10_000;

    private final DemoDataWriter data;
    private final Schools schools;
    private final StudyGenerator studies;
    private final Certificates certificates;
    private final InventedNames names = new InventedNames();
    private final int year;

    /** @param year the year in which the current school year began */
    StudentGenerator(
            DemoDataWriter data, Schools schools, StudyGenerator studies, Certificates certificates, int year) {
        this.data = data;
        this.schools = schools;
        this.studies = studies;
        this.certificates = certificates;
        this.year = year;
    }

    /** What became of a student. */
    private enum Fate {
        STUDIES,
        TRADE,
        GRADUATE,
        ABROAD,
        DECEASED,
        LEFT
    }

    /** What twins share. */
    private record House(
            long index, String language, List<String> family, Municipality place, int level, Fate fate, int lastYear) {}

    /** Writes the student of an index, counted from 0. */
    void write(long index) {
        boolean twins = data.chance(TWINS, index / 2).nextInt(100) < 2;
        boolean secondTwin = twins && index % 2 == 1;
        House house = house(secondTwin ? index - 1 : index, twins);
        SplittableRandom chance = data.chance(SELF, index);
        boolean male = chance.nextBoolean();
        String code = data.pupilCode(index, secondTwin, male).value();
        int unknown = chance.nextInt(1_000);
        boolean isForeign = unknown < 15;
        LocalDate midYear = LocalDate.of(house.lastYear, 11, 2).plusDays(chance.nextInt(100));
        Identity identity = new Identity(
                isForeign ? null : code,
                unknown < 8 ? "F-%09d".formatted(index + 1_000) : null,
                names.given(house.language, male, chance),
                house.family.get(male ? 0 : 1),
                LocalDate.of(house.lastYear - 6 - house.level, number(code, 3), number(code, 5)),
                male,
                house.fate == Fate.DECEASED ? midYear : null);
        long person = FIRST_PERSON + index;
        Instant entered = StudyGenerator.toldOf(StudyGenerator.firstYear(house.level, house.lastYear), index);
        Term since = Term.since(identity.birthDate(), entered);
        data.row(PERSON, person, data.registerId(index), entered);
        identity(person, index, identity, since, chance, !twins && index % 2 == 0);
        origin(person, house, isForeign, since, chance);
        residence(person, index, house, since);
        guardians(person, house, since);
        special(person, since, chance);
        String language = chance.nextBoolean() && !house.language.equals("uk") ? house.language : "lt";
        study(new Student(index, person, identity.familyName(), language), house, midYear);
    }

    private House house(long index, boolean twins) {
        SplittableRandom chance = data.chance(HOUSE, index);
        int nation = chance.nextInt(100);
        String language = nation < 84 ? "lt" : nation < 90 ? "pl" : nation < 96 ? "ru" : "uk";
        int lot = twins ? 999 : chance.nextInt(1_000);
        Fate fate = lot < 90
                ? Fate.GRADUATE
                : lot < 130
                        ? Fate.TRADE
                        : lot < 150 ? Fate.ABROAD : lot < 152 ? Fate.DECEASED : lot < 165 ? Fate.LEFT : Fate.STUDIES;
        int lastYear = switch (fate) {
            case STUDIES -> year;
            case TRADE -> year - 2;
            case GRADUATE -> FIRST_GRADUATES + chance.nextInt(year - FIRST_GRADUATES);
            case ABROAD, DECEASED, LEFT -> year - 1;
        };
        int level = switch (fate) {
            case TRADE, LEFT -> 10;
            case GRADUATE -> 12;
            case STUDIES, ABROAD, DECEASED -> chance.nextInt(-3, 13);
        };
        return new House(
                index, language, names.family(language, chance), schools.municipality(chance), level, fate, lastYear);
    }

    private void identity(
            long person, long index, Identity now, Term since, RandomGenerator chance, boolean hasSpareCode) {
        int change = chance.nextInt(1_000);
        LocalDate day = LocalDate.ofInstant(since.recorded(), Dates.ZONE).plusDays(60 + chance.nextInt(200));
        Instant told = StudyGenerator.told(day, index);
        if (now.death() != null) {
            Instant toldOfDeath = StudyGenerator.told(now.death().plusDays(3), index);
            data.fact(
                    PERSON_IDENTITY,
                    since.believedUntil(toldOfDeath),
                    now.dead(null).columns(person));
            data.fact(PERSON_IDENTITY, Term.since(since.from(), toldOfDeath), now.columns(person));
        } else if (change >= 20 || day.getYear() >= year) {
            data.fact(PERSON_IDENTITY, since, now.columns(person));
        } else if (change < 10) {
            // Recorded with a typing mistake and corrected: the wrong name never held.
            String name = now.familyName();
            Identity wrong = now.named(name.substring(0, 1) + name.charAt(2) + name.charAt(1) + name.substring(3));
            data.fact(PERSON_IDENTITY, since.believedUntil(told), wrong.columns(person));
            data.fact(PERSON_IDENTITY, Term.since(since.from(), told), now.columns(person));
        } else {
            Identity before = change < 15 && hasSpareCode && now.code() != null
                    ? now.coded(data.formerCode(index, now.male()).value())
                    : now.named(names.family("lt", chance).get(now.male() ? 0 : 1));
            data.change(PERSON_IDENTITY, since, day, told, before.columns(person), now.columns(person));
        }
    }

    private void origin(long person, House house, boolean foreign, Term since, RandomGenerator chance) {
        boolean ukrainian = house.language.equals("uk");
        String country = foreign || ukrainian ? "UA" : "LT";
        data.fact(PERSON_ORIGIN, since, person, country, house.language);
        data.fact(PERSON_CITIZENSHIP, since, person, country);
        if (chance.nextInt(100) < 2) {
            data.fact(
                    PERSON_CITIZENSHIP,
                    since,
                    person,
                    List.of("PL", "IE", "DE", "US").get(chance.nextInt(4)));
        }
    }

    /** Most never moved; some did in the summer before their last year. */
    private void residence(long person, long index, House house, Term since) {
        SplittableRandom chance = data.chance(HOME, house.index);
        @Nullable Object[] home = home(person, house.place.code(), chance);
        LocalDate moved = LocalDate.of(house.lastYear, 7, 1);
        Instant told = StudyGenerator.told(moved.plusDays(2), index);
        if (chance.nextInt(100) < 8 && since.recorded().isBefore(told)) {
            @Nullable
            Object[] before = home(person, schools.municipality(chance).code(), chance);
            data.change(PERSON_RESIDENCE, since, moved, told, before, home);
        } else {
            data.fact(PERSON_RESIDENCE, since, home);
        }
    }

    static @Nullable Object[] home(long person, String municipality, RandomGenerator chance) {
        return new @Nullable Object[] {
            person,
            municipality,
            municipality + "%02d".formatted(1 + chance.nextInt(12)),
            municipality + "%05d".formatted(1 + chance.nextInt(300)),
            chance.nextInt(20) == 0 ? null : municipality + "%06d".formatted(1 + chance.nextInt(5_000)),
            1 + chance.nextInt(90) + (chance.nextInt(3) == 0 ? "" : "-" + (1 + chance.nextInt(60)))
        };
    }

    private void guardians(long person, House house, Term since) {
        SplittableRandom chance = data.chance(PARENTS, house.index);
        int kind = chance.nextInt(100);
        int ordinal = 0;
        if (kind >= 3 && kind < 90) {
            guardian(person, ++ordinal, house, false, since, chance);
        }
        if (kind >= 25) {
            guardian(person, ++ordinal, house, true, since, chance);
        }
    }

    private void guardian(long person, int ordinal, House house, boolean male, Term since, RandomGenerator chance) {
        String code = house.language.equals("uk")
                ? null
                : data.guardianCode(house.index, male).value();
        data.fact(
                PERSON_GUARDIAN,
                since,
                person,
                ordinal,
                code,
                names.given(house.language, male, chance),
                house.family.get(male ? 0 : 2),
                male ? "FATHER" : "MOTHER",
                "+370 600 %05d".formatted(chance.nextInt(100_000)),
                "%s%d@pavyzdys.example".formatted(male ? "tevas" : "mama", house.index));
    }

    private void special(long person, Term since, RandomGenerator chance) {
        if (chance.nextInt(100) < 8) {
            String group = List.of("DISABILITY", "DISORDER", "DIFFICULTY").get(chance.nextInt(3));
            data.fact(PERSON_SPECIAL_NEEDS, since, person, group, String.valueOf(1 + chance.nextInt(4)));
        }
        if (chance.nextInt(1_000) < 5) {
            String kind = List.of("ADOPTION", "COURT", "PROTECTED").get(chance.nextInt(3));
            data.fact(PERSON_RESTRICTION, since, person, kind);
        }
    }

    private void study(Student student, House house, LocalDate midYear) {
        SplittableRandom chance = data.chance(STUDIES, house.index);
        Leaving end = switch (house.fate) {
            case STUDIES -> null;
            case TRADE, GRADUATE -> new Leaving(LocalDate.of(house.lastYear + 1, 6, 20), "COMPLETED", null);
            case ABROAD ->
                new Leaving(midYear, "ABROAD", List.of("IE", "NO", "DE", "GB").get(chance.nextInt(4)));
            case DECEASED -> new Leaving(midYear, "DEATH", null);
            case LEFT -> new Leaving(midYear, "NOT_ATTENDING", null);
        };
        Career career = studies.career(student, house.level, house.lastYear, house.place, chance, end);
        boolean isFinished = house.fate == Fate.GRADUATE || house.fate == Fate.TRADE;
        certificates.certify(student, house.level, house.lastYear, career.school(), isFinished, year, chance);
        SplittableRandom own = data.chance(SELF + 10, student.index());
        if (house.fate == Fate.TRADE) {
            group(student, TRADE, Kind.VOCATIONAL, "PM-" + year % 100, year - 1, house, own);
        } else if (house.fate == Fate.STUDIES) {
            if (house.level >= 1 && own.nextInt(100) < 10) {
                group(student, MUSIC, Kind.SUPPLEMENTARY, "Fortepijonas", year - own.nextInt(2), house, own);
            }
            if (house.level >= 1 && own.nextInt(100) < 25) {
                Kind kind = house.place.code().equals(house.place.countyCentre()) && own.nextInt(4) == 0
                        ? Kind.FREE_TEACHER
                        : Kind.NONFORMAL;
                group(student, HOBBY, kind, "Grupė", year, house, own);
            }
            if (own.nextInt(100) < 1) {
                LocalDate from = LocalDate.of(year, 9, 1);
                LocalDate to = own.nextBoolean() ? from.plusDays(90) : null;
                studies.interrupt(student, career.enrolments() - 1, "ILLNESS", from, to);
            }
        }
    }

    private void group(
            Student student, int number, Kind kind, String name, int since, House house, RandomGenerator chance) {
        School school = schools.school(kind, house.place, student.index(), chance);
        String family = kind == Kind.FREE_TEACHER ? "NONFORMAL" : kind.name();
        studies.group(student, number, school, schools.programme(family, chance), name, since);
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
