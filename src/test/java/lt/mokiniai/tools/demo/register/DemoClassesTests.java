package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.history.BelievedFact;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.cohorts.Cohorts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Classes and groups are of a size that a school would open, and none is larger than a class may be: 24 in the levels 1 to 4,
 * 30 above, 20 in a kindergarten.
 */
class DemoClassesTests {

    private static final int YEAR = 2026;
    private static final int MANY = 10_000;
    private static final long FAR = 900_000;

    private static List<Learner> learners;

    /** Somebody in a class for a while. */
    private record Learner(LearningGroup of, int born, Term days, boolean isFar) {

        boolean isThereOn(LocalDate day) {
            return days.overlaps(new Term(day, day));
        }
    }

    private record LearningGroup(Kind kind, String school, int level, String name) {}

    /** The first ten thousand, and as many of a register of a million. */
    @BeforeAll
    static void make() {
        SeededIdentifiers seeded = new SeededIdentifiers(1);
        ReferenceRows rows = new ReferenceRows();
        Schools schools = new Schools(SeededIdentifiers.MOST_STUDENTS, rows);
        StudyGenerator studies = new StudyGenerator(seeded, schools, new Programmes(rows), YEAR);
        StudentGenerator students = new StudentGenerator(seeded, schools, studies, new Certificates(studies), YEAR);
        Map<String, Kind> kinds = new HashMap<>();
        LongStream.range(0, SeededIdentifiers.MOST_STUDENTS / Cohorts.STUDENTS)
                .mapToObj(schools::area)
                .forEach(area -> area.schools()
                        .forEach((kind, school) -> kinds.put(school.code().value(), kind)));
        learners = LongStream.concat(LongStream.range(0, MANY), LongStream.range(FAR, FAR + MANY))
                .boxed()
                .flatMap(index -> learners(students.student(index), kinds, index >= FAR))
                .toList();
    }

    private static Stream<Learner> learners(Chronicle student, Map<String, Kind> kinds, boolean isFar) {
        List<BelievedFact> facts = BelievedFact.of(student).toList();
        LocalDate born = facts.stream()
                .map(BelievedFact::fact)
                .filter(PersonIdentity.class::isInstance)
                .map(fact -> fact.term().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        return facts.stream()
                .filter(each -> each.fact() instanceof EnrolmentStage)
                .map(each -> {
                    SchoolClass of = Objects.requireNonNull(
                            ((EnrolmentStage) each.fact()).content().schoolClass());
                    String school =
                            ((RegisteredEnrolment) each.owner()).institution().value();
                    return new Learner(
                            new LearningGroup(
                                    Objects.requireNonNull(kinds.get(school)),
                                    school,
                                    Objects.requireNonNullElse(of.classLevel(), -1),
                                    Objects.requireNonNull(of.className())),
                            born.getYear(),
                            each.fact().term(),
                            isFar);
                });
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 8, 20", "1, 4, 8, 24", "5, 12, 8, 30"})
    void classesAreOfASizeThatTheLawAllows(int first, int last, int least, int most) {
        assertThat(sizes(LocalDate.of(YEAR, 11, 26), of(first, last)))
                .hasSizeGreaterThan(20)
                .allMatch(size -> size >= least && size <= most);
    }

    @ParameterizedTest
    @CsvSource({
        "PRESCHOOL, 14, 20",
        "NONFORMAL, 8, 30",
        "SUPPLEMENTARY, 8, 20",
        "VOCATIONAL, 12, 12",
        "FREE_TEACHER, 10, 30"
    })
    void groupsWithoutALevelAreOfASizeThatIsWorthATeacher(Kind kind, int least, int most) {
        assertThat(sizes(LocalDate.of(YEAR, 11, 26), which -> which.level < 0 && which.kind == kind))
                .hasSizeGreaterThan(10)
                .allMatch(size -> size >= least && size <= most);
    }

    /** Who moved was somewhere else then, where the far ones' former classmates are not made here. */
    @ParameterizedTest
    @CsvSource({"0, 0, 24", "1, 4, 30", "5, 12, 36"})
    void classesOfEarlierYearsWereOfABelievableSize(int first, int last, int most) {
        for (int year = 2016; year < YEAR; year++) {
            assertThat(sizes(LocalDate.of(year, 11, 26), of(first, last), learner -> !learner.isFar))
                    .allMatch(size -> size >= 8 && size <= most);
        }
    }

    @Test
    void groupsOfAKindergartenAreOfOneAge() {
        LocalDate day = LocalDate.of(YEAR, 11, 26);
        Map<LearningGroup, Set<Integer>> ages = learners.stream()
                .filter(learner -> learner.of.kind == Kind.PRESCHOOL && learner.isThereOn(day))
                .collect(Collectors.groupingBy(
                        Learner::of, Collectors.mapping(learner -> YEAR - learner.born, Collectors.toSet())));
        assertThat(ages)
                .hasSizeGreaterThan(100)
                .allSatisfy((group, ofOne) -> assertThat(ofOne).hasSize(1));
    }

    private static Predicate<LearningGroup> of(int first, int last) {
        return which -> which.level >= first && which.level <= last;
    }

    private static List<Integer> sizes(LocalDate day, Predicate<LearningGroup> which) {
        return sizes(day, which, learner -> true);
    }

    private static List<Integer> sizes(LocalDate day, Predicate<LearningGroup> which, Predicate<Learner> who) {
        return learners.stream()
                .filter(who)
                .filter(learner -> which.test(learner.of) && learner.isThereOn(day))
                .collect(Collectors.groupingBy(Learner::of, Collectors.summingInt(learner -> 1)))
                .values()
                .stream()
                .toList();
    }
}
