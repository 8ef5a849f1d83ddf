package lt.mokiniai.register.enrolments;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.Population.Study;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.register.history.AsOf;
import lt.mokiniai.register.history.Conditions;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.StudyLookup;
import lt.mokiniai.wsdl.students.Fact;
import org.springframework.stereotype.Component;

/**
 * Answers what is asked of a student's studies from the enrolments; an interrupted enrolment is a current one. What is true
 * stays so through stages and enrolments that follow each other without a day between them.
 */
@Component
class EnrolledStudies implements StudyLookup {

    private static final String CURRENT = "select 1 from Enrolment s join Institution k on k.code = s.institution"
            + " join Programme g on g.stateCode = s.programme where s.personId = p.id and "
            + lt.mokiniai.register.history.Fact.holds("s");

    private final EntityManager entities;

    EnrolledStudies(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void require(Conditions conditions, Study study, String prefix) {
        StringBuilder current = new StringBuilder("exists (" + CURRENT);
        if (!study.institutions().isEmpty()) {
            current.append(" and s.institution in :").append(prefix).append("Institutions");
            conditions.with(prefix + "Institutions", study.institutions());
        }
        if (!study.founderKinds().isEmpty()) {
            current.append(" and k.founderKind in :").append(prefix).append("Founders");
            conditions.with(prefix + "Founders", study.founderKinds());
        }
        if (!study.programmeFamilies().isEmpty()) {
            current.append(" and g.family in :").append(prefix).append("Families");
            conditions.with(prefix + "Families", study.programmeFamilies());
        }
        study.levels().ifPresent(levels -> {
            current.append(" and s.classLevel between :%1$sLowest and :%1$sHighest".formatted(prefix));
            conditions.with(prefix + "Lowest", levels.from()).with(prefix + "Highest", levels.to());
        });
        conditions.and(current.append(')').toString());
    }

    @Override
    public void requireEnrolled(Conditions conditions, boolean enrolled) {
        conditions.and((enrolled ? "" : "not ") + "exists (" + CURRENT + ")");
    }

    @Override
    public Answer confirm(FoundPerson found, Fact fact, AsOf asOf, Scope scope) {
        if (fact.getStudiesInMunicipality() != null && found.withheld()) {
            return Answer.UNKNOWN;
        }
        DisclosedPerson person = found.disclosedIn(scope);
        List<Object[]> stages = asked(fact, asOf)
                .and("e.personId = :person", "person", person.id())
                .and("(e.validTo is null or e.validTo >= :day)")
                .and(lt.mokiniai.register.history.Fact.believed("e", "knownAt"))
                .query(
                        entities,
                        "select e.validFrom, e.validTo from Enrolment e join Institution k on k.code = e.institution"
                                + " join Programme g on g.stateCode = e.programme",
                        "order by e.validFrom")
                .getResultList();
        LocalDate until = asOf.validOn().minusDays(1);
        for (Object[] stage : stages) {
            LocalDate from = (LocalDate) stage[0];
            LocalDate to = (LocalDate) stage[1];
            if (from.isAfter(until.plusDays(1))) {
                break;
            }
            if (to == null) {
                return Answer.yes(person, Optional.empty());
            }
            until = to.isAfter(until) ? to : until;
        }
        return until.isBefore(asOf.validOn()) ? Answer.no(person) : Answer.yes(person, Optional.of(until));
    }

    private static Conditions asked(Fact fact, AsOf asOf) {
        Conditions conditions = Conditions.asOf(asOf);
        if (fact.getLevelAtLeast() != null) {
            conditions.and("e.classLevel >= :level", "level", fact.getLevelAtLeast());
        }
        if (fact.getInProgrammeFamily() != null) {
            conditions.and("g.family = :family", "family", fact.getInProgrammeFamily());
        }
        if (fact.getStudiesInMunicipality() != null) {
            conditions.and("k.municipality = :municipality", "municipality", fact.getStudiesInMunicipality());
        }
        return conditions;
    }
}
