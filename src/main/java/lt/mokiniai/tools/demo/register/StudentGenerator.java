package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.tools.demo.register.Manner.Circumstances;
import lt.mokiniai.tools.demo.register.Schools.Area;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.StudyGenerator.Career;
import lt.mokiniai.tools.demo.register.StudyGenerator.Ending;
import lt.mokiniai.tools.demo.register.StudyGenerator.Group;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import lt.mokiniai.tools.demo.register.cohorts.Cohorts;
import lt.mokiniai.tools.demo.register.cohorts.Cohorts.Seat;
import lt.mokiniai.tools.demo.register.cohorts.Fate;
import lt.mokiniai.tools.demo.register.cohorts.GroupNames;
import lt.mokiniai.tools.demo.register.cohorts.SpecialClass;
import lt.mokiniai.tools.demo.register.lists.InventedNames;
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
    private static final int MANNER = 7;
    private static final int INTERRUPTION = 8;

    // Numbers of the enrolments that go on beside the general school's.
    private static final int MUSIC = 40;
    private static final int HOBBY = 41;

    private static final int FIRST_GRADUATES = 2017;

    private final SeededIdentifiers seeded;
    private final Schools schools;
    private final StudyGenerator studies;
    private final Certificates certificates;
    private final TradeGenerator trades;
    private final InventedNames names = new InventedNames();
    private final int year;

    /** @param year the year in which the current school year began */
    StudentGenerator(
            SeededIdentifiers seeded, Schools schools, StudyGenerator studies, Certificates certificates, int year) {
        this.seeded = seeded;
        this.schools = schools;
        this.studies = studies;
        this.certificates = certificates;
        this.trades = new TradeGenerator(studies, certificates);
        this.year = year;
    }

    /** What twins share. */
    private record House(long index, String language, List<String> family, Area area, Seat seat, int lastYear) {

        int level() {
            return seat.level();
        }

        Fate fate() {
            return seat.fate();
        }
    }

    /** Gives the history of the student of an index, counted from 0. */
    Chronicle student(long index) {
        boolean twins = seeded.chance(TWINS, index / 2).nextInt(100) < 2;
        boolean secondTwin = twins && index % 2 == 1;
        House house = house(secondTwin ? index - 1 : index, twins);
        SplittableRandom chance = seeded.chance(SELF, index);
        boolean male = chance.nextBoolean();
        PersonalCode code = seeded.studentCode(index, secondTwin, male);
        int unknown = chance.nextInt(1_000);
        boolean isForeign = unknown < 15;
        LocalDate midYear = LocalDate.of(house.lastYear, 11, 2).plusDays(chance.nextInt(100));
        String given = names.given(house.language, male, chance);
        SplittableRandom own = seeded.chance(MANNER, index);
        Circumstances how =
                Needs.circumstances(twins ? 999 : own.nextInt(1_000), house.level(), house.seat.special(), own);
        int born = house.lastYear - 6 - house.level() - how.yearsOlder();
        Life life = new Life(
                seeded.registerId(index),
                index,
                LocalDate.of(born, number(code.value(), 3), number(code.value(), 5)),
                StudyGenerator.toldOf(studies.firstYear(house.level(), house.lastYear), index));
        PersonIdentity identity = new PersonIdentity(
                life.person(),
                isForeign ? null : code,
                unknown < 8 ? "F-%09d".formatted(index + 1_000) : null,
                new PersonName(given, house.family.get(male ? 0 : 1)),
                life.birthDate(),
                male ? "V" : "M",
                null);
        identity(
                life,
                identity,
                house,
                house.fate() == Fate.DECEASED ? midYear : null,
                chance,
                !isForeign && !twins && index % 2 == 0);
        origin(life, house, isForeign, chance);
        residence(life, house);
        guardians(life, house);
        Needs.tell(life, how, own);
        restriction(life, chance);
        String language = chance.nextBoolean() && !house.language.equals("uk") ? house.language : "lt";
        study(new Student(life, language), house, how, midYear);
        return life.chronicle();
    }

    private House house(long index, boolean twins) {
        SplittableRandom chance = seeded.chance(HOUSE, index);
        int nation = chance.nextInt(100);
        Seat seat = Cohorts.seat(index);
        if (twins && seat.fate() == Fate.DECEASED) {
            seat = new Seat(seat.area(), Fate.ABROAD, seat.level(), seat.year(), null);
        }
        boolean isNewcomer = seat.special() == SpecialClass.EQUALISING;
        String language = isNewcomer || nation >= 96 ? "uk" : nation < 84 ? "lt" : nation < 90 ? "pl" : "ru";
        int lastYear = switch (seat.fate()) {
            case STUDIES -> year;
            case TRADE -> year - 2;
            case GRADUATE -> FIRST_GRADUATES + seat.year() % (year - FIRST_GRADUATES);
            case ABROAD, DECEASED, LEFT -> year - 1;
        };
        return new House(index, language, names.family(language, chance), schools.area(seat.area()), seat, lastYear);
    }

    private void identity(
            Life life,
            PersonIdentity now,
            House house,
            @Nullable LocalDate death,
            RandomGenerator chance,
            boolean hasSpareCode) {
        int change = chance.nextInt(1_000);
        // Whose name changed after school has the former one on the matriculation certificate.
        LocalDate since = house.fate() == Fate.GRADUATE && change >= 15
                ? LocalDate.of(house.lastYear + 1, 7, 12)
                : LocalDate.ofInstant(life.known(), Dates.ZONE);
        LocalDate day = since.plusDays(60 + chance.nextInt(200));
        life.called(life.birthDate(), now.name());
        boolean male = "V".equals(now.sex());
        if (death != null) {
            life.always(now);
            life.at(death.plusDays(3), history -> history.corrects(now, now.dead(death)));
        } else if (change >= (house.fate() == Fate.GRADUATE ? 60 : 20) || day.getYear() >= year) {
            life.always(now);
        } else if (change < 10) {
            // Recorded with a typing mistake and corrected: the wrong name never held.
            String name = now.name().familyName();
            PersonIdentity wrong =
                    now.named(name.substring(0, 1) + name.charAt(2) + name.charAt(1) + name.substring(3));
            life.always(wrong);
            life.at(day, history -> history.corrects(wrong, now));
        } else {
            PersonIdentity before = change < 15 && hasSpareCode
                    ? now.coded(seeded.formerCode(life.index(), male))
                    : now.named(names.family("lt", chance).get(male ? 0 : 1));
            life.called(life.birthDate(), before.name());
            life.called(day, now.name());
            life.always(before);
            life.at(day, history -> history.changes(before, now, day));
        }
    }

    private void origin(Life life, House house, boolean foreign, RandomGenerator chance) {
        boolean ukrainian = house.language.equals("uk");
        String country = foreign || ukrainian ? "UA" : "LT";
        life.always(new PersonOrigin(life.person(), country, house.language));
        life.always(new PersonCitizenship(life.person(), country));
        if (chance.nextInt(100) < 2) {
            life.always(new PersonCitizenship(
                    life.person(), List.of("PL", "IE", "DE", "US").get(chance.nextInt(4))));
        }
    }

    /** Most never moved; some did in the summer before their last year. */
    private void residence(Life life, House house) {
        SplittableRandom chance = seeded.chance(HOME, house.index);
        PersonResidence home = life.home(house.area.municipality().code(), chance);
        LocalDate moved = LocalDate.of(house.lastYear, 7, 1);
        LocalDate told = moved.plusDays(2);
        if (chance.nextInt(100) < 8 && life.known().isBefore(StudyGenerator.told(told, life.index()))) {
            PersonResidence before = life.home(schools.municipality(chance).code(), chance);
            life.always(before);
            life.at(told, history -> history.changes(before, home, moved));
        } else {
            life.always(home);
        }
    }

    private void guardians(Life life, House house) {
        SplittableRandom chance = seeded.chance(PARENTS, house.index);
        int kind = chance.nextInt(100);
        int ordinal = 0;
        if (kind >= 3 && kind < 90) {
            guardian(life, ++ordinal, house, false, chance);
        }
        if (kind >= 25) {
            guardian(life, ++ordinal, house, true, chance);
        }
    }

    private void guardian(Life life, int ordinal, House house, boolean male, RandomGenerator chance) {
        life.always(new PersonGuardian(
                life.person(),
                ordinal,
                house.language.equals("uk") ? null : seeded.guardianCode(house.index, male),
                new PersonName(names.given(house.language, male, chance), house.family.get(male ? 0 : 2)),
                male ? "FATHER" : "MOTHER",
                "+370 600 %05d".formatted(chance.nextInt(100_000)),
                "%s%d@pavyzdys.example".formatted(male ? "tevas" : "mama", house.index)));
    }

    private static void restriction(Life life, RandomGenerator chance) {
        if (chance.nextInt(1_000) < 5) {
            String kind = List.of("ADOPTION", "COURT", "PROTECTED").get(chance.nextInt(3));
            life.always(new PersonRestriction(life.person(), kind));
        }
    }

    private void study(Student student, House house, Circumstances how, LocalDate midYear) {
        SplittableRandom chance = seeded.chance(STUDIES, house.index);
        Ending end = switch (house.fate()) {
            case STUDIES -> null;
            case TRADE, GRADUATE -> StudyGenerator.left(LocalDate.of(house.lastYear + 1, 6, 20), "COMPLETED", null);
            case ABROAD ->
                StudyGenerator.left(
                        midYear, "ABROAD", List.of("IE", "NO", "DE", "GB").get(chance.nextInt(4)));
            case DECEASED -> StudyGenerator.left(midYear, "DEATH", null);
            case LEFT -> StudyGenerator.left(midYear, "NOT_ATTENDING", null);
        };
        Career career = studies.career(student, how, house.lastYear, house.area, chance, end);
        boolean isFinished = house.fate() == Fate.GRADUATE || house.fate() == Fate.TRADE;
        certificates.certify(student, house.level(), house.lastYear, career.school(), isFinished, year, chance);
        if (house.fate() == Fate.LEFT) {
            certificates.leave(student, house.lastYear, house.level(), career.school(), midYear, chance);
        } else if (house.fate() == Fate.GRADUATE) {
            trades.after(student, house.lastYear + 1, year, house.area, chance);
        }
        SplittableRandom own = seeded.chance(SELF + 10, student.index());
        if (house.fate() == Fate.TRADE) {
            RegisteredEnrolment trade = trades.instead(student, year - 1, house.area);
            Interruptions.ofTrade(student, trade, year, seeded.chance(INTERRUPTION, student.index()));
        } else if (house.fate() == Fate.STUDIES && house.level() >= 1) {
            afterSchool(student, house, own);
            Interruptions.ofPupil(student, how, career, year, seeded.chance(INTERRUPTION, student.index()));
        }
    }

    private void afterSchool(Student student, House house, RandomGenerator chance) {
        Area area = house.area;
        // By turns, so that groups are of much the same size.
        if (student.index() % 8 == 5) {
            GroupNames.Group music = GroupNames.music(area.number(), area.letter(), house.level());
            group(student, MUSIC, Kind.SUPPLEMENTARY, music, year - chance.nextInt(2), 7, area);
        }
        long turn = student.index() / 7;
        if (student.index() % 7 < 2) {
            boolean isAlone = area.municipality().isCountyCentre() && turn % 4 == 0;
            GroupNames.Group club = isAlone
                    ? GroupNames.ofFreeTeacher(area.number(), area.letter())
                    : GroupNames.club(area.number(), area.letter(), house.level(), student.index() % 7 == 1);
            group(student, HOBBY, isAlone ? Kind.FREE_TEACHER : Kind.NONFORMAL, club, year, 1, area);
        }
    }

    private void group(
            Student student, int number, Kind kind, GroupNames.Group group, int since, int years, Area area) {
        studies.group(
                student, number, new Group(kind, area.school(kind), group.programme(), group.name(), since, years));
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
