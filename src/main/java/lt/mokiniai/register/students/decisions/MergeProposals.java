package lt.mokiniai.register.students.decisions;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.students.merging.StudentMerges;
import lt.mokiniai.register.students.merging.StudentMerges.Decided;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import org.springframework.stereotype.Component;

/**
 * Records that may be about one person: an institution registered somebody like a student that it had registered before, and
 * said that it is another. The agency accepts that they are one, or objects (docs/register.md, 'Merging').
 */
@Component
public class MergeProposals implements TaskWork {

    private static final String KIND = "MERGE";

    private final Tasks tasks;
    private final StudentMerges merges;

    MergeProposals(Tasks tasks, StudentMerges merges) {
        this.tasks = tasks;
        this.merges = merges;
    }

    /**
     * Opens a task for a student who was registered now and each who is alike.
     *
     * @param registered the internal number of the new record
     * @param alike the internal numbers of those that are alike
     */
    public void open(long registered, List<Long> alike, Provenance by) {
        for (long other : alike) {
            Subject subject = Subject.of(registered).beside(other);
            tasks.open(new NewTask(KIND, Level.AGENCY, by.institution(), subject, tasks.dueOn(Level.AGENCY)), by);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        long one = merges.present(task.subject().person());
        long other = merges.present(task.subject().otherPerson().orElseThrow());
        String reason = told.note().or(told::reason).orElse(KIND);
        if (told.decision() == Decision.OBJECT) {
            if (one == other) {
                throw ExchangeException.of(ExchangeError.MERGED_ALREADY).at("decision");
            }
            merges.tellApart(one, other, reason, scope);
        } else if (one != other) {
            merges.merge(one, other, new Decided(Optional.empty(), reason, List.of(), false), scope);
        }
    }

    @Override
    public void lapsed(Task task) {
        // Nobody said that they are one: two records stay two.
    }
}
