package lt.mokiniai.register.students.decisions;

import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import org.springframework.stereotype.Component;

/**
 * Registrations that were refused because somebody else has the code: either what the school told is wrong, or what the register
 * holds. The agency accepts what the school told, or objects, and the school reads it in the task. Nothing is written of the student: whoever is wrong
 * corrects it (docs/register.md, 'Tasks').
 */
@Component
public class RefusedRegistrations implements TaskWork {

    private static final String KIND = "REGISTRATION";

    private final Tasks tasks;

    RefusedRegistrations(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * Opens a task, unless one waits that the same institution caused.
     *
     * @param person the internal number of the student who has the code
     * @param refused the message that was refused: its row in the log holds what was told
     */
    public void open(long person, Provenance refused) {
        boolean waits = tasks.openOf(person).stream()
                .anyMatch(task -> task.kind().equals(KIND) && task.institution().equals(refused.institution()));
        if (!waits) {
            NewTask task = new NewTask(
                    KIND, Level.AGENCY, refused.institution(), Subject.of(person), tasks.dueOn(Level.AGENCY));
            tasks.open(task, refused);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        // The decision is the answer; whoever is wrong corrects it.
    }

    @Override
    public void lapsed(Task task) {
        // A registration that is told again opens another.
    }
}
