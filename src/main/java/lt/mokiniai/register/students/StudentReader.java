package lt.mokiniai.register.students;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.register.history.AsOf;
import lt.mokiniai.register.history.Chunks;
import lt.mokiniai.register.history.Conditions;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Selection;
import lt.mokiniai.wsdl.types.Guardian;
import lt.mokiniai.wsdl.types.Identity;
import lt.mokiniai.wsdl.types.Origin;
import lt.mokiniai.wsdl.types.Residence;
import lt.mokiniai.wsdl.types.SpecialNeeds;
import lt.mokiniai.wsdl.types.Student;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads what may be shown of persons. Each group is a table of its own; a group that is not granted is not asked, and of
 * a group that is, only the granted columns.
 */
@Component
public class StudentReader {

    /** What is withheld of a person under a restriction that the contract does not name. */
    private static final List<String> WITHHELD = List.of("residence", "guardian");

    private static final Selection<Identity> IDENTITY = Selection.<Identity>none()
            .and("personalCode", "f.personalCode", String.class, Identity::setPersonalCode)
            .and("foreignerId", "f.foreignerId", String.class, Identity::setForeignerId)
            .and("givenNames", "f.givenNames", String.class, Identity::setGivenNames)
            .and("familyName", "f.familyName", String.class, Identity::setFamilyName)
            .and("birthDate", "f.birthDate", LocalDate.class, Identity::setBirthDate)
            .and("sex", "f.sex", String.class, Identity::setSex)
            .and("dateOfDeath", "f.dateOfDeath", LocalDate.class, Identity::setDateOfDeath);

    private static final Selection<Origin> ORIGIN = Selection.<Origin>none()
            .and("country", "f.country", String.class, Origin::setCountry)
            .and("motherTongue", "f.motherTongue", String.class, Origin::setMotherTongue);

    private static final Selection<Origin> CITIZENSHIP = Selection.<Origin>none()
            .and(
                    "citizenship",
                    "f.country",
                    String.class,
                    (origin, country) -> origin.getCitizenship().add(country));

    private static final Selection<Residence> RESIDENCE = Selection.<Residence>none()
            .and("municipality", "f.municipality", String.class, Residence::setMunicipality)
            .and("eldership", "f.eldership", String.class, Residence::setEldership)
            .and("locality", "f.locality", String.class, Residence::setLocality)
            .and("street", "f.street", String.class, Residence::setStreet)
            .and("house", "f.house", String.class, Residence::setHouse)
            .and("since", "f.validFrom", LocalDate.class, Residence::setSince);

    private static final Selection<Guardian> GUARDIAN = Selection.<Guardian>none()
            .and("personalCode", "f.personalCode", String.class, Guardian::setPersonalCode)
            .and("givenNames", "f.givenNames", String.class, Guardian::setGivenNames)
            .and("familyName", "f.familyName", String.class, Guardian::setFamilyName)
            .and("relation", "f.relation", String.class, Guardian::setRelation)
            .and("phone", "f.phone", String.class, Guardian::setPhone)
            .and("email", "f.email", String.class, Guardian::setEmail);

    private static final Selection<SpecialNeeds> SPECIAL_NEEDS = Selection.<SpecialNeeds>none()
            .and("group", "f.needGroup", String.class, SpecialNeeds::setGroup)
            .and("level", "f.needLevel", String.class, SpecialNeeds::setLevel);

    private static final Selection<Student> RESTRICTION = Selection.<Student>none()
            .and(
                    "restriction",
                    "f.kind",
                    String.class,
                    (student, kind) -> student.getRestriction().add(kind));

    private final EntityManager entities;
    private final Clock clock;

    StudentReader(EntityManager entities, @Qualifier("registerClock") Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Reads students.
     *
     * @param path where the student's element stands in the answer
     * @return each person's element, by internal number
     */
    Map<Long, Student> read(Collection<DisclosedPerson> persons, AsOf asOf, String path, Scope scope) {
        Fields fields = scope.fields().within(path);
        Map<Long, Student> students = new HashMap<>();
        persons.forEach(person -> students.put(person.id(), new Student()));
        Function<Long, Student> student = id -> Objects.requireNonNull(students.get(id));
        List<Long> all = persons.stream().map(DisclosedPerson::id).toList();
        List<Long> open = numbers(persons, false);
        if (fields.allows("identity")) {
            identities(persons, asOf, path + "/identity", scope)
                    .forEach((id, identity) -> student.apply(id).setIdentity(identity));
        }
        Function<Long, Origin> origin = id -> originOf(student.apply(id));
        fill("PersonOrigin", ORIGIN.within(fields.within("origin")), all, asOf, origin);
        fill("PersonCitizenship", CITIZENSHIP.within(fields.within("origin")), all, asOf, origin);
        fill("PersonResidence", RESIDENCE.within(fields.within("residence")), open, asOf, id -> {
            Residence residence = new Residence();
            student.apply(id).setResidence(residence);
            return residence;
        });
        fill("PersonGuardian", "f.ordinal", GUARDIAN.within(fields.within("guardian")), open, asOf, id -> {
            Guardian guardian = new Guardian();
            student.apply(id).getGuardian().add(guardian);
            return guardian;
        });
        fill("PersonSpecialNeeds", SPECIAL_NEEDS.within(fields.within("specialNeeds")), all, asOf, id -> {
            SpecialNeeds needs = new SpecialNeeds();
            student.apply(id).setSpecialNeeds(needs);
            return needs;
        });
        fill("PersonRestriction", RESTRICTION.within(fields), all, asOf, student);
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
        Fields fields = scope.fields().within(path);
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
        fill("PersonIdentity", IDENTITY.within(fields), numbers(persons, false), asOf, identity);
        // Who is under a restriction has no former name or code to show.
        fill("PersonIdentity", IDENTITY.within(fields), numbers(persons, true), AsOf.now(clock), identity);
        return identities;
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
        fill(fact, "f.id", columns, ids, asOf, target);
    }

    private <T> void fill(
            String fact, String order, Selection<T> columns, List<Long> ids, AsOf asOf, Function<Long, T> target) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(ids)
                .forEach(chunk -> Conditions.asOf(asOf)
                        .and("f.personId in :ids and " + Fact.holds("f"), "ids", chunk)
                        .query(
                                entities,
                                "select f.personId" + columns.following() + " from " + fact + " f",
                                "order by " + order)
                        .getResultList()
                        .forEach(row -> columns.fill(target.apply((Long) row[0]), row, 1)));
    }
}
