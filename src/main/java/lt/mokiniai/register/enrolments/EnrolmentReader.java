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
import java.util.function.Function;
import java.util.function.Supplier;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.writing.RecordName;
import lt.mokiniai.register.writing.Versions;
import lt.mokiniai.wsdl.types.CameFrom;
import lt.mokiniai.wsdl.types.EnrolledInstitution;
import lt.mokiniai.wsdl.types.EnrolledProgramme;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Interruption;
import lt.mokiniai.wsdl.types.LearningContract;
import lt.mokiniai.wsdl.types.LeftTo;
import lt.mokiniai.wsdl.types.Movement;
import lt.mokiniai.wsdl.types.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what may be shown of enrolments: only the granted columns are selected. */
@Component
class EnrolmentReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL = List.of(
            "institution",
            "stage/gymnasiumLabel",
            "stage/className",
            "learningContract",
            "movement/cameFrom",
            "movement/leftTo");

    private static final List<String> SCHOOL_IN_STAGE = SCHOOL.stream()
            .filter(path -> path.startsWith("stage/"))
            .map(path -> path.substring("stage/".length()))
            .toList();

    private static final Column<Long> NUMBER = number("e.id");
    private static final Column<Long> OWNER = number("f.enrolment_id");

    private static final Selection<Enrolment> ENROLMENT = EnrolmentPlace.and(
                    Selection.<Enrolment>none()
                            .and("enrolmentId", string("e.register_id"), Enrolment::setEnrolmentId)
                            // The identifier stands for the version until that is made of it.
                            .and("version", string("e.register_id"), Enrolment::setVersion)
                            .and("enrolledFrom", day("t.valid_from"), Enrolment::setEnrolledFrom)
                            .and("enrolledTo", day("t.valid_to"), Enrolment::setEnrolledTo)
                            .and("expectedEnd", day("t.expected_end"), Enrolment::setExpectedEnd),
                    EnrolmentReader::institution,
                    EnrolmentReader::programme)
            .and(
                    "learningContract/number",
                    string("t.contract_number"),
                    EnrolmentReader::contract,
                    LearningContract::setNumber)
            .and("learningContract/date", day("t.contract_date"), EnrolmentReader::contract, LearningContract::setDate)
            .and("movement/cameFrom/kind", kind("t.came_from"), EnrolmentReader::cameFrom, CameFrom::setKind)
            .and("movement/cameFrom/code", institution("t.came_from"), EnrolmentReader::cameFrom, CameFrom::setCode)
            .and("movement/cameFrom/country", country("t.came_from"), EnrolmentReader::cameFrom, CameFrom::setCountry)
            .and("movement/leftTo/kind", kind("t.left_to"), EnrolmentReader::leftTo, LeftTo::setKind)
            .and("movement/leftTo/code", institution("t.left_to"), EnrolmentReader::leftTo, LeftTo::setCode)
            .and("movement/leftTo/country", country("t.left_to"), EnrolmentReader::leftTo, LeftTo::setCountry)
            .and("movement/reason", string("t.leaving_reason"), EnrolmentReader::movement, Movement::setReason);

    private static final Selection<Stage> STAGE = Selection.<Stage>none()
            .and("from", day("f.valid_from"), Stage::setFrom)
            .and("to", day("f.valid_to"), Stage::setTo)
            .and("form", string("f.learning_form"), Stage::setForm)
            .and("way", string("f.learning_way"), Stage::setWay)
            .and("educationType", string("f.education_type"), Stage::setEducationType)
            .and("language", string("f.language"), Stage::setLanguage)
            .and("classType", string("f.class_type"), Stage::setClassType)
            .and("classPurpose", string("f.class_purpose"), Stage::setClassPurpose)
            .and("classStage", string("f.class_stage"), Stage::setClassStage)
            .and("classLevel", integer("f.class_level"), Stage::setClassLevel)
            .and("gymnasiumLabel", string("f.gymnasium_label"), Stage::setGymnasiumLabel)
            .and("className", string("f.class_name"), Stage::setClassName)
            .and("funding", string("f.funding"), Stage::setFunding);

    private static final Selection<Interruption> INTERRUPTION = Selection.<Interruption>none()
            .and("from", day("f.valid_from"), Interruption::setFrom)
            .and("to", day("f.valid_to"), Interruption::setTo)
            .and("reason", string("f.reason"), Interruption::setReason);

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Handling handling;

    EnrolmentReader(JdbcClient jdbc, Versions versions, Handling handling) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.handling = handling;
    }

    /** Gives what must not be passed on about a person, where that may be shown below an element. */
    List<String> handlingOf(DisclosedPerson person, Fields fields) {
        return handling.of(person, fields);
    }

    /** Gives the name of an enrolment as a record that is written. */
    static RecordName recordOf(String enrolmentId) {
        return new RecordName("enrolment", enrolmentId, "enrolmentId");
    }

    /**
     * Reads the enrolments of a person, in the order of their first days, each with the stages and interruptions of the days
     * asked about.
     *
     * @param slice which of them; one more is read where there is one
     * @param fields what may be shown below the enrolment's element
     */
    List<Enrolment> of(DisclosedPerson person, Window window, Slice slice, Fields fields) {
        Conditions conditions = window.overlapping("t").and("e.person_id = :person", "person", person.id());
        return List.copyOf(
                read(conditions, window, slice, fields, person.withheld()).values());
    }

    /**
     * Reads enrolments by their internal numbers.
     *
     * @param fields what may be shown below the enrolment's element
     * @param withheld whether the school of their persons is withheld
     */
    Map<Long, Enrolment> of(Collection<Long> numbers, Window window, Fields fields, boolean withheld) {
        Map<Long, Enrolment> enrolments = new LinkedHashMap<>();
        Chunks.of(numbers)
                .forEach(chunk -> enrolments.putAll(read(
                        window.overlapping("t").andIn("e.id", "numbers", chunk), window, Slice.ALL, fields, withheld)));
        return enrolments;
    }

    private Map<Long, Enrolment> read(
            Conditions conditions, Window window, Slice slice, Fields fields, boolean withheld) {
        Selection<Enrolment> granted = ENROLMENT.within(fields);
        Selection<Enrolment> columns = withheld ? granted.without(SCHOOL) : granted;
        Selection<Stage> grantedStage = STAGE.within(fields.within("stage"));
        Map<Long, Enrolment> enrolments = new LinkedHashMap<>();
        Select.of(NUMBER)
                .and(columns)
                .from(EnrolmentPlace.TABLES)
                .where(conditions)
                .orderBy("t.valid_from, e.id")
                .slice(slice)
                .forEach(jdbc, row -> {
                    Enrolment enrolment = new Enrolment();
                    columns.fill(enrolment, row);
                    if (enrolment.getVersion() != null) {
                        enrolment.setVersion(versions.of(
                                recordOf(enrolment.getVersion()), window.asOf().knownAt()));
                    }
                    if (withheld) {
                        enrolment.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                    }
                    enrolments.put(row.get(NUMBER), enrolment);
                });
        parts(
                new Parts<>(
                        "enrolment_stage",
                        withheld ? grantedStage.without(SCHOOL_IN_STAGE) : grantedStage,
                        Stage::new,
                        Enrolment::getStage),
                enrolments,
                window);
        parts(
                new Parts<>(
                        "enrolment_interruption",
                        INTERRUPTION.within(fields.within("interruption")),
                        Interruption::new,
                        Enrolment::getInterruption),
                enrolments,
                window);
        return enrolments;
    }

    /** A table of facts {@code f} of enrolments, and the elements that its rows become. */
    private record Parts<T>(
            String table, Selection<T> columns, Supplier<T> element, Function<Enrolment, List<T>> place) {}

    /** Puts the parts that overlap the days asked about into their enrolments. */
    private <T> void parts(Parts<T> parts, Map<Long, Enrolment> enrolments, Window window) {
        if (parts.columns.isEmpty()) {
            return;
        }
        Chunks.of(enrolments.keySet())
                .forEach(chunk -> Select.of(OWNER)
                        .and(parts.columns)
                        .from(parts.table + " f")
                        .where(window.overlapping("f").andIn("f.enrolment_id", "numbers", chunk))
                        .orderBy("f.valid_from, f.id")
                        .forEach(jdbc, row -> {
                            T part = parts.element.get();
                            parts.columns.fill(part, row);
                            parts.place
                                    .apply(Objects.requireNonNull(enrolments.get(row.get(OWNER))))
                                    .add(part);
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

    private static LearningContract contract(Enrolment enrolment) {
        if (enrolment.getLearningContract() == null) {
            enrolment.setLearningContract(new LearningContract());
        }
        return enrolment.getLearningContract();
    }

    /** The country in a column that holds a country of two letters or an institution. */
    private static Column<String> country(String place) {
        return string("case when length(%1$s) = 2 then %1$s end".formatted(place));
    }

    /** The code of the institution in such a column. */
    private static Column<String> institution(String place) {
        return string("case when length(%1$s) > 2 then %1$s end".formatted(place));
    }

    private static Column<String> kind(String place) {
        return institution(place).as(code -> InstitutionCode.of(code).kind().name());
    }

    private static CameFrom cameFrom(Enrolment enrolment) {
        Movement movement = movement(enrolment);
        if (movement.getCameFrom() == null) {
            movement.setCameFrom(new CameFrom());
        }
        return movement.getCameFrom();
    }

    private static LeftTo leftTo(Enrolment enrolment) {
        Movement movement = movement(enrolment);
        if (movement.getLeftTo() == null) {
            movement.setLeftTo(new LeftTo());
        }
        return movement.getLeftTo();
    }

    private static Movement movement(Enrolment enrolment) {
        if (enrolment.getMovement() == null) {
            enrolment.setMovement(new Movement());
        }
        return enrolment.getMovement();
    }
}
