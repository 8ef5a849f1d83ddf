package lt.mokiniai.register.enrolments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.PopulationRule;
import lt.mokiniai.register.students.StudentReader;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.enrolments.GetClassRoster;
import lt.mokiniai.wsdl.enrolments.RosterEntry;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the students of a class. Whoever stands in it attends its school, so those whose school is withheld do not. */
@Component
class ClassRoster {

    private static final int MOST_STUDENTS = 1000;

    private static final Column<Long> ENROLMENT = Column.number("e.id");

    private static final String STAGES = "enrolment_stage s join enrolment e on e.id = s.enrolment_id"
            + " join enrolment_term t on t.enrolment_id = e.id join person p on p.id = e.person_id";

    private final JdbcClient jdbc;
    private final PopulationRule population;
    private final StudentReader students;
    private final EnrolmentReader enrolments;
    private final Handling handling;

    ClassRoster(
            JdbcClient jdbc,
            PopulationRule population,
            StudentReader students,
            EnrolmentReader enrolments,
            Handling handling) {
        this.jdbc = jdbc;
        this.population = population;
        this.students = students;
        this.enrolments = enrolments;
        this.handling = handling;
    }

    /**
     * Gives the students of a class on a day, as far as the scope reaches.
     *
     * @throws ExchangeException {@code MR-405} when they are more than one message may tell about; no list is cut
     */
    List<RosterEntry> of(InstitutionCode institution, GetClassRoster request, AsOf asOf, Scope scope) {
        int most = Math.min(MOST_STUDENTS, scope.largestBatch());
        scope.asksAbout(most);
        Map<Long, FoundPerson> found = new LinkedHashMap<>();
        Select.of(ENROLMENT, FoundPerson.ID, FoundPerson.REGISTER_ID)
                .from(STAGES)
                .where(find(institution, request, asOf, scope))
                .orderBy("p.id, e.id")
                .first(most + 1)
                .forEach(
                        jdbc,
                        row -> found.put(
                                row.get(ENROLMENT),
                                new FoundPerson(row.get(FoundPerson.ID), row.get(FoundPerson.REGISTER_ID), false)));
        if (found.size() > most) {
            throw ExchangeException.of(ExchangeError.BATCH_TOO_LARGE)
                    .naming(String.valueOf(most))
                    .at("className");
        }
        Map<Long, DisclosedPerson> byEnrolment = new LinkedHashMap<>();
        (scope.listing().byPseudonym() ? byPseudonym(found, scope) : found)
                .forEach((enrolment, person) -> byEnrolment.put(enrolment, person.disclosedIn(scope)));

        Fields fields = scope.fields().within("student");
        Map<Long, Identity> identities = fields.allows("identity")
                ? students.identities(byEnrolment.values(), asOf, "student/identity", scope)
                : Map.of();
        Map<Long, Enrolment> shown = fields.allows("enrolment")
                ? enrolments.of(byEnrolment.keySet(), Window.of(asOf), fields.within("enrolment"), false)
                : Map.of();
        Map<Long, List<String>> handled = handling.of(byEnrolment.values(), fields);
        List<RosterEntry> entries = new ArrayList<>();
        byEnrolment.forEach((enrolment, person) -> {
            RosterEntry entry = new RosterEntry();
            entry.setIdentity(identities.get(person.id()));
            entry.getHandling().addAll(handled.getOrDefault(person.id(), List.of()));
            entry.setEnrolment(shown.get(enrolment));
            entries.add(entry);
        });
        return entries;
    }

    private static Map<Long, FoundPerson> byPseudonym(Map<Long, FoundPerson> found, Scope scope) {
        Map<Long, FoundPerson> ordered = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> scope.pseudonyms().rank(entry.getValue().registerId())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private Conditions find(InstitutionCode institution, GetClassRoster request, AsOf asOf, Scope scope) {
        Conditions conditions = population
                .within(scope, asOf)
                .and("s.institution = :institution", "institution", institution)
                .and("s.class_key = :classKey", "classKey", NameKeys.key(request.getClassName()))
                .and(FactConditions.holds("s"))
                .and(FactConditions.holds("t"));
        if (request.getClassLevel() != null) {
            conditions.and("s.class_level = :classLevel", "classLevel", request.getClassLevel());
        }
        population.nothingWithheld(conditions);
        return conditions;
    }
}
