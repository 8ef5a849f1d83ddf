package lt.mokiniai.register.enrolments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.StudyLookup;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.students.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers what is asked of a student's studies from the enrolments: from their terms, and from their stages where it is
 * about a class level; an interrupted enrolment is a current one. What is true stays so through stages and enrolments that
 * follow each other without a day between them.
 */
@Component
class EnrolledStudies implements StudyLookup {

    private static final String TERMS = "enrolment e join enrolment_term t on t.enrolment_id = e.id";
    private static final String WITH_STAGES = " join enrolment_stage s on s.enrolment_id = e.id";
    private static final String WITH_INSTITUTIONS = " join institution k on k.code = e.institution";
    private static final String WITH_PROGRAMMES = " join programme g on g.state_code = e.programme";

    private final JdbcClient jdbc;

    EnrolledStudies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void require(Conditions conditions, Study study, String prefix) {
        StringBuilder tables = new StringBuilder();
        StringBuilder wanted = new StringBuilder();
        if (!study.institutions().isEmpty()) {
            wanted.append(" and ")
                    .append(conditions.in("e.institution", prefix + "Institutions", study.institutions()));
        }
        if (!study.founderKinds().isEmpty()) {
            tables.append(WITH_INSTITUTIONS);
            wanted.append(" and ").append(conditions.in("k.founder_kind", prefix + "Founders", study.founderKinds()));
        }
        if (!study.programmeFamilies().isEmpty()) {
            tables.append(WITH_PROGRAMMES);
            wanted.append(" and ").append(conditions.in("g.family", prefix + "Families", study.programmeFamilies()));
        }
        study.levels().ifPresent(levels -> {
            tables.append(WITH_STAGES);
            wanted.append(" and s.class_level between :%1$sLowest and :%1$sHighest and ".formatted(prefix))
                    .append(FactConditions.holds("s"));
            conditions.with(prefix + "Lowest", levels.from()).with(prefix + "Highest", levels.to());
        });
        conditions.and(current(tables.toString(), wanted.toString()));
    }

    @Override
    public void requireEnrolled(Conditions conditions, boolean enrolled) {
        conditions.and((enrolled ? "" : "not ") + current("", ""));
    }

    /** Person {@code p} has an enrolment that is current. */
    private static String current(String tables, String wanted) {
        return "exists (select 1 from " + TERMS + tables + " where e.person_id = p.id and " + FactConditions.holds("t")
                + wanted + ")";
    }

    @Override
    public Answer confirm(FoundPerson found, Fact fact, AsOf asOf, Scope scope) {
        if (fact.getStudiesInMunicipality() != null && found.withheld()) {
            return Answer.UNKNOWN;
        }
        DisclosedPerson person = found.disclosedIn(scope);
        LocalDate until = asOf.validOn().minusDays(1);
        for (Period period : periods(person, fact, asOf)) {
            if (period.from().isAfter(until.plusDays(1))) {
                break;
            }
            if (period.to().isEmpty()) {
                return Answer.yes(person, Optional.empty());
            }
            LocalDate to = period.to().get();
            until = to.isAfter(until) ? to : until;
        }
        return until.isBefore(asOf.validOn()) ? Answer.no(person) : Answer.yes(person, Optional.of(until));
    }

    private record Period(LocalDate from, Optional<LocalDate> to) {}

    /** The periods in which a fact is true of a person, by their first days; none that ended before the day asked about. */
    private List<Period> periods(DisclosedPerson person, Fact fact, AsOf asOf) {
        StringBuilder tables = new StringBuilder(TERMS);
        Conditions conditions = FactConditions.asOf(asOf)
                .and("e.person_id = :person", "person", person.id())
                .and(FactConditions.believed("t"));
        String dated = "t";
        if (fact.getLevelAtLeast() != null) {
            dated = "s";
            tables.append(WITH_STAGES);
            conditions
                    .and("s.class_level >= :level", "level", fact.getLevelAtLeast())
                    .and(FactConditions.believed("s"));
        }
        if (fact.getInProgrammeFamily() != null) {
            tables.append(WITH_PROGRAMMES);
            conditions.and("g.family = :family", "family", fact.getInProgrammeFamily());
        }
        if (fact.getStudiesInMunicipality() != null) {
            tables.append(WITH_INSTITUTIONS);
            conditions.and("k.municipality = :municipality", "municipality", fact.getStudiesInMunicipality());
        }
        Column<LocalDate> from = Column.day(dated + ".valid_from");
        Column<LocalDate> to = Column.day(dated + ".valid_to");
        return Select.of(from, to)
                .from(tables.toString())
                .where(conditions.and("(%1$s.valid_to is null or %1$s.valid_to >= :day)".formatted(dated)))
                .orderBy(dated + ".valid_from")
                .list(jdbc, row -> new Period(row.get(from), row.find(to)));
    }
}
