package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_CITIZENSHIP;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_GUARDIAN;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_IDENTITY;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_ORIGIN;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_RESIDENCE;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_RESTRICTION;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.PERSON_SPECIAL_NEEDS;
import static lt.mokiniai.tools.demo.register.StudentGenerator.home;
import static lt.mokiniai.tools.demo.register.StudyGenerator.toldOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.register.Certificates.Diploma;
import lt.mokiniai.tools.demo.register.DemoDataWriter.Term;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Leaving;
import lt.mokiniai.tools.demo.register.StudyGenerator.Place;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import lt.mokiniai.tools.demo.register.StudyGenerator.Study;
import org.jspecify.annotations.Nullable;

/** What happened to each of {@link DemoCast}. Nothing of it depends on the seed. */
final class CastHistories {

    private static final School DEMO = Schools.demo(Kind.GYMNASIUM);
    private static final School VILNIUS = Schools.vilnius();
    private static final String BASIC = "910401001";
    private static final String SECONDARY = "910501001";
    private static final String MUSIC = "910801001";
    private static final String TRADE = "T91061001";
    private static final int CLASSMATES = 100;

    private final DemoDataWriter data;
    private final StudyGenerator studies;
    private final Certificates certificates;
    private final int year;
    // Grades, houses and classmates' names: the same in every register.
    private final SplittableRandom chance = new SplittableRandom(8);
    private int classSize;

    /** @param year the year in which the current school year began */
    CastHistories(DemoDataWriter data, StudyGenerator studies, Certificates certificates, int year) {
        this.data = data;
        this.studies = studies;
        this.certificates = certificates;
        this.year = year;
    }

    /** Writes them all, and the classmates who have no part of their own. */
    void write() {
        for (DemoCast one : DemoCast.values()) {
            person(one);
            study(one, student(one));
        }
        InventedNames names = new InventedNames();
        for (int number = CLASSMATES; classSize < DemoCast.CLASS_SIZE; number++) {
            classmate(number, names);
        }
    }

    private void person(DemoCast one) {
        long person = one.number();
        Identity now = Identity.of(one);
        Term since = Term.since(now.birthDate(), entered(one));
        data.row(PERSON, person, one.registerId(), since.recorded());
        identity(one, now, since);
        residence(one, since);
        boolean isForeign = one.personalCode().isEmpty();
        data.fact(PERSON_ORIGIN, since, person, isForeign ? "UA" : "LT", isForeign ? "uk" : "lt");
        data.fact(PERSON_CITIZENSHIP, since, person, isForeign ? "UA" : "LT");
        if (one == DemoCast.VILNIUS_STUDENT) {
            data.fact(PERSON_CITIZENSHIP, since, person, "PL");
        }
        guardian(person, 1, "6", "Rasa", "Pavyzdienė", "MOTHER", since);
        if (one == DemoCast.KAUNAS_STUDENT) {
            guardian(person, 2, "5", "Tomas", "Saulėnas", "FATHER", since);
        }
        if (one == DemoCast.SPECIAL_NEEDS) {
            data.fact(PERSON_SPECIAL_NEEDS, since, person, "DISORDER", "2");
        }
        if (one == DemoCast.RESTRICTED) {
            data.fact(PERSON_RESTRICTION, since, person, "ADOPTION");
        }
    }

    private void identity(DemoCast one, Identity now, Term since) {
        long person = one.number();
        switch (one) {
            case RENAMED -> change(one, since, LocalDate.of(year, 2, 10), now.named(DemoCast.FORMER_NAME), now);
            case CHANGED_CODE -> change(one, since, LocalDate.of(year, 5, 7), now.coded(DemoCast.FORMER_CODE), now);
            case CORRECTED -> correct(since, corrected(), now.named("Zedonaitė").columns(person), now.columns(person));
            case DECEASED -> {
                LocalDate day = LocalDate.of(year - 1, 11, 17);
                Instant told = told(day.plusDays(3), one);
                correct(since, told, now.columns(person), now.dead(day).columns(person));
            }
            default -> data.fact(PERSON_IDENTITY, since, now.columns(person));
        }
    }

    private void change(DemoCast one, Term since, LocalDate day, Identity before, Identity now) {
        data.change(
                PERSON_IDENTITY, since, day, told(day, one), before.columns(one.number()), now.columns(one.number()));
    }

    private void correct(Term since, Instant told, @Nullable Object[] wrong, @Nullable Object[] right) {
        data.fact(PERSON_IDENTITY, since.believedUntil(told), wrong);
        data.fact(PERSON_IDENTITY, Term.since(since.from(), told), right);
    }

    private void residence(DemoCast one, Term since) {
        boolean isOfVilnius = one == DemoCast.VILNIUS_STUDENT || one == DemoCast.MOVED || one == DemoCast.COMMUTER;
        // Who joined the cast late changes nobody else's house.
        SplittableRandom where =
                one.number() <= DemoCast.CHANGED_CODE.number() ? chance : new SplittableRandom(one.number());
        @Nullable Object[] home = home(one.number(), isOfVilnius ? DemoCast.VILNIUS_CITY : DemoCast.KAUNAS_CITY, where);
        if (one == DemoCast.MOVED) {
            LocalDate day = LocalDate.of(year, 8, 3);
            @Nullable Object[] now = home(one.number(), DemoCast.KAUNAS_CITY, chance);
            data.change(PERSON_RESIDENCE, since, day, told(day, one), home, now);
        } else if (one == DemoCast.LEFT_ABROAD) {
            LocalDate last = LocalDate.of(year, 2, 13);
            Instant told = told(last, one);
            data.fact(PERSON_RESIDENCE, since.believedUntil(told), home);
            data.fact(PERSON_RESIDENCE, new Term(since.from(), last, told, null), home);
        } else {
            data.fact(PERSON_RESIDENCE, since, home);
        }
    }

    private void guardian(
            long person, int ordinal, String leading, String name, String family, String relation, Term since) {
        // 2091 again, and a serial that nobody else has.
        String day = "91%02d%02d990".formatted(1 + person / 28, 1 + person % 28);
        String code = PersonalCode.completing(leading + day).value();
        String email = "globejas%d.%d@pavyzdys.example".formatted(person, ordinal);
        String phone = "+370 600 00%03d".formatted(person);
        data.fact(PERSON_GUARDIAN, since, person, ordinal, code, name, family, relation, phone, email);
    }

    private void study(DemoCast one, Student student) {
        switch (one) {
            case KAUNAS_STUDENT -> {
                schooling(student, DEMO, year - 2, 6, "A");
                studies.group(student, 1, Schools.demo(Kind.SUPPLEMENTARY), MUSIC, "Fortepijonas", year - 1);
            }
            case TWIN_A, TWIN_B, FOREIGNER, RESTRICTED, SPECIAL_NEEDS, CHANGED_CODE ->
                schooling(student, DEMO, year - 1, 7, "A");
            case COMMUTER -> schooling(student, DEMO, year - 1, 7, "B");
            case VILNIUS_STUDENT -> schooling(student, VILNIUS, year - 1, 7, "B");
            case NO_CODE, RENAMED -> schooling(student, DEMO, year - 1, 8, "B");
            case HOMONYM_1 -> schooling(student, DEMO, year - 1, 5, "A");
            case HOMONYM_2 -> schooling(student, Schools.demo(Kind.PROGYMNASIUM), year - 1, 5, "A");
            case CORRECTED -> corrected(student);
            case MOVED -> {
                String next = DEMO.code();
                ended(student, VILNIUS, BASIC, year - 2, 5, new Leaving(LocalDate.of(year, 8, 31), "TRANSFER", next));
                stages(begun(student, 1, DEMO, BASIC, LocalDate.of(year, 9, 1), VILNIUS), year, 7, year, "A", null);
            }
            case REPEATED -> repeated(student);
            case TRANSFERRED -> transferred(student);
            case DECEASED ->
                ended(student, DEMO, BASIC, year - 2, 8, new Leaving(LocalDate.of(year - 1, 11, 17), "DEATH", null));
            case LEFT_ABROAD ->
                ended(student, DEMO, BASIC, year - 2, 8, new Leaving(LocalDate.of(year, 2, 13), "ABROAD", "IE"));
            case INTERRUPTED -> {
                ended(student, DEMO, BASIC, year - 2, 9, new Leaving(LocalDate.of(year, 8, 31), "COMPLETED", null));
                LocalDate first = LocalDate.of(year, 9, 1);
                stages(begun(student, 1, DEMO, SECONDARY, first, null), year, 11, year, "A", null);
                studies.interrupt(student, 1, "ILLNESS", first, null);
            }
            case MUSIC_ONLY -> studies.group(student, 0, Schools.demo(Kind.SUPPLEMENTARY), MUSIC, "Smuikas", year);
            case VOCATIONAL -> {
                LocalDate last = LocalDate.of(year - 1, 6, 20);
                ended(student, DEMO, BASIC, year - 3, 9, new Leaving(last, "COMPLETED", null));
                certificates.issue(
                        new Diploma(student, "BASIC", "2001", last, DEMO, BASIC, "BASIC"), chance, null, null);
                studies.group(student, 1, Schools.demo(Kind.VOCATIONAL), TRADE, "VR-" + (year - 1) % 100, year - 1);
            }
            case GRADUATE -> certificates.issue(matriculated(student, 2024), chance, null, null);
            case PAPER_CERTIFICATE ->
                certificates.duplicate(matriculated(student, 2019), chance, LocalDate.of(2021, 3, 15));
            case REVOKED_CERTIFICATE ->
                certificates.issue(matriculated(student, 2023), chance, "REVOKED", LocalDate.of(2024, 2, 1));
        }
    }

    private Diploma matriculated(Student student, int graduated) {
        Leaving leaving = new Leaving(LocalDate.of(graduated, 6, 20), "COMPLETED", null);
        ended(student, DEMO, SECONDARY, graduated - 2, 11, leaving);
        LocalDate day = LocalDate.of(graduated, 7, 12);
        return new Diploma(student, "MATRICULATION", "3014", day, DEMO, SECONDARY, "SECONDARY");
    }

    private void transferred(Student student) {
        LocalDate day = LocalDate.of(year, 1, 15);
        ended(student, VILNIUS, BASIC, year - 2, 7, new Leaving(day.minusDays(1), "TRANSFER", DEMO.code()));
        Study study = begun(student, 1, DEMO, BASIC, day, VILNIUS);
        Instant told = StudyGenerator.told(day, student.index());
        studies.write(
                new Term(day, LocalDate.of(year, 8, 31), told, null), study, Place.of(8, "B", Kind.GYMNASIUM), null);
        stages(study, year, 9, year, "B", null);
    }

    private void repeated(Student student) {
        Study study = begun(student, 0, DEMO, BASIC, LocalDate.of(year - 1, 9, 1), null);
        studies.write(lastYear(toldOf(year - 1, student.index())), study, Place.of(7, "B", Kind.GYMNASIUM), null);
        stages(study, year, 7, year, "B", null);
    }

    private void corrected(Student student) {
        Study study = begun(student, 0, DEMO, BASIC, LocalDate.of(year - 1, 9, 1), null);
        Term wrong = lastYear(toldOf(year - 1, student.index())).believedUntil(corrected());
        studies.write(wrong, study, Place.of(7, "B", Kind.GYMNASIUM), null);
        studies.write(lastYear(corrected()), study, Place.of(7, "A", Kind.GYMNASIUM), null);
        stages(study, year, 8, year, "A", null);
    }

    private Term lastYear(Instant told) {
        return new Term(LocalDate.of(year - 1, 9, 1), LocalDate.of(year, 8, 31), told, null);
    }

    private void classmate(int number, InventedNames names) {
        boolean male = chance.nextBoolean();
        LocalDate birth = LocalDate.of(2012, 1 + number % 12, 3 + number % 25);
        String day = "93%02d%02d960".formatted(birth.getMonthValue(), birth.getDayOfMonth());
        String code = PersonalCode.completing((male ? "5" : "6") + day).value();
        String family = names.family("lt", chance).get(male ? 0 : 1);
        Identity identity = new Identity(code, null, names.given("lt", male, chance), family, birth, male, null);
        Student student = new Student(-number, number, family, "lt");
        Term since = Term.since(birth, toldOf(year - 3, student.index()));
        data.row(PERSON, student.person(), "DEMO%012d".formatted(number), since.recorded());
        data.fact(PERSON_IDENTITY, since, identity.columns(number));
        data.fact(PERSON_RESIDENCE, since, home(number, DemoCast.KAUNAS_CITY, chance));
        data.fact(PERSON_ORIGIN, since, student.person(), "LT", "lt");
        data.fact(PERSON_CITIZENSHIP, since, student.person(), "LT");
        schooling(student, DEMO, year - 2, 6, "A");
    }

    /** Writes an enrolment in basic education that goes on. */
    private void schooling(Student student, School school, int first, int level, String letter) {
        Study study = begun(student, 0, school, BASIC, LocalDate.of(first, 9, 1), null);
        stages(study, first, level, year, letter, null);
    }

    /** Writes a first enrolment of two years, or less, that ended. */
    private void ended(Student student, School school, String programme, int first, int level, Leaving leaving) {
        Study study = begun(student, 0, school, programme, LocalDate.of(first, 9, 1), null);
        stages(study, first, level, first + 1, "B", leaving);
    }

    private void stages(Study study, int first, int level, int last, String letter, @Nullable Leaving leaving) {
        for (int then = first; then <= last; then++) {
            LocalDate from = LocalDate.of(then, 9, 1);
            Place place = Place.of(level + then - first, letter, Kind.GYMNASIUM);
            Instant told = toldOf(then, study.student().index());
            Term term = new Term(from, LocalDate.of(then + 1, 8, 31), told, null);
            if (then < last) {
                studies.write(term, study, place, null);
            } else if (leaving == null) {
                studies.write(Term.since(from, told), study, place, null);
                classSize += study.school().equals(DEMO) && place.name().equals(DemoCast.CLASS_NAME) ? 1 : 0;
            } else {
                studies.end(study, place, term, leaving);
            }
        }
    }

    private Study begun(
            Student student, int number, School school, String programme, LocalDate day, @Nullable School before) {
        String id = data.enrolmentId(student.index(), number);
        return new Study(student, id, school, programme, day, before == null ? null : before.code());
    }

    private Instant corrected() {
        return told(LocalDate.of(year - 1, 10, 15), DemoCast.CORRECTED);
    }

    private Instant entered(DemoCast one) {
        boolean isOfOld =
                one == DemoCast.GRADUATE || one == DemoCast.PAPER_CERTIFICATE || one == DemoCast.REVOKED_CERTIFICATE;
        return toldOf(isOfOld ? 2016 : year - 3, -one.number());
    }

    private static Instant told(LocalDate day, DemoCast one) {
        return StudyGenerator.told(day, -one.number());
    }

    private static Student student(DemoCast one) {
        return new Student(-one.number(), one.number(), one.familyName(), "lt");
    }
}
