package lt.mokiniai.tools.demo.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lt.mokiniai.register.enrolments.facts.ContractReference;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.tools.demo.register.Manner.Circumstances;
import lt.mokiniai.tools.demo.register.Schools.Area;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.cohorts.Cohorts;
import lt.mokiniai.tools.demo.register.cohorts.GroupNames;
import org.jspecify.annotations.Nullable;

/** What students study, year by year. Level 0 is pre-primary, below it pre-school. */
final class StudyGenerator {

    private static final int YEARS_TOLD = 3;
    private static final int YOUNGEST = -3;
    private static final List<String> LABELS = List.of("I", "II", "III", "IV");

    private final SeededIdentifiers seeded;
    private final Schools schools;
    private final Programmes programmes;
    private final int now;

    /** @param now the year in which the current school year began */
    StudyGenerator(SeededIdentifiers seeded, Schools schools, Programmes programmes, int now) {
        this.seeded = seeded;
        this.schools = schools;
        this.programmes = programmes;
        this.now = now;
    }

    /** Whose studies they are. */
    record Student(Life life, String language) {

        long index() {
            return life.index();
        }

        /** Gives the number of the area; below 0 for the cast. */
        long area() {
            return Math.floorDiv(life.index(), (long) Cohorts.STUDENTS);
        }
    }

    /**
     * How a student came to be enrolled.
     *
     * @param cameFrom the former school's code
     * @param expectedEnd the last day of the programme
     */
    record Entry(LocalDate day, Instant told, @Nullable String cameFrom, LocalDate expectedEnd) {

        /** An entry on 1 September, of which the school told as of every place of the year. */
        static Entry ofYear(int year, Student student, @Nullable String cameFrom, LocalDate expectedEnd) {
            return new Entry(LocalDate.of(year, 9, 1), toldOf(year, student.index()), cameFrom, expectedEnd);
        }
    }

    /**
     * A group without level: of a music school, a hobby, a trade.
     *
     * @param year in which it began
     * @param years how many its programme lasts
     */
    record Group(Kind kind, School school, String programme, String name, int year, int years) {}

    /** Where in a school: a level and class, or a group without level. */
    record Place(@Nullable Integer level, @Nullable String label, String name) {

        /** @param letter A, B or C in a kindergarten, whose groups of one age have names of their own */
        static Place of(int level, String letter, Kind kind) {
            if (level <= 0) {
                return new Place(level < 0 ? null : level, null, GroupNames.preschool(level, letter.charAt(0)));
            }
            String label = kind == Kind.GYMNASIUM && level >= 9 ? LABELS.get(level - 9) : null;
            return new Place(level, label, (label == null ? String.valueOf(level) : label) + letter);
        }
    }

    /** On which day an enrolment ended, and how. */
    record Ending(LocalDate day, Leaving leaving) {}

    /** What a student's general schooling came to: the last school, the enrolment there, and since which year. */
    record Career(School school, RegisteredEnrolment last, int since) {}

    private record Stage(
            int year, int level, Kind kind, School school, String letter, String programme, Manner manner) {}

    static Ending left(LocalDate day, String reason, @Nullable String to) {
        return new Ending(day, new Leaving(reason, to));
    }

    /** Gives when something was told on a day: in the morning, a student's always at the same second. */
    static Instant told(LocalDate day, long index) {
        return day.atTime(7, 0).toInstant(ZoneOffset.UTC).plusSeconds(Math.floorMod(index * 7919, 14_400));
    }

    /** Gives when a school told of a student's place in the year that begins on 1 September. */
    static Instant toldOf(int year, long index) {
        return told(LocalDate.of(year, 8, 10 + (int) Math.floorMod(index, 15L)), index);
    }

    /**
     * Gives the first year that is told of a student who is at a level in the last one: the same of all who learned
     * together.
     */
    int firstYear(int level, int lastYear) {
        int told = (level < 12 ? Math.max(lastYear, now) : lastYear) - YEARS_TOLD;
        return Math.max(told, lastYear - level + YOUNGEST);
    }

    /**
     * Tells of the last years at general schools: a stage for each school year, an enrolment for each programme and
     * school.
     *
     * @param how how they learn; its last level is that of the school year that begins in the last year
     * @param end how it ended; null when it goes on
     */
    Career career(
            Student student, Circumstances how, int lastYear, Area area, RandomGenerator chance, @Nullable Ending end) {
        List<Stage> stages = new ArrayList<>();
        int level = how.lastLevel();
        int firstYear = firstYear(level, lastYear);
        // Where who is in a special class or graduated long ago would have come from, there was no such class.
        boolean mayMove = how.special() == null && (end == null || level < 12);
        int movedIn = mayMove && chance.nextInt(30) == 0 ? lastYear - chance.nextInt(3) : 0;
        for (int year = firstYear; year <= lastYear; year++) {
            int then = level - (lastYear - year);
            Area there = year < movedIn ? schools.formerly(area) : area;
            String programme = programme(family(then, how), firstYear, student);
            stages.add(new Stage(
                    year,
                    then,
                    kind(then),
                    there.school(kind(then)),
                    String.valueOf(there.letter()),
                    programme,
                    how.at(then)));
        }
        int first = 0;
        int number = 0;
        int since = lastYear;
        RegisteredEnrolment enrolment = null;
        for (int i = 1; i <= stages.size(); i++) {
            if (i == stages.size() || !isSame(stages.get(first), stages.get(i))) {
                Stage before = first == 0 ? null : stages.get(first - 1);
                Ending ending = i == stages.size() ? end : transition(stages.get(i - 1), stages.get(i));
                enrolment = enrol(student, number++, stages.subList(first, i), before, ending);
                since = stages.get(first).year;
                first = i;
            }
        }
        return new Career(stages.get(stages.size() - 1).school, Objects.requireNonNull(enrolment), since);
    }

    private RegisteredEnrolment enrol(
            Student student, int number, List<Stage> stages, @Nullable Stage before, @Nullable Ending ending) {
        Stage first = stages.get(0);
        String cameFrom = before == null || before.school.equals(first.school)
                ? null
                : before.school.code().value();
        Entry entry = Entry.ofYear(first.year, student, cameFrom, expectedEnd(first.year, first.level));
        RegisteredEnrolment enrolment =
                begin(student, number, first.school, first.programme, entry, content(student, first));
        for (Stage stage : stages.subList(1, stages.size())) {
            learn(student, enrolment, stage.year, content(student, stage));
        }
        if (ending != null) {
            end(student, enrolment, ending);
        }
        stages.stream()
                .filter(stage ->
                        stage.year == now - 1 && (ending == null || ending.day.isAfter(LocalDate.of(now, 5, 31))))
                .forEach(stage -> SchoolResults.tell(student, enrolment, stage.year, stage.level));
        return enrolment;
    }

    private static Ending transition(Stage last, Stage next) {
        return left(
                LocalDate.of(last.year + 1, 8, 31),
                next.programme.equals(last.programme) ? "TRANSFER" : "COMPLETED",
                next.school.equals(last.school) ? null : next.school.code().value());
    }

    /** Gives the last day of the programme of general education that a student begins in a year, at a level. */
    static LocalDate expectedEnd(int year, int level) {
        return LocalDate.of(year + lastLevel(level) - level + 1, 8, 31);
    }

    /** Tells that a student is enrolled since a day, and how they learn at first. */
    RegisteredEnrolment begin(
            Student student, int number, School school, String programme, Entry entry, StageContent content) {
        String id = seeded.enrolmentId(student.index(), number);
        RegisteredEnrolment enrolment = new RegisteredEnrolment(student.life.person(), id, school.code(), programme);
        EnrolmentTerm term = new EnrolmentTerm(
                enrolment,
                Math.floorMod(student.area(), 10L) == 3 ? "Antrasis skyrius" : null,
                entry.expectedEnd,
                new ContractReference("MS-" + entry.day.getYear() + "/" + id.substring(11), entry.day.minusDays(20)),
                entry.cameFrom);
        student.life.at(entry.told, history -> enrolment.begin(history, Term.since(entry.day), term, content));
        return enrolment;
    }

    /** Tells how a student learns from 1 September of a year on. */
    static void learn(Student student, RegisteredEnrolment enrolment, int year, StageContent content) {
        student.life.at(
                toldOf(year, student.index()),
                history -> enrolment.learns(history, LocalDate.of(year, 9, 1), content.whole()));
    }

    private static StageContent content(Student student, Stage stage) {
        Manner manner = stage.manner;
        String ofClass = manner.letter() == null ? stage.letter : manner.letter();
        return content(student, Place.of(stage.level, ofClass, stage.kind), stage.kind, manner);
    }

    /** Gives how a student learns at a place of a kind, in the manner of a kind. */
    static StageContent content(Student student, Place place, Kind kind, Manner manner) {
        boolean formal = kind == Kind.PROGYMNASIUM || kind == Kind.GYMNASIUM || kind == Kind.VOCATIONAL;
        Integer level = place.level;
        SchoolClass schoolClass = new SchoolClass(
                level == null ? null : manner.classType(),
                level == null ? null : manner.classPurpose(),
                level == null ? null : Manner.classStage(level),
                level,
                place.label,
                place.name);
        String funding = kind != Kind.VOCATIONAL ? null : Math.floorMod(student.index(), 50L) == 7 ? "VNF" : "VF";
        return new StageContent(
                manner.form(), manner.way(), formal ? "FORMAL" : "NONFORMAL", student.language, schoolClass, funding);
    }

    /** Tells that an enrolment ended: an end of a school year is told in June, any other one on the day after. */
    static void end(Student student, RegisteredEnrolment enrolment, Ending ending) {
        LocalDate told =
                ending.day.getMonthValue() == 8 ? ending.day.withMonth(6).withDayOfMonth(25) : ending.day.plusDays(1);
        student.life.at(told, history -> enrolment.withdraw(history, ending.day, ending.leaving));
    }

    /** Tells of an enrolment in a group that goes on. */
    RegisteredEnrolment group(Student student, int number, Group group) {
        Entry entry = Entry.ofYear(group.year, student, null, LocalDate.of(group.year + group.years, 8, 31));
        Place place = new Place(null, null, group.name);
        Manner manner = group.kind == Kind.VOCATIONAL ? Manner.ofTrade(student.index()) : Manner.USUAL;
        return begin(
                student, number, group.school, group.programme, entry, content(student, place, group.kind, manner));
    }

    /** Tells of an interruption of an enrolment, three days before it begins. */
    static void interrupt(Student student, RegisteredEnrolment enrolment, String reason, Term days) {
        student.life.at(days.from().minusDays(3), history -> enrolment.interrupt(history, days, reason));
    }

    /** Gives a programme of a family, the same for all of an area of whom the register tells since a year. */
    String programme(String family, int firstYear, Student student) {
        LocalDate entry = LocalDate.of(firstYear, 9, 1);
        return programmes.any(family, entry, seeded.chance(31 + family.hashCode(), student.area()));
    }

    private static boolean isSame(Stage one, Stage other) {
        return one.school.equals(other.school) && one.programme.equals(other.programme);
    }

    private static Kind kind(int level) {
        return level <= 0 ? Kind.PRESCHOOL : level <= 8 ? Kind.PROGYMNASIUM : Kind.GYMNASIUM;
    }

    /** Gives the last level of the programme that a level belongs to. */
    private static int lastLevel(int level) {
        if (level <= 0) {
            return level < 0 ? -1 : 0;
        }
        return level <= 4 ? 4 : level <= 10 ? 10 : 12;
    }

    private static String family(int level, Circumstances how) {
        if (level <= 0) {
            return level < 0 ? "PRESCHOOL" : "PREPRIMARY";
        }
        return level <= 4
                ? "PRIMARY"
                : level > 10 ? "SECONDARY" : how.isIndividualised() ? Programmes.INDIVIDUALISED : "BASIC";
    }
}
