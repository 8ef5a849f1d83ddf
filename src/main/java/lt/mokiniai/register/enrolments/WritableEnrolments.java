package lt.mokiniai.register.enrolments;

import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The enrolments that a scope may write: those at the institutions, and in the programmes, of its population, whenever they
 * began and ended. A disclosure restriction hides nothing from the institution whose record it is.
 */
@Component
public class WritableEnrolments {

    private static final Column<Long> NUMBER = number("e.id");
    private static final Column<Long> PERSON = number("e.person_id");
    private static final Column<String> STUDENT = string("p.register_id");
    private static final Column<String> IDENTIFIER = string("e.register_id");
    private static final Column<String> PROGRAMME = string("e.programme");
    private static final Column<String> INSTITUTION = string("k.code");

    private final JdbcClient jdbc;

    WritableEnrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An enrolment that may be written.
     *
     * @param number the register's internal number
     * @param enrolmentId its identifier
     * @param person the internal number of the student
     * @param student the student's identifier
     * @param institution the code of its institution
     * @param programme its state code
     */
    public record Writable(
            long number, String enrolmentId, long person, String student, String institution, String programme) {}

    /**
     * Finds an enrolment by its identifier.
     *
     * @throws ExchangeException {@code MR-501} when there is none that the scope may write; which, is not told
     */
    Writable find(String enrolmentId, Scope scope) {
        Writable found = findAll(Set.of(enrolmentId), scope).get(enrolmentId);
        if (found == null) {
            throw unknown("enrolmentId");
        }
        return found;
    }

    /**
     * Finds enrolments by their identifiers.
     *
     * @param enrolmentIds no more than a database takes in one list
     * @return those that the scope may write, by identifier
     */
    public Map<String, Writable> findAll(Set<String> enrolmentIds, Scope scope) {
        scope.asksAbout(enrolmentIds.size());
        Map<String, Writable> found = new HashMap<>();
        Select.of(NUMBER, PERSON, STUDENT, IDENTIFIER, INSTITUTION, PROGRAMME)
                .from("enrolment e join institution k on k.code = e.institution"
                        + " join programme g on g.state_code = e.programme join person p on p.id = e.person_id")
                .where(within(scope).andIn("e.register_id", "enrolments", enrolmentIds))
                // The same enrolment has a row of each student whose it was found to be; at most one of them is
                // believed.
                .orderBy("case when exists (select 1 from enrolment_term t where t.enrolment_id = e.id"
                        + " and t.believed_until is null) then 1 else 0 end, e.id")
                .forEach(
                        jdbc,
                        row -> found.put(
                                row.get(IDENTIFIER),
                                new Writable(
                                        row.get(NUMBER),
                                        row.get(IDENTIFIER),
                                        row.get(PERSON),
                                        row.get(STUDENT),
                                        row.get(INSTITUTION),
                                        row.get(PROGRAMME))));
        return found;
    }

    /** Tells whether a scope may write enrolments in a programme at an institution; no such programme is not told here. */
    public boolean includes(String institution, String programme, Scope scope) {
        return !Select.of(INSTITUTION)
                .from("institution k left join programme g on g.state_code = :programme")
                .where(within(scope)
                        .and("k.code = :institution", "institution", institution)
                        .with("programme", programme))
                .list(jdbc, row -> row.get(INSTITUTION))
                .isEmpty();
    }

    /** Tells whether a scope may write enrolments at an institution, in whichever programme. */
    public boolean includes(String institution, Scope scope) {
        return !Select.of(INSTITUTION)
                .from("institution k cross join programme g")
                .where(within(scope).and("k.code = :institution", "institution", institution))
                .orderBy("g.state_code")
                .first(1)
                .list(jdbc, row -> row.get(INSTITUTION))
                .isEmpty();
    }

    /** What a scope may not write, or nobody, is refused alike. */
    public static ExchangeException unknown(String field) {
        return ExchangeException.of(ExchangeError.NOT_WRITABLE).at(field);
    }

    /** Begins a question about what is taught, as programme {@code g} at institution {@code k}. */
    private static Conditions within(Scope scope) {
        Study study = scope.population().study();
        Conditions conditions = new Conditions();
        Map<String, Collection<?>> criteria = Map.<String, Collection<?>>of(
                "k.code", study.institutions(),
                "k.municipality", study.schoolMunicipalities(),
                "k.founder_kind", study.founderKinds(),
                "k.founder_municipality", study.founderMunicipalities(),
                "g.family", study.programmeFamilies());
        criteria.forEach((column, values) -> {
            if (!values.isEmpty()) {
                conditions.andIn(column, "any" + column.replace(".", "").replace("_", ""), values);
            }
        });
        if (study.levels().isPresent() || criteria.values().stream().allMatch(Collection::isEmpty)) {
            // Nobody may write everywhere, and a level is of a stage.
            conditions.and("1 = 0");
        }
        return conditions;
    }
}
