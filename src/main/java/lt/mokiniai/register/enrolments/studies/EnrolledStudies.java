package lt.mokiniai.register.enrolments.studies;

import java.util.Set;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.StudyLookup;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.students.Fact;
import org.springframework.stereotype.Component;

/**
 * Answers what is asked of a student's studies from the enrolments: from their terms, and from their stages where it is
 * about a class level; an interrupted enrolment is a current one.
 */
@Component
public class EnrolledStudies implements StudyLookup {

    /** Enrolments {@code e} with their terms {@code t}. */
    public static final String TERMS = "enrolment e join enrolment_term t on t.enrolment_id = e.id";

    static final String WITH_STAGES = " join enrolment_stage s on s.enrolment_id = e.id";
    /** With their institutions {@code k}. */
    public static final String WITH_INSTITUTIONS = " join institution k on k.code = e.institution";
    /** With their programmes {@code g}. */
    public static final String WITH_PROGRAMMES = " join programme g on g.state_code = e.programme";

    private final StudyFacts facts;

    EnrolledStudies(StudyFacts facts) {
        this.facts = facts;
    }

    @Override
    public void require(Conditions conditions, Study study, String prefix) {
        conditions.and(enrolled(conditions, study, prefix, FactConditions.holds("t")));
    }

    @Override
    public String isOrWillBeEnrolled(Conditions conditions, Study study) {
        String goesOn = "(t.valid_to is null or t.valid_to >= :day) and " + FactConditions.believed("t");
        return study.isAny() ? "1 = 0" : enrolled(conditions, study, "own", goesOn);
    }

    @Override
    public String wasEverEnrolled() {
        return exists("", FactConditions.believed("t"));
    }

    private static String enrolled(Conditions conditions, Study study, String prefix, String on) {
        StringBuilder tables = new StringBuilder();
        StringBuilder wanted = new StringBuilder();
        Criteria criteria = new Criteria(conditions, prefix);
        wanted.append(criteria.among("e.institution", "Institutions", study.institutions()));
        String place = criteria.among("k.municipality", "Places", study.schoolMunicipalities())
                + criteria.among("k.founder_kind", "Founders", study.founderKinds())
                + criteria.among("k.founder_municipality", "FoundedBy", study.founderMunicipalities());
        if (!place.isEmpty()) {
            tables.append(WITH_INSTITUTIONS);
            wanted.append(place);
        }
        String programme = criteria.among("g.family", "Families", study.programmeFamilies());
        if (!programme.isEmpty()) {
            tables.append(WITH_PROGRAMMES);
            wanted.append(programme);
        }
        study.levels().ifPresent(levels -> {
            tables.append(WITH_STAGES);
            wanted.append(" and s.class_level between :%1$sLowest and :%1$sHighest and ".formatted(prefix))
                    .append(FactConditions.holds("s"));
            conditions.with(prefix + "Lowest", levels.from()).with(prefix + "Highest", levels.to());
        });
        return exists(tables.toString(), on + wanted);
    }

    /** Criteria of one study, whose parameters have names that begin alike. */
    private record Criteria(Conditions conditions, String prefix) {

        /** Gives the condition that a column holds one of these values, to follow others; nothing where any will do. */
        String among(String column, String parameter, Set<?> values) {
            return values.isEmpty() ? "" : " and " + conditions.in(column, prefix + parameter, values);
        }
    }

    @Override
    public void requireEnrolled(Conditions conditions, boolean enrolled) {
        conditions.and((enrolled ? "" : "not ") + exists("", FactConditions.holds("t")));
    }

    /** Person {@code p} has an enrolment like this. */
    private static String exists(String tables, String wanted) {
        return "exists (select 1 from " + TERMS + tables + " where e.person_id = p.id and " + wanted + ")";
    }

    @Override
    public Answer confirm(FoundPerson found, Fact fact, AsOf asOf, Scope scope) {
        if (fact.getStudiesInMunicipality() != null && found.withheld()) {
            return Answer.UNKNOWN;
        }
        return facts.of(found.disclosedIn(scope), fact, asOf);
    }
}
