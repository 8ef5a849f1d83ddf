package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import org.springframework.stereotype.Component;

/**
 * The tasks about students who learn a programme for which their institution has a licence no longer. To accept is to end the
 * enrolment on the last day with a licence, to correct is to end it on another day, to object is to let it go on. What nobody
 * decides in its term goes to the agency.
 */
@Component
class UnlicensedTasks implements TaskWork {

    static final String KIND = "NO_LICENCE";

    private final Tasks tasks;
    private final DecidedEnrolments enrolments;
    private final ClosedStudies studies;

    UnlicensedTasks(Tasks tasks, DecidedEnrolments enrolments, ClosedStudies studies) {
        this.tasks = tasks;
        this.enrolments = enrolments;
        this.studies = studies;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.ACCEPT, Decision.OBJECT, Decision.CORRECT);
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        if (told.decision() == Decision.OBJECT) {
            return;
        }
        Subject subject = task.subject();
        LocalDate licensed = subject.day().orElseThrow();
        LocalDate lastDay = told.decision() == Decision.CORRECT ? told.day().orElse(licensed) : licensed;
        Closing closing =
                new Closing(lastDay, Optional.empty(), subject.reason().orElseThrow());
        enrolments.change(task, lastDay, scope, (history, enrolment) -> studies.carryOut(history, enrolment, closing));
    }

    @Override
    public void lapsed(Task task) {
        tasks.toAgency(task);
    }
}
