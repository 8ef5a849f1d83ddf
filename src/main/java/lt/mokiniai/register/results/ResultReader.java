package lt.mokiniai.register.results;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.integer;
import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.enrolments.EnrolmentPlace;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.writing.RecordName;
import lt.mokiniai.register.writing.Told;
import lt.mokiniai.register.writing.Versions;
import lt.mokiniai.wsdl.results.EnrolmentResults;
import lt.mokiniai.wsdl.results.Result;
import lt.mokiniai.wsdl.types.EnrolledInstitution;
import lt.mokiniai.wsdl.types.EnrolledProgramme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what may be shown of results: only the granted columns are selected. */
@Component
class ResultReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL = List.of("institution");

    private static final String RESULTS = EnrolmentPlace.TABLES + " join enrolment_result f on f.enrolment_id = e.id";

    private static final Column<Long> ENROLMENT = number("e.id");

    private static final Selection<EnrolmentResults> OF_ENROLMENT = EnrolmentPlace.and(
            Selection.<EnrolmentResults>none()
                    .and("enrolmentId", string("e.register_id"), EnrolmentResults::setEnrolmentId)
                    // The identifier stands for the version until that is made of it.
                    .and("version", string("e.register_id"), EnrolmentResults::setVersion),
            ResultReader::institution,
            ResultReader::programme);

    private static final Selection<Result> RESULT = Selection.<Result>none()
            .and("kind", string("f.kind"), Result::setKind)
            .and("subject", string("f.subject"), Result::setSubject)
            .and("module", string("f.module"), Result::setModule)
            .and("course", string("f.course"), Result::setCourse)
            .and("schoolYear", integer("f.school_year"), Result::setSchoolYear)
            .and("classLevel", integer("f.class_level"), Result::setClassLevel)
            .and("grade", integer("f.grade"), Result::setGrade)
            .and("passFail", string("f.pass_fail"), Result::setPassFail)
            .and("level", string("f.achievement_level"), Result::setLevel)
            .and("score", integer("f.score"), Result::setScore)
            .and("decidedOn", day("f.valid_from"), Result::setDecidedOn)
            .and("language", string("f.language"), Result::setLanguage);

    private final JdbcClient jdbc;
    private final Versions versions;

    ResultReader(JdbcClient jdbc, Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** Gives the name of the results of an enrolment as a record that is written. */
    static RecordName recordOf(String enrolmentId) {
        return new RecordName("results", enrolmentId, "enrolmentId");
    }

    /**
     * The results that were read.
     *
     * @param enrolments by their internal numbers, each with those of its results that the slice holds
     * @param isFollowed whether more results follow
     */
    record Read(Map<Long, EnrolmentResults> enrolments, boolean isFollowed) {}

    /**
     * Reads the results of a person, of one enrolment after the other, in the order of their decisions.
     *
     * @param slice which of them
     * @param fields what may be shown below the enrolment's element
     */
    Read of(DisclosedPerson person, AsOf asOf, Slice slice, Fields fields) {
        Conditions conditions = FactConditions.asOf(asOf)
                .and(FactConditions.holds("f"))
                .and(FactConditions.believed("t"))
                .and("e.person_id = :person", "person", person.id());
        return read(conditions, asOf.knownAt(), slice, fields, person.withheld());
    }

    /**
     * Gives what is told of the results of an enrolment, whenever they were decided, as known at a time.
     *
     * @param enrolment the internal number
     * @param fields what may be shown below the enrolment's element
     */
    Told told(long enrolment, Instant knownAt, Fields fields) {
        Conditions conditions = new Conditions()
                .and(FactConditions.believed("f"), "knownAt", knownAt)
                .and(FactConditions.believed("t"))
                .and("e.id = :enrolment", "enrolment", enrolment);
        Told told = new Told();
        read(conditions, knownAt, Slice.ALL, fields, false)
                .enrolments()
                .values()
                .forEach(results -> {
                    // It says when the results were seen.
                    results.setVersion(null);
                    told.and(results, "");
                });
        return told;
    }

    private Read read(Conditions conditions, Instant knownAt, Slice slice, Fields fields, boolean withheld) {
        Selection<EnrolmentResults> granted = OF_ENROLMENT.within(fields);
        Selection<EnrolmentResults> columns = withheld ? granted.without(SCHOOL) : granted;
        Selection<Result> ofResult = RESULT.within(fields.within("result"));
        Map<Long, EnrolmentResults> enrolments = new LinkedHashMap<>();
        List<Long> rows = new ArrayList<>();
        Select.of(ENROLMENT)
                .and(columns)
                .and(ofResult)
                .from(RESULTS)
                .where(conditions)
                .orderBy("e.id, f.valid_from, f.id")
                .slice(slice)
                .forEach(jdbc, row -> {
                    rows.add(row.get(ENROLMENT));
                    if (rows.size() > slice.most()) {
                        return;
                    }
                    EnrolmentResults results = enrolments.get(row.get(ENROLMENT));
                    if (results == null) {
                        results = new EnrolmentResults();
                        enrolments.put(row.get(ENROLMENT), results);
                        columns.fill(results, row);
                        if (results.getVersion() != null) {
                            results.setVersion(versions.of(recordOf(results.getVersion()), knownAt));
                        }
                        if (withheld) {
                            results.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                        }
                    }
                    if (!ofResult.isEmpty()) {
                        Result result = new Result();
                        ofResult.fill(result, row);
                        results.getResult().add(result);
                    }
                });
        return new Read(enrolments, slice.isFollowed(rows));
    }

    private static EnrolledInstitution institution(EnrolmentResults results) {
        if (results.getInstitution() == null) {
            results.setInstitution(new EnrolledInstitution());
        }
        return results.getInstitution();
    }

    private static EnrolledProgramme programme(EnrolmentResults results) {
        if (results.getProgramme() == null) {
            results.setProgramme(new EnrolledProgramme());
        }
        return results.getProgramme();
    }
}
