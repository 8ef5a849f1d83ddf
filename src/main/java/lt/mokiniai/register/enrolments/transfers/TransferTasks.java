package lt.mokiniai.register.enrolments.transfers;

import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.transfers.Transfers.Place;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.stereotype.Component;

/** Opens the tasks of transfers, each for the school that the student leaves, or for who answers for it where it is closed. */
@Component
public class TransferTasks {

    /** The former school confirms a transfer, or objects. */
    static final String CONFIRMATION = "TRANSFER";

    /** Who answers for the former school decides what it objected to. */
    static final String OBJECTION = "TRANSFER_OBJECTED";

    /** The former school is told that a transfer was struck, and that its enrolment goes on. */
    static final String STRIKE = "TRANSFER_STRUCK";

    private final Tasks tasks;
    private final EnrolmentParts parts;
    private final ReadTimes times;
    private final Transfers transfers;

    TransferTasks(Tasks tasks, Transfers transfers, EnrolmentParts parts, ReadTimes times) {
        this.tasks = tasks;
        this.transfers = transfers;
        this.parts = parts;
        this.times = times;
    }

    /** A task that was opened. */
    record Opened(String taskId, NewTask task) {}

    /** Opens a task about a student who leaves a school: for it, or where it is closed for who answers for it. */
    Opened open(String kind, Place former, Subject subject, Provenance by) {
        String institution = former.institution().value();
        boolean isOpen = parts.offer(institution, former.programme()).isOpen(times.today());
        return open(kind, isOpen ? Level.SCHOOL : Level.FOUNDER, institution, subject, by);
    }

    private Opened open(String kind, Level level, String institution, Subject subject, Provenance by) {
        NewTask task = new NewTask(kind, level, institution, subject, tasks.dueOn(level));
        return new Opened(tasks.open(task, by), task);
    }

    /** Tells whether a task is about a move that somebody asked for and that is not decided. */
    public static boolean isOfAMove(Task task) {
        return task.kind().equals(CONFIRMATION) || task.kind().equals(OBJECTION);
    }

    /**
     * Has who answers for the former school decide about a transfer.
     *
     * @param objection what the school told
     */
    void escalate(Transfer transfer, DecisionTold objection, Provenance by) {
        ofFounder(OBJECTION, transfer, objection.reason(), objection.note(), by);
    }

    /** Has who answers for the former school confirm a transfer that the school did not look at. */
    void ofFounder(Transfer transfer) {
        ofFounder(CONFIRMATION, transfer, Optional.empty(), Optional.empty(), transfer.asker());
    }

    private void ofFounder(
            String kind, Transfer transfer, Optional<String> reason, Optional<String> note, Provenance by) {
        String institution = transfers.place(transfer.formerId).institution().value();
        transfer.waitsFor(open(kind, Level.FOUNDER, institution, about(transfer, reason, note), by)
                .taskId());
    }

    /** Tells the former school that a transfer was struck, and why. */
    void tellStruck(Transfer transfer, String reason, Provenance by) {
        Subject subject = about(transfer, Optional.of(reason), Optional.empty());
        transfer.waitsFor(
                open(STRIKE, transfers.place(transfer.formerId), subject, by).taskId());
    }

    private static Subject about(Transfer transfer, Optional<String> reason, Optional<String> note) {
        return Subject.of(transfer.personId)
                .enrolled(transfer.formerId, Optional.of(transfer.institution.value()), transfer.enrolledFrom)
                .told(reason, note);
    }
}
