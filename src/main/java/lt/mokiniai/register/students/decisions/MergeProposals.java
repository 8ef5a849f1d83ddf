package lt.mokiniai.register.students.decisions;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import lt.mokiniai.register.tasks.TaskProperties;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.stereotype.Component;

/**
 * Records that may be about one person: an institution registered somebody like a student that it had registered before, and
 * said that it is another. The agency says whether it is (docs/register.md, 'Merging').
 */
@Component
public class MergeProposals implements TaskWork {

    private static final String KIND = "MERGE";

    private final Tasks tasks;
    private final StudentMerges merges;
    private final ReadTimes times;
    private final TaskProperties terms;

    MergeProposals(Tasks tasks, StudentMerges merges, ReadTimes times, TaskProperties terms) {
        this.terms = terms;
        this.tasks = tasks;
        this.merges = merges;
        this.times = times;
    }

    /**
     * Opens a task for a student who was registered now and each who is alike.
     *
     * @param registered the internal number of the new record
     * @param alike the internal numbers of those that are alike
     */
    public void open(long registered, List<Long> alike, Provenance by) {
        LocalDate dueOn = times.today().plusDays(terms.authorityDays());
        for (long other : alike) {
            Subject subject = new Subject(
                    registered,
                    Optional.of(other),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            tasks.open(new NewTask(KIND, Level.AGENCY, by.institution(), subject, dueOn), by);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** They are about one person, or about two. */
    @Override
    public Set<Decision> decisions() {
        return EnumSet.of(Decision.ACCEPT, Decision.OBJECT);
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
