package lt.mokiniai.register.enrolments;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.register.history.Chunks;
import lt.mokiniai.register.history.Conditions;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Selection;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.wsdl.types.EnrolledInstitution;
import lt.mokiniai.wsdl.types.EnrolledProgramme;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Interruption;
import lt.mokiniai.wsdl.types.Learning;
import lt.mokiniai.wsdl.types.LearningContract;
import lt.mokiniai.wsdl.types.Movement;
import org.springframework.stereotype.Component;

/** Reads what may be shown of enrolments: only the granted columns are selected. */
@Component
class EnrolmentReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL =
            List.of("institution", "learning/className", "learningContract", "movement/cameFrom", "movement/leftTo");

    private static final Selection<Enrolment> ENROLMENT = Selection.<Enrolment>none()
            .and("enrolmentId", "e.enrolmentId", String.class, Enrolment::setEnrolmentId)
            .and("validFrom", "e.validFrom", LocalDate.class, Enrolment::setValidFrom)
            .and("validTo", "e.validTo", LocalDate.class, Enrolment::setValidTo)
            .and(
                    "institution/code",
                    "e.institution",
                    String.class,
                    (e, value) -> institution(e).setCode(value))
            .and(
                    "institution/name",
                    "k.name",
                    String.class,
                    (e, value) -> institution(e).setName(value))
            .and(
                    "institution/municipality",
                    "k.municipality",
                    String.class,
                    (e, value) -> institution(e).setMunicipality(value))
            .and(
                    "institution/unit",
                    "e.unit",
                    String.class,
                    (e, value) -> institution(e).setUnit(value))
            .and(
                    "programme/stateCode",
                    "e.programme",
                    String.class,
                    (e, value) -> programme(e).setStateCode(value))
            .and(
                    "programme/name",
                    "g.nameLt",
                    String.class,
                    (e, value) -> programme(e).setName(value))
            .and(
                    "programme/nameEn",
                    "g.nameEn",
                    String.class,
                    (e, value) -> programme(e).setNameEn(value))
            .and(
                    "programme/family",
                    "g.family",
                    String.class,
                    (e, value) -> programme(e).setFamily(value))
            .and(
                    "learning/form",
                    "e.learningForm",
                    String.class,
                    (e, value) -> learning(e).setForm(value))
            .and(
                    "learning/way",
                    "e.learningWay",
                    String.class,
                    (e, value) -> learning(e).setWay(value))
            .and(
                    "learning/language",
                    "e.language",
                    String.class,
                    (e, value) -> learning(e).setLanguage(value))
            .and(
                    "learning/classType",
                    "e.classType",
                    String.class,
                    (e, value) -> learning(e).setClassType(value))
            .and(
                    "learning/classLevel",
                    "e.classLevel",
                    Integer.class,
                    (e, value) -> learning(e).setClassLevel(value))
            .and(
                    "learning/gymnasiumLabel",
                    "e.gymnasiumLabel",
                    String.class,
                    (e, value) -> learning(e).setGymnasiumLabel(value))
            .and(
                    "learning/className",
                    "e.className",
                    String.class,
                    (e, value) -> learning(e).setClassName(value))
            .and("funding", "e.funding", String.class, Enrolment::setFunding)
            .and(
                    "learningContract/number",
                    "e.contractNumber",
                    String.class,
                    (e, value) -> contract(e).setNumber(value))
            .and(
                    "learningContract/date",
                    "e.contractDate",
                    LocalDate.class,
                    (e, value) -> contract(e).setDate(value))
            .and(
                    "movement/cameFrom",
                    "e.cameFrom",
                    String.class,
                    (e, value) -> movement(e).setCameFrom(value))
            .and(
                    "movement/leftTo",
                    "e.leftTo",
                    String.class,
                    (e, value) -> movement(e).setLeftTo(value))
            .and(
                    "movement/reason",
                    "e.leavingReason",
                    String.class,
                    (e, value) -> movement(e).setReason(value));

    private static final Selection<Interruption> INTERRUPTION = Selection.<Interruption>none()
            .and("from", "n.validFrom", LocalDate.class, Interruption::setFrom)
            .and("to", "n.validTo", LocalDate.class, Interruption::setTo)
            .and("reason", "n.reason", String.class, Interruption::setReason);

    private final EntityManager entities;

    EnrolmentReader(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Reads the enrolments of a person.
     *
     * @param fields what may be shown below the enrolment's element
     * @return each stage, in the order of time
     */
    Collection<Enrolment> of(DisclosedPerson person, Window window, Fields fields) {
        Conditions conditions = window.conditions().and("e.personId = :person", "person", person.id());
        return read(conditions, fields, person.withheld()).values();
    }

    /**
     * Reads stages of enrolments, by their internal numbers.
     *
     * @param fields what may be shown below the enrolment's element
     * @param whose the person of each, of whom nothing may be withheld
     */
    Map<Long, Enrolment> stages(Map<Long, DisclosedPerson> whose, Window window, Fields fields) {
        Map<Long, Enrolment> stages = new LinkedHashMap<>();
        Chunks.of(whose.keySet())
                .forEach(chunk -> stages.putAll(
                        read(window.conditions().and("e.id in :stages", "stages", chunk), fields, false)));
        return stages;
    }

    private Map<Long, Enrolment> read(Conditions conditions, Fields fields, boolean withheld) {
        Selection<Enrolment> granted = ENROLMENT.within(fields);
        Selection<Enrolment> columns = withheld ? granted.without(SCHOOL) : granted;
        Map<Long, Enrolment> enrolments = new LinkedHashMap<>();
        conditions
                .query(
                        entities,
                        "select e.id, 1" + columns.following()
                                + " from Enrolment e join Institution k on k.code = e.institution"
                                + " join Programme g on g.stateCode = e.programme",
                        "order by e.validFrom, e.id")
                .getResultList()
                .forEach(row -> {
                    Enrolment enrolment = new Enrolment();
                    columns.fill(enrolment, row, 2);
                    if (withheld) {
                        enrolment.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                    }
                    enrolments.put((Long) row[0], enrolment);
                });
        interruptions(enrolments, conditions, INTERRUPTION.within(fields.within("interruption")));
        return enrolments;
    }

    /** The interruptions that lie in the asked window, with the stages that they fall into. */
    private void interruptions(Map<Long, Enrolment> enrolments, Conditions asked, Selection<Interruption> columns) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(new ArrayList<>(enrolments.keySet()))
                .forEach(chunk -> asked.copy()
                        .and(
                                "e.id in :ids and n.validFrom <= :to and (n.validTo is null or n.validTo >= :from)",
                                "ids",
                                chunk)
                        .and(
                                "(e.validTo is null or n.validFrom <= e.validTo) and (n.validTo is null or n.validTo >= e.validFrom)")
                        .and(Fact.believed("n", "knownAt"))
                        .query(
                                entities,
                                "select e.id, 1" + columns.following()
                                        + " from EnrolmentInterruption n join Enrolment e on e.enrolmentId = n.enrolmentId",
                                "order by n.validFrom, n.id")
                        .getResultList()
                        .forEach(row -> {
                            Interruption interruption = new Interruption();
                            columns.fill(interruption, row, 2);
                            Objects.requireNonNull(enrolments.get((Long) row[0]))
                                    .getInterruption()
                                    .add(interruption);
                        }));
    }

    private static EnrolledInstitution institution(Enrolment enrolment) {
        if (enrolment.getInstitution() == null) {
            enrolment.setInstitution(new EnrolledInstitution());
        }
        return enrolment.getInstitution();
    }

    private static EnrolledProgramme programme(Enrolment enrolment) {
        if (enrolment.getProgramme() == null) {
            enrolment.setProgramme(new EnrolledProgramme());
        }
        return enrolment.getProgramme();
    }

    private static Learning learning(Enrolment enrolment) {
        if (enrolment.getLearning() == null) {
            enrolment.setLearning(new Learning());
        }
        return enrolment.getLearning();
    }

    private static LearningContract contract(Enrolment enrolment) {
        if (enrolment.getLearningContract() == null) {
            enrolment.setLearningContract(new LearningContract());
        }
        return enrolment.getLearningContract();
    }

    private static Movement movement(Enrolment enrolment) {
        if (enrolment.getMovement() == null) {
            enrolment.setMovement(new Movement());
        }
        return enrolment.getMovement();
    }
}
