package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.ENROLMENT;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.ENROLMENT_INTERRUPTION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lt.mokiniai.tools.demo.register.DemoDataWriter.Term;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.Municipality;
import lt.mokiniai.tools.demo.register.Schools.School;
import org.jspecify.annotations.Nullable;

/** What students study, year by year. Level 0 is pre-primary, below it pre-school. */
final class StudyGenerator {

    private static final int YEARS_TOLD = 3;
    private static final int YOUNGEST = -3;
    private static final List<String> LABELS = List.of("I", "II", "III", "IV");

    private final DemoDataWriter data;
    private final Schools schools;

    StudyGenerator(DemoDataWriter data, Schools schools) {
        this.data = data;
        this.schools = schools;
    }

    /**
     * Whose studies they are.
     *
     * @param index the student's index; below 0 for the cast
     * @param person the student's row id
     */
    record Student(long index, long person, String familyName, String language) {}

    /** One enrolment. */
    record Study(
            Student student,
            String id,
            School school,
            String programme,
            LocalDate began,
            @Nullable String cameFrom) {}

    /** Where in a school: a level and class, or a group without level. */
    record Place(@Nullable Integer level, @Nullable String label, String name) {

        static Place of(int level, String letter, Kind kind) {
            if (level < 0) {
                return new Place(null, null, "Žiogelių grupė");
            }
            String label = kind == Kind.GYMNASIUM && level >= 9 ? LABELS.get(level - 9) : null;
            return new Place(level, label, (label == null ? String.valueOf(level) : label) + letter);
        }
    }

    /** How an enrolment ended. */
    record Leaving(LocalDate day, String reason, @Nullable String to) {}

    /** What a student's general schooling came to: the last school, and how many enrolments it took. */
    record Career(School school, int enrolments) {}

    private record Stage(int year, int level, Kind kind, School school, String programme) {}

    /** Gives when something was told on a day: in the morning, a student's always at the same second. */
    static Instant told(LocalDate day, long index) {
        return day.atTime(7, 0).toInstant(ZoneOffset.UTC).plusSeconds(Math.floorMod(index * 7919, 14_400));
    }

    /** Gives when a school told of a student's place in the year that begins on 1 September. */
    static Instant toldOf(int year, long index) {
        return told(LocalDate.of(year, 8, 10 + (int) Math.floorMod(index, 15L)), index);
    }

    /** Gives the first year that is told of a student who is at a level in the last one. */
    static int firstYear(int level, int lastYear) {
        return Math.max(lastYear - YEARS_TOLD, lastYear - level + YOUNGEST);
    }

    /**
     * Writes the last years at general schools: a stage for each school year, an enrolment for each programme and
     * school.
     *
     * @param level the level in the last year, that is the school year that begins in it
     * @param end how it ended; null when it goes on
     */
    Career career(
            Student student,
            int level,
            int lastYear,
            Municipality place,
            RandomGenerator chance,
            @Nullable Leaving end) {
        List<Stage> stages = new ArrayList<>();
        int movedIn = chance.nextInt(18) == 0 ? lastYear - chance.nextInt(3) : 0;
        for (Kind kind : List.of(Kind.PRESCHOOL, Kind.PROGYMNASIUM, Kind.GYMNASIUM)) {
            School early = schools.school(kind, place, student.index, chance);
            School late = movedIn == 0 ? early : schools.school(kind, place, student.index, chance);
            for (int year = firstYear(level, lastYear); year <= lastYear; year++) {
                int then = level - (lastYear - year);
                if (kind == kind(then)) {
                    stages.add(new Stage(
                            year, then, kind, year < movedIn ? early : late, programme(family(then), student)));
                }
            }
        }
        String letter = String.valueOf((char) ('A' + Math.floorMod(student.index, 40_000L) / 10_000));
        int first = 0;
        int number = 0;
        for (int i = 1; i <= stages.size(); i++) {
            if (i == stages.size() || !isSame(stages.get(first), stages.get(i))) {
                Stage before = first == 0 ? null : stages.get(first - 1);
                Stage after = i == stages.size() ? null : stages.get(i);
                enrol(student, number++, stages.subList(first, i), letter, before, after, end);
                first = i;
            }
        }
        return new Career(stages.get(stages.size() - 1).school, number);
    }

    private void enrol(
            Student student,
            int number,
            List<Stage> stages,
            String letter,
            @Nullable Stage before,
            @Nullable Stage after,
            @Nullable Leaving end) {
        Stage first = stages.get(0);
        boolean isElsewhere = before != null && !before.school.equals(first.school);
        Study study = new Study(
                student,
                data.enrolmentId(student.index, number),
                first.school,
                first.programme,
                LocalDate.of(first.year, 9, 1),
                isElsewhere && before != null ? before.school.code() : null);
        for (Stage stage : stages) {
            LocalDate from = LocalDate.of(stage.year, 9, 1);
            Place place = Place.of(stage.level, letter, stage.kind);
            boolean isLast = stage.year == stages.get(stages.size() - 1).year;
            Term year = new Term(from, from.plusYears(1).minusDays(1), toldOf(stage.year, student.index), null);
            if (isLast && after != null) {
                boolean isCompleted = !after.programme.equals(stage.programme);
                end(
                        study,
                        place,
                        year,
                        new Leaving(
                                from.plusYears(1).minusDays(1),
                                isCompleted ? "COMPLETED" : "TRANSFER",
                                after.school.equals(stage.school) ? null : after.school.code()));
            } else if (isLast && end != null) {
                end(study, place, year, end);
            } else {
                write(isLast ? Term.since(from, year.recorded()) : year, study, place, null);
            }
        }
    }

    /** Writes a stage as it was believed, and as it is since its end was told. */
    void end(Study study, Place place, Term believed, Leaving leaving) {
        // An end of a school year is told in June; any other one on the day after.
        LocalDate day = leaving.day.getMonthValue() == 8
                ? leaving.day.withMonth(6).withDayOfMonth(25)
                : leaving.day.plusDays(1);
        Instant told = told(day, study.student.index);
        write(believed.believedUntil(told), study, place, null);
        write(new Term(believed.from(), leaving.day, told, null), study, place, leaving);
    }

    /** Writes a stage of an enrolment. */
    void write(Term term, Study study, Place place, @Nullable Leaving leaving) {
        data.fact(
                ENROLMENT,
                term,
                study.id,
                study.student.person,
                study.school.code(),
                Math.floorMod(study.student.index, 50L) == 11 ? "Antrasis skyrius" : null,
                study.programme,
                "GROUP",
                "DAILY",
                study.student.language,
                place.level == null ? null : "GENERAL",
                place.level,
                place.label,
                place.name,
                Math.floorMod(study.student.index, 50L) == 7 ? "VNF" : "VF",
                "MS-" + study.began.getYear() + "/" + study.id.substring(11),
                study.began.minusDays(20),
                study.cameFrom,
                leaving == null ? null : leaving.to,
                leaving == null ? null : leaving.reason);
    }

    /** Writes an enrolment in a group that goes on: a music school, a hobby, a trade. */
    void group(Student student, int number, School school, String programme, String name, int year) {
        LocalDate from = LocalDate.of(year, 9, 1);
        Study study = new Study(student, data.enrolmentId(student.index, number), school, programme, from, null);
        write(Term.since(from, toldOf(year, student.index)), study, new Place(null, null, name), null);
    }

    /** Writes an interruption of an enrolment. */
    void interrupt(Student student, int number, String reason, LocalDate from, @Nullable LocalDate to) {
        Term term = new Term(from, to, told(from.minusDays(3), student.index), null);
        data.fact(ENROLMENT_INTERRUPTION, term, data.enrolmentId(student.index, number), reason);
    }

    private String programme(String family, Student student) {
        return schools.programme(family, data.chance(31 + family.hashCode(), student.index));
    }

    private static boolean isSame(Stage one, Stage other) {
        return one.school.equals(other.school) && one.programme.equals(other.programme);
    }

    private static Kind kind(int level) {
        return level <= 0 ? Kind.PRESCHOOL : level <= 8 ? Kind.PROGYMNASIUM : Kind.GYMNASIUM;
    }

    private static String family(int level) {
        if (level <= 0) {
            return level < 0 ? "PRESCHOOL" : "PREPRIMARY";
        }
        return level <= 4 ? "PRIMARY" : level <= 10 ? "BASIC" : "SECONDARY";
    }
}
