package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.StudyGenerator.left;
import static lt.mokiniai.tools.demo.register.StudyGenerator.toldOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.register.Certificates.Diploma;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Ending;
import lt.mokiniai.tools.demo.register.StudyGenerator.Entry;
import lt.mokiniai.tools.demo.register.StudyGenerator.Place;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
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

    private final StudyGenerator studies;
    private final Certificates certificates;
    private final int year;
    // Grades, houses and classmates' names: the same in every register.
    private final SplittableRandom chance = new SplittableRandom(8);
    private final CastPersons persons;
    private int classSize;

    /** @param year the year in which the current school year began */
    CastHistories(StudyGenerator studies, Certificates certificates, int year) {
        this.studies = studies;
        this.certificates = certificates;
        this.year = year;
        this.persons = new CastPersons(year, chance);
    }

    /** Gives them all, and the classmates who have no part of their own. */
    List<Chronicle> all() {
        List<Chronicle> all = new ArrayList<>();
        for (DemoCast one : DemoCast.values()) {
            Life life = persons.of(one);
            study(one, new Student(life, one.familyName(), "lt"));
            all.add(life.chronicle());
        }
        InventedNames names = new InventedNames();
        for (int number = CLASSMATES; classSize < DemoCast.CLASS_SIZE; number++) {
            all.add(classmate(number, names));
        }
        return all;
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
                ended(
                        student,
                        VILNIUS,
                        BASIC,
                        new Years(year - 2, year - 1, 5),
                        left(LocalDate.of(year, 8, 31), "TRANSFER", next));
                RegisteredEnrolment moved = begun(student, 1, BASIC, year, VILNIUS.code());
                stages(student, moved, new Years(year, year, 7), "A", null);
            }
            case REPEATED -> repeated(student);
            case TRANSFERRED -> transferred(student);
            case DECEASED ->
                ended(
                        student,
                        DEMO,
                        BASIC,
                        new Years(year - 2, year - 1, 8),
                        left(LocalDate.of(year - 1, 11, 17), "DEATH", null));
            case LEFT_ABROAD ->
                ended(
                        student,
                        DEMO,
                        BASIC,
                        new Years(year - 2, year - 1, 8),
                        left(LocalDate.of(year, 2, 13), "ABROAD", "IE"));
            case INTERRUPTED -> {
                ended(
                        student,
                        DEMO,
                        BASIC,
                        new Years(year - 2, year - 1, 9),
                        left(LocalDate.of(year, 8, 31), "COMPLETED", null));
                RegisteredEnrolment secondary = begun(student, 1, SECONDARY, year, null);
                stages(student, secondary, new Years(year, year, 11), "A", null);
                StudyGenerator.interrupt(student, secondary, "ILLNESS", Term.since(LocalDate.of(year, 9, 1)));
            }
            case MUSIC_ONLY -> studies.group(student, 0, Schools.demo(Kind.SUPPLEMENTARY), MUSIC, "Smuikas", year);
            case VOCATIONAL -> {
                LocalDate last = LocalDate.of(year - 1, 6, 20);
                ended(student, DEMO, BASIC, new Years(year - 3, year - 2, 9), left(last, "COMPLETED", null));
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
        Ending end = left(LocalDate.of(graduated, 6, 20), "COMPLETED", null);
        ended(student, DEMO, SECONDARY, new Years(graduated - 2, graduated - 1, 11), end);
        LocalDate day = LocalDate.of(graduated, 7, 12);
        return new Diploma(student, "MATRICULATION", "3014", day, DEMO, SECONDARY, "SECONDARY");
    }

    private void transferred(Student student) {
        LocalDate day = LocalDate.of(year, 1, 15);
        Ending end = left(day.minusDays(1), "TRANSFER", DEMO.code());
        ended(student, VILNIUS, BASIC, new Years(year - 2, year - 1, 7), end);
        Instant told = StudyGenerator.told(day, student.index());
        RegisteredEnrolment enrolment = studies.begin(student, 1, DEMO, BASIC, new Entry(day, told, VILNIUS.code()));
        Term rest = new Term(day, LocalDate.of(year, 8, 31));
        StudyGenerator.learn(student, enrolment, rest, told, Place.of(8, "B", Kind.GYMNASIUM));
        stages(student, enrolment, new Years(year, year, 9), "B", null);
    }

    private void repeated(Student student) {
        RegisteredEnrolment enrolment = begun(student, 0, BASIC, year - 1, null);
        Instant told = toldOf(year - 1, student.index());
        StudyGenerator.learn(student, enrolment, lastYear(), told, Place.of(7, "B", Kind.GYMNASIUM));
        stages(student, enrolment, new Years(year, year, 7), "B", null);
    }

    private void corrected(Student student) {
        RegisteredEnrolment enrolment = begun(student, 0, BASIC, year - 1, null);
        EnrolmentStage wrong =
                new EnrolmentStage(enrolment, StudyGenerator.content(student, Place.of(7, "B", Kind.GYMNASIUM)));
        EnrolmentStage right =
                new EnrolmentStage(enrolment, StudyGenerator.content(student, Place.of(7, "A", Kind.GYMNASIUM)));
        student.life().at(toldOf(year - 1, student.index()), history -> history.asserts(wrong, lastYear()));
        student.life().at(LocalDate.of(year - 1, 10, 15), history -> history.corrects(wrong, right));
        stages(student, enrolment, new Years(year, year, 8), "A", null);
    }

    private Term lastYear() {
        return new Term(LocalDate.of(year - 1, 9, 1), LocalDate.of(year, 8, 31));
    }

    private Chronicle classmate(int number, InventedNames names) {
        boolean male = chance.nextBoolean();
        String family = names.family("lt", chance).get(male ? 0 : 1);
        PersonName name = new PersonName(names.given("lt", male, chance), family);
        Life life = persons.classmate(number, name, male);
        schooling(new Student(life, family, "lt"), DEMO, year - 2, 6, "A");
        return life.chronicle();
    }

    /** Tells of an enrolment in basic education that goes on. */
    private void schooling(Student student, School school, int first, int level, String letter) {
        RegisteredEnrolment enrolment = begun(student, 0, school, BASIC, first, null);
        stages(student, enrolment, new Years(first, year, level), letter, null);
    }

    /** Tells of a first enrolment that ended. */
    private void ended(Student student, School school, String programme, Years years, Ending end) {
        stages(student, begun(student, 0, school, programme, years.first, null), years, "B", end);
    }

    /** School years that follow each other, and the level in the first. */
    private record Years(int first, int last, int level) {}

    private void stages(
            Student student, RegisteredEnrolment enrolment, Years years, String letter, @Nullable Ending end) {
        for (int then = years.first; then <= years.last; then++) {
            Place place = Place.of(years.level + then - years.first, letter, Kind.GYMNASIUM);
            LocalDate from = LocalDate.of(then, 9, 1);
            boolean goesOn = then == years.last && end == null;
            Term days = new Term(from, goesOn ? null : LocalDate.of(then + 1, 8, 31));
            StudyGenerator.learn(student, enrolment, days, toldOf(then, student.index()), place);
            classSize += goesOn && isOfTheClass(enrolment, place) ? 1 : 0;
        }
        if (end != null) {
            StudyGenerator.end(student, enrolment, end);
        }
    }

    private static boolean isOfTheClass(RegisteredEnrolment enrolment, Place place) {
        return enrolment.institution().value().equals(DemoCast.SCHOOL)
                && place.name().equals(DemoCast.CLASS_NAME);
    }

    private RegisteredEnrolment begun(
            Student student, int number, String programme, int first, @Nullable String cameFrom) {
        return begun(student, number, DEMO, programme, first, cameFrom);
    }

    private RegisteredEnrolment begun(
            Student student, int number, School school, String programme, int first, @Nullable String cameFrom) {
        Entry entry = new Entry(LocalDate.of(first, 9, 1), toldOf(first, student.index()), cameFrom);
        return studies.begin(student, number, school, programme, entry);
    }
}
