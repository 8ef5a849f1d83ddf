package lt.mokiniai.register.enrolments.studies;

import static lt.mokiniai.register.enrolments.studies.EnrolledStudies.TERMS;
import static lt.mokiniai.register.enrolments.studies.EnrolledStudies.WITH_INSTITUTIONS;
import static lt.mokiniai.register.enrolments.studies.EnrolledStudies.WITH_PROGRAMMES;
import static lt.mokiniai.register.enrolments.studies.EnrolledStudies.WITH_STAGES;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.StudyLookup.Answer;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.students.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On which days each fact of the closed list is true of a student (docs/register.md, 'confirmStudentFact'). What is about
 * learning is not true while the learning is interrupted; what is about being enrolled is.
 */
@Component
class StudyFacts {

    private static final List<String> GENERAL_OR_VOCATIONAL = List.of("PRIMARY", "BASIC", "SECONDARY", "VOCATIONAL");

    private static final String WITH_INTERRUPTIONS = " join enrolment_interruption n on n.enrolment_id = e.id";

    private static final Column<Long> ENROLMENT = Column.number("e.id");
    private static final Column<LocalDate> EXPECTED_END = Column.day("t.expected_end");

    private final JdbcClient jdbc;

    StudyFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Days of an enrolment that follow each other, both included. */
    private record Days(long enrolment, LocalDate from, LocalDate to) {

        List<Days> without(Days others) {
            if (others.to.isBefore(from) || others.from.isAfter(to)) {
                return List.of(this);
            }
            List<Days> left = new ArrayList<>();
            if (others.from.isAfter(from)) {
                left.add(new Days(enrolment, from, others.from.minusDays(1)));
            }
            if (others.to.isBefore(to)) {
                left.add(new Days(enrolment, others.to.plusDays(1), to));
            }
            return left;
        }
    }

    /** Tells whether a fact is true of a person on a day, and how long without a day between. */
    Answer of(DisclosedPerson person, Fact fact, AsOf asOf) {
        LocalDate until = asOf.validOn().minusDays(1);
        for (Days days : days(person, fact, asOf)) {
            if (days.from.isAfter(until.plusDays(1))) {
                break;
            }
            until = days.to.isAfter(until) ? days.to : until;
        }
        return until.isBefore(asOf.validOn()) ? Answer.no(person) : Answer.yes(person, until);
    }

    /** The days on which a fact is true of a person, by the first ones. */
    private List<Days> days(DisclosedPerson person, Fact fact, AsOf asOf) {
        List<Days> enrolled = enrolled(person, fact, asOf);
        boolean learning = fact.getLearnsAnywhere() != null
                || fact.getLearnsGeneralOrVocational() != null
                || fact.getStudiesInMunicipality() != null;
        if (!learning || enrolled.isEmpty()) {
            return enrolled;
        }
        Map<Long, List<Days>> interrupted = new HashMap<>();
        select(of(person, asOf), WITH_INTERRUPTIONS, "n", asOf, (day, expected) -> LocalDate.MAX)
                .forEach(days -> interrupted
                        .computeIfAbsent(days.enrolment, enrolment -> new ArrayList<>())
                        .add(days));
        return enrolled.stream()
                .flatMap(days -> without(days, interrupted.getOrDefault(days.enrolment, List.of())).stream())
                .sorted(Comparator.comparing(Days::from))
                .toList();
    }

    private static List<Days> without(Days days, List<Days> interruptions) {
        List<Days> left = List.of(days);
        for (Days interruption : interruptions) {
            left = left.stream()
                    .flatMap(part -> part.without(interruption).stream())
                    .toList();
        }
        return left;
    }

    /** The days on which a person is enrolled as a fact says; of an interruption, those of it. */
    private List<Days> enrolled(DisclosedPerson person, Fact fact, AsOf asOf) {
        Conditions conditions = of(person, asOf);
        if (fact.getLevelAtLeast() != null) {
            conditions.and("s.class_level >= :level", "level", fact.getLevelAtLeast());
            return select(conditions, WITH_STAGES, "s", asOf);
        }
        if (fact.getInProgrammeFamily() != null) {
            conditions.and("g.family = :family", "family", fact.getInProgrammeFamily());
            return select(conditions, WITH_PROGRAMMES, "t", asOf);
        }
        if (fact.getStudiesInMunicipality() != null) {
            conditions.and("k.municipality = :municipality", "municipality", fact.getStudiesInMunicipality());
            return select(conditions, WITH_INSTITUTIONS, "t", asOf);
        }
        if (fact.getLearnsAnywhere() != null) {
            return select(conditions, "", "t", asOf);
        }
        conditions.andIn("g.family", "families", GENERAL_OR_VOCATIONAL);
        return fact.getIsInterrupted() != null
                ? select(conditions, WITH_PROGRAMMES + WITH_INTERRUPTIONS, "n", asOf)
                : select(conditions, WITH_PROGRAMMES, "t", asOf);
    }

    private static Conditions of(DisclosedPerson person, AsOf asOf) {
        return FactConditions.asOf(asOf)
                .and("e.person_id = :person", "person", person.id())
                .and(FactConditions.believed("t"));
    }

    private List<Days> select(Conditions conditions, String tables, String dated, AsOf asOf) {
        return select(conditions, tables, dated, asOf, StudyFacts::openEnd);
    }

    /** @param end gives the last day of what has none recorded, by the day asked about and the expected end of the enrolment */
    private List<Days> select(
            Conditions conditions,
            String tables,
            String dated,
            AsOf asOf,
            BiFunction<LocalDate, Optional<LocalDate>, LocalDate> end) {
        Column<LocalDate> from = Column.day(dated + ".valid_from");
        Column<LocalDate> to = Column.day(dated + ".valid_to");
        conditions
                .and(FactConditions.believed(dated))
                .and("(%1$s.valid_to is null or %1$s.valid_to >= :day)".formatted(dated));
        return Select.of(ENROLMENT, from, to, EXPECTED_END)
                .from(TERMS + tables)
                .where(conditions)
                .orderBy(dated + ".valid_from")
                .list(jdbc, row -> {
                    Optional<LocalDate> expected = row.find(EXPECTED_END);
                    return new Days(
                            row.get(ENROLMENT),
                            row.get(from),
                            row.find(to).orElseGet(() -> end.apply(asOf.validOn(), expected)));
                })
                .stream()
                // What begins later and has no recorded end is not known to be true on any day.
                .filter(days -> !days.to.isBefore(days.from))
                .toList();
    }

    /** Until when what has no recorded end can be told to hold: the expected end, but no longer than the school year. */
    private static LocalDate openEnd(LocalDate day, Optional<LocalDate> expected) {
        LocalDate ofYear = LocalDate.of(day.getYear() + (day.getMonth().compareTo(Month.AUGUST) > 0 ? 1 : 0), 8, 31);
        return expected.filter(end -> !end.isBefore(day) && end.isBefore(ofYear))
                .orElse(ofYear);
    }
}
