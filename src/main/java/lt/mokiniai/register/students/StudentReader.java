package lt.mokiniai.register.students;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.RecordName;
import lt.mokiniai.register.writing.Versions;
import lt.mokiniai.wsdl.types.Guardian;
import lt.mokiniai.wsdl.types.Identity;
import lt.mokiniai.wsdl.types.Origin;
import lt.mokiniai.wsdl.types.Residence;
import lt.mokiniai.wsdl.types.SpecialNeeds;
import lt.mokiniai.wsdl.types.Student;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what may be shown of persons. Each group is a table of its own; a group that is not granted is not asked, and of
 * a group that is, only the granted columns.
 */
@Component
public class StudentReader {

    /** What is withheld of a person under a restriction that the contract does not name. */
    private static final List<String> WITHHELD = List.of("residence", "guardian");

    private static final Column<Long> PERSON = number("f.person_id");

    private static final Selection<Identity> IDENTITY = Selection.<Identity>none()
            .and("personalCode", string("f.personal_code"), Identity::setPersonalCode)
            .and("foreignerId", string("f.foreigner_id"), Identity::setForeignerId)
            .and("givenNames", string("f.given_names"), Identity::setGivenNames)
            .and("familyName", string("f.family_name"), Identity::setFamilyName)
            .and("birthDate", day("f.birth_date"), Identity::setBirthDate)
            .and("sex", string("f.sex"), Identity::setSex)
            .and("dateOfDeath", day("f.date_of_death"), Identity::setDateOfDeath);

    private static final Selection<Origin> ORIGIN = Selection.<Origin>none()
            .and("country", string("f.country"), Origin::setCountry)
            .and("motherTongue", string("f.mother_tongue"), Origin::setMotherTongue);

    private static final Selection<Origin> CITIZENSHIP = Selection.<Origin>none()
            .and(
                    "citizenship",
                    string("f.country"),
                    (origin, country) -> origin.getCitizenship().add(country));

    private static final Selection<Residence> RESIDENCE = Selection.<Residence>none()
            .and("municipality", string("f.municipality"), Residence::setMunicipality)
            .and("eldership", string("f.eldership"), Residence::setEldership)
            .and("locality", string("f.locality"), Residence::setLocality)
            .and("street", string("f.street"), Residence::setStreet)
            .and("house", string("f.house"), Residence::setHouse)
            .and("since", day("f.valid_from"), Residence::setSince);

    private static final Selection<Guardian> GUARDIAN = Selection.<Guardian>none()
            .and("personalCode", string("f.personal_code"), Guardian::setPersonalCode)
            .and("givenNames", string("f.given_names"), Guardian::setGivenNames)
            .and("familyName", string("f.family_name"), Guardian::setFamilyName)
            .and("relation", string("f.relation"), Guardian::setRelation)
            .and("phone", string("f.phone"), Guardian::setPhone)
            .and("email", string("f.email"), Guardian::setEmail);

    private static final Selection<SpecialNeeds> SPECIAL_NEEDS = Selection.<SpecialNeeds>none()
            .and("group", string("f.need_group"), SpecialNeeds::setGroup)
            .and("level", string("f.need_level"), SpecialNeeds::setLevel);

    private static final Selection<Student> RESTRICTION = Selection.<Student>none()
            .and(
                    "restriction",
                    string("f.kind"),
                    (student, kind) -> student.getRestriction().add(kind));

    private final JdbcClient jdbc;
    private final ReadTimes times;
    private final Handling handling;
    private final Versions versions;

    StudentReader(JdbcClient jdbc, ReadTimes times, Handling handling, Versions versions) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.times = times;
        this.handling = handling;
    }

    /**
     * Reads students.
     *
     * @param path where the student's element stands in the answer
     * @return each person's element, by internal number
     */
    Map<Long, Student> read(Collection<DisclosedPerson> persons, AsOf asOf, String path, Scope scope) {
        return read(persons, asOf, scope.fields().within(path), scope);
    }

    /**
     * Reads students.
     *
     * @param fields what may be shown of them
     * @return each person's element, by internal number
     */
    public Map<Long, Student> read(Collection<DisclosedPerson> persons, AsOf asOf, Fields fields, Scope scope) {
        Map<Long, Student> students = new HashMap<>();
        persons.forEach(person -> students.put(person.id(), begun(person, asOf, fields)));
        Function<Long, Student> student = id -> Objects.requireNonNull(students.get(id));
        List<Long> all = persons.stream().map(DisclosedPerson::id).toList();
        List<Long> open = numbers(persons, false);
        if (fields.allows("identity")) {
            identities(persons, asOf, fields.within("identity"), scope)
                    .forEach((id, identity) -> student.apply(id).setIdentity(identity));
        }
        Function<Long, Origin> origin = id -> originOf(student.apply(id));
        fill("person_origin", ORIGIN.within(fields.within("origin")), all, asOf, origin);
        fill("person_citizenship", CITIZENSHIP.within(fields.within("origin")), all, asOf, origin);
        fill("person_residence", RESIDENCE.within(fields.within("residence")), open, asOf, id -> {
            Residence residence = new Residence();
            student.apply(id).setResidence(residence);
            return residence;
        });
        Conditions ofGuardians = FactConditions.asOf(asOf);
        fill("person_guardian", "f.ordinal", GUARDIAN.within(fields.within("guardian")), open, ofGuardians, id -> {
            Guardian guardian = new Guardian();
            student.apply(id).getGuardian().add(guardian);
            return guardian;
        });
        fill("person_special_needs", SPECIAL_NEEDS.within(fields.within("specialNeeds")), all, asOf, id -> {
            SpecialNeeds needs = new SpecialNeeds();
            student.apply(id).setSpecialNeeds(needs);
            return needs;
        });
        if (!scope.namedRestrictions().isEmpty()) {
            Conditions named = FactConditions.asOf(asOf).andIn("f.kind", "named", scope.namedRestrictions());
            fill("person_restriction", "f.id", RESTRICTION.within(fields), all, named, student);
        }
        handling.of(persons, fields)
                .forEach((id, codes) -> student.apply(id).getHandling().addAll(codes));
        numbers(persons, true)
                .forEach(id -> student.apply(id).getAbsence().addAll(DisclosedPerson.restricted(WITHHELD, fields)));
        return students;
    }

    /**
     * Reads identities alone.
     *
     * @param path where the identity's element stands in the answer
     * @return each person's identity, by internal number
     */
    public Map<Long, Identity> identities(Collection<DisclosedPerson> persons, AsOf asOf, String path, Scope scope) {
        return identities(persons, asOf, scope.fields().within(path), scope);
    }

    private Map<Long, Identity> identities(Collection<DisclosedPerson> persons, AsOf asOf, Fields fields, Scope scope) {
        Map<Long, Identity> identities = new HashMap<>();
        persons.forEach(person -> {
            Identity identity = new Identity();
            if (fields.allows("registerId")) {
                identity.setRegisterId(person.registerId());
            }
            if (fields.allows("pseudonym")) {
                identity.setPseudonym(scope.pseudonyms().of(person.registerId()));
            }
            identities.put(person.id(), identity);
        });
        Function<Long, Identity> identity = id -> Objects.requireNonNull(identities.get(id));
        fill("person_identity", IDENTITY.within(fields), numbers(persons, false), asOf, identity);
        // Who is under a restriction has no former name or code to show.
        fill("person_identity", IDENTITY.within(fields), numbers(persons, true), times.present(), identity);
        return identities;
    }

    private Student begun(DisclosedPerson person, AsOf asOf, Fields fields) {
        Student student = new Student();
        if (fields.allows("version")) {
            student.setVersion(versions.of(recordOf(person.registerId()), asOf.knownAt()));
        }
        return student;
    }

    /** Which record is written when a student is, by register id. */
    public static RecordName recordOf(String registerId) {
        return new RecordName("student", registerId, "registerId");
    }

    private static List<Long> numbers(Collection<DisclosedPerson> persons, boolean withheld) {
        return persons.stream()
                .filter(person -> person.withheld() == withheld)
                .map(DisclosedPerson::id)
                .toList();
    }

    private static Origin originOf(Student student) {
        if (student.getOrigin() == null) {
            student.setOrigin(new Origin());
        }
        return student.getOrigin();
    }

    private <T> void fill(String fact, Selection<T> columns, List<Long> ids, AsOf asOf, Function<Long, T> target) {
        fill(fact, "f.id", columns, ids, FactConditions.asOf(asOf), target);
    }

    private <T> void fill(
            String fact,
            String order,
            Selection<T> columns,
            List<Long> ids,
            Conditions conditions,
            Function<Long, T> target) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(ids)
                .forEach(chunk -> Select.of(PERSON)
                        .and(columns)
                        .from(fact + " f")
                        .where(conditions
                                .copy()
                                .andIn("f.person_id", "ids", chunk)
                                .and(FactConditions.holds("f")))
                        .orderBy(order)
                        .forEach(jdbc, row -> columns.fill(target.apply(row.get(PERSON)), row)));
    }
}
