package lt.mokiniai.register.tasks.deciding;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.State;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.tasks.DecideTask;
import org.springframework.stereotype.Component;

/**
 * Has a task decided, once, by whoever may. Of two at once one closes the row, and the other is told that it is decided. What is
 * decided is carried out in the same transaction.
 */
@Component
class TaskDecisions {

    /** A reason is told for each that is not what was asked. */
    private static final Set<Decision> WITH_REASON = EnumSet.of(Decision.OBJECT, Decision.CORRECT);

    private final TaskReader reader;
    private final Tasks tasks;
    private final CodeLists codes;
    private final ReadTimes times;
    private final TaskWorks works;

    TaskDecisions(TaskReader reader, Tasks tasks, CodeLists codes, ReadTimes times, TaskWorks works) {
        this.reader = reader;
        this.tasks = tasks;
        this.codes = codes;
        this.times = times;
        this.works = works;
    }

    /**
     * Decides a task.
     *
     * @return what became of it
     * @throws ExchangeException {@code MR-501} when the scope decides no such task, {@code MR-541} when it is closed, {@code MR-542}
     *     after its term, {@code MR-543} when its kind is not decided so, {@code MR-544} without a reason where one is needed
     */
    State decide(DecideTask request, Scope scope) {
        scope.asksAbout(1);
        Conditions conditions = TaskScope.asOf(times).and("t.task_id = :taskId", "taskId", request.getTaskId());
        conditions.and(TaskScope.of(scope).decided(conditions));
        Optional<Task> found = reader.read(conditions, 1, scope).stream()
                .peek(read -> read.disclosedIn(scope))
                .findFirst()
                .flatMap(read -> tasks.find(request.getTaskId()));
        Task task = found.orElseThrow(
                () -> ExchangeException.of(ExchangeError.NOT_WRITABLE).at("taskId"));
        TaskWork work = works.of(task);
        DecisionTold told = told(request, work);
        require(task.state() == State.OPEN, ExchangeError.TASK_DECIDED, "taskId");
        require(!times.today().isAfter(task.dueOn()), ExchangeError.TASK_TERM_OVER, "taskId");
        require(tasks.decide(task, told, scope.writing().provenance()), ExchangeError.TASK_DECIDED, "taskId");
        work.decided(task, told, scope);
        return told.decision().state();
    }

    private DecisionTold told(DecideTask request, TaskWork work) {
        codes.check("TASK_DECISION", request.getDecision(), times.today(), "decision");
        codes.check("TASK_REASON", request.getReason(), times.today(), "reason");
        Decision decision = Decision.valueOf(request.getDecision());
        require(work.decisions().contains(decision), ExchangeError.NO_SUCH_DECISION, "decision");
        require(
                request.getReason() != null || !WITH_REASON.contains(decision),
                ExchangeError.DECISION_WITHOUT_REASON,
                "reason");
        require(
                request.getNote() == null || VisibleText.isOneLine(request.getNote()),
                ExchangeError.TEXT_NOT_IN_ONE_LINE,
                "note");
        return new DecisionTold(
                decision,
                Optional.ofNullable(request.getReason()),
                Optional.ofNullable(request.getNote()),
                Optional.ofNullable(request.getDay()));
    }

    private static void require(boolean condition, ExchangeError error, String field) {
        if (!condition) {
            throw ExchangeException.of(error).at(field);
        }
    }
}
