package lt.mokiniai.register.enrolments;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.integer;
import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.types.EnrolledInstitution;
import lt.mokiniai.wsdl.types.EnrolledProgramme;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Interruption;
import lt.mokiniai.wsdl.types.Learning;
import lt.mokiniai.wsdl.types.LearningContract;
import lt.mokiniai.wsdl.types.Movement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what may be shown of enrolments: only the granted columns are selected. */
@Component
class EnrolmentReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL =
            List.of("institution", "learning/className", "learningContract", "movement/cameFrom", "movement/leftTo");

    private static final Column<Long> STAGE = number("s.id");

    private static final String STAGES = "enrolment_stage s join enrolment e on e.id = s.enrolment_id"
            + " join enrolment_term t on t.enrolment_id = e.id"
            + " join institution k on k.code = e.institution join programme g on g.state_code = e.programme";

    private static final Selection<Enrolment> ENROLMENT = Selection.<Enrolment>none()
            .and("enrolmentId", string("e.register_id"), Enrolment::setEnrolmentId)
            .and("validFrom", day("s.valid_from"), Enrolment::setValidFrom)
            .and("validTo", day("s.valid_to"), Enrolment::setValidTo)
            .and(
                    "institution/code",
                    string("e.institution"),
                    EnrolmentReader::institution,
                    EnrolledInstitution::setCode)
            .and("institution/name", string("k.name"), EnrolmentReader::institution, EnrolledInstitution::setName)
            .and(
                    "institution/municipality",
                    string("k.municipality"),
                    EnrolmentReader::institution,
                    EnrolledInstitution::setMunicipality)
            .and("institution/unit", string("t.unit"), EnrolmentReader::institution, EnrolledInstitution::setUnit)
            .and(
                    "programme/stateCode",
                    string("e.programme"),
                    EnrolmentReader::programme,
                    EnrolledProgramme::setStateCode)
            .and("programme/name", string("g.name_lt"), EnrolmentReader::programme, EnrolledProgramme::setName)
            .and("programme/nameEn", string("g.name_en"), EnrolmentReader::programme, EnrolledProgramme::setNameEn)
            .and("programme/family", string("g.family"), EnrolmentReader::programme, EnrolledProgramme::setFamily)
            .and("learning/form", string("s.learning_form"), EnrolmentReader::learning, Learning::setForm)
            .and("learning/way", string("s.learning_way"), EnrolmentReader::learning, Learning::setWay)
            .and("learning/language", string("s.language"), EnrolmentReader::learning, Learning::setLanguage)
            .and("learning/classType", string("s.class_type"), EnrolmentReader::learning, Learning::setClassType)
            .and("learning/classLevel", integer("s.class_level"), EnrolmentReader::learning, Learning::setClassLevel)
            .and(
                    "learning/gymnasiumLabel",
                    string("s.gymnasium_label"),
                    EnrolmentReader::learning,
                    Learning::setGymnasiumLabel)
            .and("learning/className", string("s.class_name"), EnrolmentReader::learning, Learning::setClassName)
            .and("funding", string("s.funding"), Enrolment::setFunding)
            .and(
                    "learningContract/number",
                    string("t.contract_number"),
                    EnrolmentReader::contract,
                    LearningContract::setNumber)
            .and("learningContract/date", day("t.contract_date"), EnrolmentReader::contract, LearningContract::setDate)
            .and("movement/cameFrom", string("t.came_from"), EnrolmentReader::movement, Movement::setCameFrom)
            .and(
                    "movement/leftTo",
                    string("case when s.valid_to = t.valid_to then t.left_to end"),
                    EnrolmentReader::movement,
                    Movement::setLeftTo)
            .and(
                    "movement/reason",
                    string("case when s.valid_to = t.valid_to then t.leaving_reason end"),
                    EnrolmentReader::movement,
                    Movement::setReason);

    private static final Selection<Interruption> INTERRUPTION = Selection.<Interruption>none()
            .and("from", day("n.valid_from"), Interruption::setFrom)
            .and("to", day("n.valid_to"), Interruption::setTo)
            .and("reason", string("n.reason"), Interruption::setReason);

    private final JdbcClient jdbc;

    EnrolmentReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads the enrolments of a person.
     *
     * @param fields what may be shown below the enrolment's element
     * @return each stage, in the order of time
     */
    Collection<Enrolment> of(DisclosedPerson person, Window window, Fields fields) {
        Conditions conditions = window.overlapping("s").and("e.person_id = :person", "person", person.id());
        return read(conditions, window, fields, person.withheld()).values();
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
                        read(window.overlapping("s").andIn("s.id", "stages", chunk), window, fields, false)));
        return stages;
    }

    private Map<Long, Enrolment> read(Conditions conditions, Window window, Fields fields, boolean withheld) {
        Selection<Enrolment> granted = ENROLMENT.within(fields);
        Selection<Enrolment> columns = withheld ? granted.without(SCHOOL) : granted;
        Map<Long, Enrolment> enrolments = new LinkedHashMap<>();
        Select.of(STAGE)
                .and(columns)
                .from(STAGES)
                .where(conditions.and(FactConditions.believed("t")))
                .orderBy("s.valid_from, s.id")
                .forEach(jdbc, row -> {
                    Enrolment enrolment = new Enrolment();
                    columns.fill(enrolment, row);
                    if (withheld) {
                        enrolment.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                    }
                    enrolments.put(row.get(STAGE), enrolment);
                });
        interruptions(enrolments, window, INTERRUPTION.within(fields.within("interruption")));
        return enrolments;
    }

    /** The interruptions that lie in the asked window, with the stages that they fall into. */
    private void interruptions(Map<Long, Enrolment> enrolments, Window window, Selection<Interruption> columns) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(enrolments.keySet())
                .forEach(chunk -> Select.of(STAGE)
                        .and(columns)
                        .from("enrolment_interruption n join enrolment_stage s on s.enrolment_id = n.enrolment_id")
                        .where(window.overlapping("n")
                                .andIn("s.id", "ids", chunk)
                                .and("(s.valid_to is null or n.valid_from <= s.valid_to)")
                                .and("(n.valid_to is null or n.valid_to >= s.valid_from)"))
                        .orderBy("n.valid_from, n.id")
                        .forEach(jdbc, row -> {
                            Interruption interruption = new Interruption();
                            columns.fill(interruption, row);
                            Objects.requireNonNull(enrolments.get(row.get(STAGE)))
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
