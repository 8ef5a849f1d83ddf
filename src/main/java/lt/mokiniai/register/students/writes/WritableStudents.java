package lt.mokiniai.register.students.writes;

import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.PopulationRule;
import lt.mokiniai.register.students.StudentReader;
import lt.mokiniai.register.students.StudyLookup;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.ItemOwnership;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.register.writing.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The students whom a scope may write: those who are enrolled at an institution of its population, now or later on, and those
 * whom the institution registered and nobody has enrolled yet. Whoever has left is written by the school where they learn
 * (docs/decisions/0041). A disclosure restriction hides nothing from the institution whose student it is.
 */
@Component
public class WritableStudents {

    private final JdbcClient jdbc;
    private final PopulationRule population;
    private final StudyLookup studies;
    private final ReadTimes times;
    private final RecordWrites writes;
    private final SeenStudents seen;

    WritableStudents(
            JdbcClient jdbc,
            PopulationRule population,
            StudyLookup studies,
            ReadTimes times,
            RecordWrites writes,
            SeenStudents seen) {
        this.jdbc = jdbc;
        this.population = population;
        this.studies = studies;
        this.times = times;
        this.writes = writes;
        this.seen = seen;
    }

    /**
     * Finds a student by the register id.
     *
     * @throws ExchangeException {@code MR-501} when there is none whom the scope may write; which, is not told
     */
    public FoundPerson find(String registerId, Scope scope) {
        scope.asksAbout(1);
        return still(registerId, scope);
    }

    /**
     * Demands that a student who was found still is one whom the scope may write. It is asked when nobody else can write them:
     * somebody may have enrolled them, or corrected their enrolment, since they were found.
     *
     * @throws ExchangeException {@code MR-501}
     */
    void require(FoundPerson student, Scope scope) {
        still(student.registerId(), scope);
    }

    /**
     * Changes what is recorded of a student who was found.
     *
     * @param version the one that the sender saw
     * @param overruled the codes of the warnings that it overrules
     * @throws ExchangeException {@code MR-501}, {@code MR-502}, or of the rules that the work breaks
     */
    Written change(FoundPerson student, String version, List<String> overruled, Scope scope, Consumer<Change> work) {
        return writes.write(student.id(), StudentReader.recordOf(student.registerId()), overruled, scope, change -> {
            requireSeen(student, version, change.history(), scope);
            work.accept(change);
        });
    }

    /**
     * Tries what would be done to a student who was found: nothing is recorded.
     *
     * @param version the one that the sender saw
     * @throws ExchangeException {@code MR-501}, {@code MR-502}, or of the rules that the work breaks
     */
    public void tried(FoundPerson student, String version, Scope scope, Consumer<History> work) {
        writes.writeEach(List.of(student.id()), true, scope, (person, history) -> {
                    requireSeen(student, version, history, scope);
                    work.accept(history);
                })
                .values()
                .forEach(refusal -> {
                    throw refusal;
                });
    }

    private void requireSeen(FoundPerson student, String version, History history, Scope scope) {
        require(student, scope);
        ItemOwnership.require(history, scope, PersonIdentity.hasCode(history));
        writes.requirePresent(
                StudentReader.recordOf(student.registerId()),
                version,
                history,
                knownAt -> seen.told(student, knownAt, scope));
    }

    private FoundPerson still(String registerId, Scope scope) {
        Conditions conditions = population
                .anybody(scope, times.ofWrite())
                .and("p.register_id = :student", "student", registerId)
                .with("registrar", scope.writing().provenance().institution());
        conditions.and("(" + population.enrolledWithin(conditions, scope) + " or (" + PopulationRule.REGISTERED
                + " and not " + studies.wasEverEnrolled() + "))");
        List<FoundPerson> found =
                FoundPerson.select().from("person p").where(conditions).list(jdbc, FoundPerson::of);
        if (found.isEmpty()) {
            throw ExchangeException.of(ExchangeError.NOT_WRITABLE).at("registerId");
        }
        return found.get(0);
    }
}
