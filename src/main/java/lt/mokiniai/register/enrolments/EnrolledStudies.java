package lt.mokiniai.register.enrolments;

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
class EnrolledStudies implements StudyLookup {

    static final String TERMS = "enrolment e join enrolment_term t on t.enrolment_id = e.id";
    static final String WITH_STAGES = " join enrolment_stage s on s.enrolment_id = e.id";
    static final String WITH_INSTITUTIONS = " join institution k on k.code = e.institution";
    static final String WITH_PROGRAMMES = " join programme g on g.state_code = e.programme";

    private final StudyFacts facts;

    EnrolledStudies(StudyFacts facts) {
        this.facts = facts;
    }

    @Override
    public void require(Conditions conditions, Study study, String prefix) {
        StringBuilder tables = new StringBuilder();
        StringBuilder wanted = new StringBuilder();
        if (!study.institutions().isEmpty()) {
            wanted.append(" and ")
                    .append(conditions.in("e.institution", prefix + "Institutions", study.institutions()));
        }
        if (study.tellsTheSchool()) {
            tables.append(WITH_INSTITUTIONS);
        }
        if (!study.schoolMunicipalities().isEmpty()) {
            wanted.append(" and ")
                    .append(conditions.in("k.municipality", prefix + "Places", study.schoolMunicipalities()));
        }
        if (!study.founderKinds().isEmpty()) {
            wanted.append(" and ").append(conditions.in("k.founder_kind", prefix + "Founders", study.founderKinds()));
        }
        if (!study.founderMunicipalities().isEmpty()) {
            wanted.append(" and ")
                    .append(conditions.in(
                            "k.founder_municipality", prefix + "FoundedBy", study.founderMunicipalities()));
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
        return facts.of(found.disclosedIn(scope), fact, asOf);
    }
}
