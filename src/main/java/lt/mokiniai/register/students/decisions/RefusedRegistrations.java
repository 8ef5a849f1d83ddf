package lt.mokiniai.register.students.decisions;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.stereotype.Component;

/**
 * Registrations that were refused because somebody else has the code: either what the school told is wrong, or what the register
 * holds. The agency says which, and the school reads it in the task. Nothing is written of the student: whoever is wrong
 * corrects it (docs/register.md, 'Tasks').
 */
@Component
public class RefusedRegistrations implements TaskWork {

    private static final String KIND = "REGISTRATION";

    /** In which the agency asks both sides. */
    private static final int TERM_DAYS = 30;

    private final Tasks tasks;
    private final ReadTimes times;

    RefusedRegistrations(Tasks tasks, ReadTimes times) {
        this.tasks = tasks;
        this.times = times;
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
            Subject subject = new Subject(
                    person,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            tasks.open(
                    new NewTask(
                            KIND,
                            Level.AGENCY,
                            refused.institution(),
                            subject,
                            times.today().plusDays(TERM_DAYS)),
                    refused);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The register is wrong, or the school is. */
    @Override
    public Set<Decision> decisions() {
        return EnumSet.of(Decision.ACCEPT, Decision.OBJECT);
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
