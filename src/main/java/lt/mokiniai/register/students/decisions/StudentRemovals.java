package lt.mokiniai.register.students.decisions;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.BrokenRules;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonFact;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonRecords;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;
import lt.mokiniai.register.students.writes.WritableStudents;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.students.RemoveStudent;
import lt.mokiniai.wsdl.students.RemoveStudentResponse;
import org.springframework.stereotype.Component;

/**
 * Registrations of nobody. A school asks that one be struck; who answers for the school decides. What is struck was believed until
 * then, and is told so as known before (docs/decisions/0051). Nothing is struck of somebody of whom others know.
 */
@Component
public class StudentRemovals implements TaskWork {

    private static final String KIND = "REMOVAL";

    private static final int LONGEST_NOTE = 500;

    private static final List<Class<? extends PersonFact>> FACTS = List.of(
            PersonIdentity.class,
            PersonOrigin.class,
            PersonCitizenship.class,
            PersonResidence.class,
            PersonGuardian.class,
            PersonSpecialNeeds.class);

    private final WritableStudents writable;
    private final HistoryStore store;
    private final List<PersonRecords> records;
    private final ToldValues values;
    private final Tasks tasks;

    StudentRemovals(
            WritableStudents writable,
            HistoryStore store,
            List<PersonRecords> records,
            ToldValues values,
            Tasks tasks) {
        this.writable = writable;
        this.store = store;
        this.records = records;
        this.values = values;
        this.tasks = tasks;
    }

    /**
     * Asks that a registration be struck. What would not let it be struck is told now, and nothing is recorded but the task.
     *
     * @throws ExchangeException {@code MR-501} when the scope may not write the student, {@code MR-502} when they changed since
     *     the version that the sender saw, {@code MR-554} when it is asked for already, or of the rules that it breaks
     */
    public RemoveStudentResponse ask(RemoveStudent request, Scope scope) {
        String institution = scope.acting().institution();
        FoundPerson student = writable.find(request.getRegisterId(), scope);
        BrokenRules broken = new BrokenRules();
        values.code(broken, "CORRECTION_REASON", request.getReason(), values.today(), "reason");
        String note = values.text(broken, request.getNote(), LONGEST_NOTE, "note");
        boolean waits =
                tasks.openOf(student.id()).stream().anyMatch(task -> task.kind().equals(KIND));
        broken.requires(!waits, "registerId", ExchangeError.REMOVAL_ASKED);
        writable.tried(student, request.getVersion(), scope, history -> {
            broken.tell(history);
            strike(history, institution);
        });
        NewTask task = new NewTask(
                KIND,
                Level.FOUNDER,
                institution,
                Subject.of(student.id()).told(Optional.of(request.getReason()), Optional.ofNullable(note)),
                tasks.dueOn(Level.FOUNDER));
        RemoveStudentResponse response = new RemoveStudentResponse();
        response.setTaskId(tasks.open(task, scope.writing().provenance()));
        response.setDueOn(task.dueOn());
        return response;
    }

    private void strike(History history, String institution) {
        history.requires(
                history.believed(PersonRestriction.class, history.person()).isEmpty(),
                "registerId",
                ExchangeError.PERSON_KNOWN_ELSEWHERE);
        records.forEach(each -> each.strike(history, institution));
        FACTS.forEach(kind -> history.believed(kind, history.person()).forEach(history::strikes));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        if (told.decision() != Decision.ACCEPT) {
            return;
        }
        store.change(task.subject().person(), scope.writing().provenance(), history -> {
            scope.discloses(history.person().registerId());
            task.subject().reason().ifPresent(history::becauseOf);
            strike(history, task.institution());
            return history;
        });
    }

    @Override
    public void lapsed(Task task) {
        // What nobody decided to strike stays.
    }
}
