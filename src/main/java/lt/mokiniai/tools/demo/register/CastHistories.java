package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.StudyGenerator.left;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.register.Certificates.Diploma;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Ending;
import lt.mokiniai.tools.demo.register.StudyGenerator.Entry;
import lt.mokiniai.tools.demo.register.StudyGenerator.Group;
import lt.mokiniai.tools.demo.register.StudyGenerator.Place;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import lt.mokiniai.tools.demo.register.lists.CertificateKind;
import lt.mokiniai.tools.demo.register.lists.InventedNames;
import org.jspecify.annotations.Nullable;

/** What happened to each of {@link DemoCast}. Nothing of it depends on the seed. */
final class CastHistories {

    private static final School DEMO = Schools.demo(Kind.GYMNASIUM);
    private static final School VILNIUS = Schools.vilnius();
    private static final String BASIC = "910401001";
    private static final int FIRST_OF_BASIC = 5;
    private static final String SECONDARY = "910501001";
    private static final String MUSIC = "910801001";
    private static final String TRADE = "T91061001";
    private static final int CLASSMATES = 100;

    /** The classes of the demo school that have one or two of the cast, and how many learn in each. */
    private static final List<OtherClass> OTHER_CLASSES = List.of(
            new OtherClass("7A", 7, "A"),
            new OtherClass("7B", 7, "B"),
            new OtherClass("8B", 8, "B"),
            new OtherClass("6A", 6, "A"),
            new OtherClass("IB", 9, "B"),
            new OtherClass("IIIA", 11, "A"));

    private static final int OTHER_SIZE = 12;

    private final StudyGenerator studies;
    private final Certificates certificates;
    private final int year;
    // Houses and classmates' names: the same in every register.
    private final SplittableRandom chance = new SplittableRandom(8);
    private final CastPersons persons;

    /** How many learn in each class of the demo school in the current school year. */
    private final Map<String, Integer> sizes = new HashMap<>();

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
            study(one, new Student(life, "lt"));
            all.add(life.chronicle());
        }
        InventedNames names = new InventedNames();
        int number = CLASSMATES;
        while (sizes.getOrDefault(DemoCast.CLASS_NAME, 0) < DemoCast.CLASS_SIZE) {
            all.add(classmate(number++, names, DemoCast.CLASS_LEVEL, "A"));
        }
        for (OtherClass other : OTHER_CLASSES) {
            while (sizes.getOrDefault(other.name, 0) < OTHER_SIZE) {
                all.add(classmate(number++, names, other.level, other.letter));
            }
        }
        return all;
    }

    private void study(DemoCast one, Student student) {
        switch (one) {
            case KAUNAS_STUDENT -> {
                schooling(student, DEMO, year - 2, 6, "A");
                music(student, 1, "Fortepijonas", year - 1);
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
                Ending end =
                        left(LocalDate.of(year, 8, 31), "TRANSFER", DEMO.code().value());
                enrolled(student, 0, new Study(VILNIUS, BASIC, new Years(year - 2, year - 1, 5), "B", null), end);
                enrolled(
                        student,
                        1,
                        new Study(
                                DEMO,
                                BASIC,
                                new Years(year, year, 7),
                                "A",
                                VILNIUS.code().value()),
                        null);
            }
            case REPEATED -> repeated(student);
            case TRANSFERRED -> transferred(student);
            case DECEASED ->
                ended(
                        student,
                        BASIC,
                        new Years(year - 2, year - 1, 8),
                        left(LocalDate.of(year - 1, 11, 17), "DEATH", null));
            case LEFT_ABROAD ->
                ended(
                        student,
                        BASIC,
                        new Years(year - 2, year - 1, 8),
                        left(LocalDate.of(year, 2, 13), "ABROAD", "IE"));
            case INTERRUPTED -> {
                Ending end = left(LocalDate.of(year, 8, 31), "COMPLETED", null);
                ended(student, BASIC, new Years(year - 2, year - 1, 9), end);
                RegisteredEnrolment secondary =
                        enrolled(student, 1, new Study(DEMO, SECONDARY, new Years(year, year, 11), "A", null), null);
                StudyGenerator.interrupt(student, secondary, "ILLNESS", Term.since(LocalDate.of(year, 9, 1)));
            }
            case MUSIC_ONLY -> music(student, 0, "Smuikas", year);
            case VOCATIONAL -> {
                LocalDate last = LocalDate.of(year - 1, 6, 20);
                ended(student, BASIC, new Years(year - 3, year - 2, 9), left(last, "COMPLETED", null));
                certificates.issue(new Diploma(student, CertificateKind.BASIC, last, DEMO, BASIC), grades(student));
                String name = "VR-" + (year - 1) % 100;
                School trade = Schools.demo(Kind.VOCATIONAL);
                Group learning = new Group(Kind.VOCATIONAL, trade, TRADE, name, year - 1, 3);
                SchoolResults.tellModules(student, studies.group(student, 1, learning), year - 1, TRADE);
            }
            case GRADUATE -> certificates.issue(matriculated(student, 2024), grades(student));
            case PAPER_CERTIFICATE -> {
                Diploma original = matriculated(student, 2019);
                certificates.duplicate(
                        certificates.issue(original, grades(student)), original, LocalDate.of(2021, 3, 15));
            }
            case REVOKED_CERTIFICATE -> {
                Diploma revoked = matriculated(student, 2023);
                certificates.end(
                        certificates.issue(revoked, grades(student)), revoked, "REVOKED", LocalDate.of(2024, 2, 1));
            }
        }
    }

    /** Chance of a student's own, so that what certificates say changes nobody else's name or house. */
    private static SplittableRandom grades(Student student) {
        return new SplittableRandom(student.index());
    }

    private Diploma matriculated(Student student, int graduated) {
        Ending end = left(LocalDate.of(graduated, 6, 20), "COMPLETED", null);
        ended(student, SECONDARY, new Years(graduated - 2, graduated - 1, 11), end);
        LocalDate day = LocalDate.of(graduated, 7, 12);
        return new Diploma(student, CertificateKind.MATRICULATION, day, DEMO, SECONDARY);
    }

    private void music(Student student, int number, String name, int since) {
        School school = Schools.demo(Kind.SUPPLEMENTARY);
        studies.group(student, number, new Group(Kind.SUPPLEMENTARY, school, MUSIC, name, since, 7));
    }

    private void transferred(Student student) {
        LocalDate day = LocalDate.of(year, 1, 15);
        Ending end = left(day.minusDays(1), "TRANSFER", DEMO.code().value());
        enrolled(student, 0, new Study(VILNIUS, BASIC, new Years(year - 2, year - 1, 7), "B", null), end);
        Instant told = StudyGenerator.told(day, student.index());
        Entry entry = new Entry(day, told, VILNIUS.code().value(), StudyGenerator.expectedEnd(year - 1, 8));
        RegisteredEnrolment enrolment = studies.begin(student, 1, DEMO, BASIC, entry, in(student, 8, "B"));
        StudyGenerator.learn(student, enrolment, year, in(student, 9, "B"));
        count(9, "B");
    }

    private void repeated(Student student) {
        RegisteredEnrolment enrolment = schooling(student, DEMO, year - 1, year - 1, 7, "B");
        StudyGenerator.learn(student, enrolment, year, in(student, 7, "B"));
        count(7, "B");
    }

    private void corrected(Student student) {
        RegisteredEnrolment enrolment = schooling(student, DEMO, year - 1, year - 1, 7, "B");
        StageContent right = in(student, 7, "A");
        student.life()
                .at(
                        LocalDate.of(year - 1, 10, 15),
                        history -> enrolment.learns(history, LocalDate.of(year - 1, 9, 1), right.whole()));
        StudyGenerator.learn(student, enrolment, year, in(student, DemoCast.CLASS_LEVEL, "A"));
        count(DemoCast.CLASS_LEVEL, "A");
    }

    private Chronicle classmate(int number, InventedNames names, int level, String letter) {
        boolean male = chance.nextBoolean();
        List<String> ofFamily = names.family("lt", chance);
        // Who is looked for by a name of the cast is found once.
        while (Stream.of(DemoCast.values()).map(DemoCast::familyName).anyMatch(ofFamily::contains)) {
            ofFamily = names.family("lt", chance);
        }
        String family = ofFamily.get(male ? 0 : 1);
        PersonName name = new PersonName(names.given("lt", male, chance), family);
        Life life = persons.classmate(number, name, male, 2020 - level);
        boolean isOfSecondary = level > 10;
        int before = isOfSecondary ? 0 : Math.min(2, level - FIRST_OF_BASIC);
        Years years = new Years(year - before, year, level - before);
        enrolled(
                new Student(life, "lt"),
                0,
                new Study(DEMO, isOfSecondary ? SECONDARY : BASIC, years, letter, null),
                null);
        return life.chronicle();
    }

    /** Tells of an enrolment in basic education that goes on. */
    private void schooling(Student student, School school, int first, int level, String letter) {
        schooling(student, school, first, year, level, letter);
    }

    private RegisteredEnrolment schooling(
            Student student, School school, int first, int last, int level, String letter) {
        return enrolled(student, 0, new Study(school, BASIC, new Years(first, last, level), letter, null), null);
    }

    /** Tells of a first enrolment at the demo school that ended. */
    private void ended(Student student, String programme, Years years, Ending end) {
        enrolled(student, 0, new Study(DEMO, programme, years, "B", null), end);
    }

    /** A class of the demo school. */
    private record OtherClass(String name, int level, String letter) {}

    /** School years that follow each other, and the level in the first. */
    private record Years(int first, int last, int level) {}

    /**
     * Where a student is enrolled.
     *
     * @param cameFrom the former school's code
     */
    private record Study(
            School school,
            String programme,
            Years years,
            String letter,
            @Nullable String cameFrom) {}

    /** Tells of an enrolment since 1 September, and of a stage in each school year; of the end, where there is one. */
    private RegisteredEnrolment enrolled(Student student, int number, Study study, @Nullable Ending end) {
        Years years = study.years;
        Entry entry = Entry.ofYear(
                years.first, student, study.cameFrom, StudyGenerator.expectedEnd(years.first, years.level));
        RegisteredEnrolment enrolment = studies.begin(
                student, number, study.school, study.programme, entry, in(student, years.level, study.letter));
        for (int then = years.first + 1; then <= years.last; then++) {
            StudyGenerator.learn(student, enrolment, then, in(student, years.level + then - years.first, study.letter));
        }
        if (end == null && years.first < year) {
            SchoolResults.tell(student, enrolment, year - 1, years.level + year - 1 - years.first);
        }
        if (end != null) {
            StudyGenerator.end(student, enrolment, end);
        } else if (years.last == year && study.school.code().value().equals(DemoCast.SCHOOL)) {
            count(years.level + years.last - years.first, study.letter);
        }
        return enrolment;
    }

    private void count(int level, String letter) {
        sizes.merge(Place.of(level, letter, Kind.GYMNASIUM).name(), 1, Integer::sum);
    }

    private static StageContent in(Student student, int level, String letter) {
        return StudyGenerator.content(student, Place.of(level, letter, Kind.GYMNASIUM), Kind.GYMNASIUM, Manner.USUAL);
    }
}
