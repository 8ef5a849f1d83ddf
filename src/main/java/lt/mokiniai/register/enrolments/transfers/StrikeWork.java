package lt.mokiniai.register.enrolments.transfers;

import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import org.springframework.stereotype.Component;

/**
 * The former school takes note that a transfer was struck and its enrolment goes on, or objects: then who answers for it
 * decides. Its enrolment stands meanwhile, and when nobody answers.
 */
@Component
class StrikeWork implements TaskWork {

    private final Transfers transfers;
    private final TransferRecords records;
    private final TransferTasks tasks;

    StrikeWork(Transfers transfers, TransferRecords records, TransferTasks tasks) {
        this.transfers = transfers;
        this.records = records;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return TransferTasks.STRIKE;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        if (told.decision() == Decision.ACCEPT) {
            return;
        }
        Transfer transfer = transfers.ofTask(task.taskId());
        if (task.level() == Level.SCHOOL) {
            tasks.escalate(transfer, told, scope.writing().provenance());
        } else {
            records.endAgain(transfer, scope.writing().provenance());
        }
    }

    @Override
    public void lapsed(Task task) {
        // The enrolment stands as it is.
    }
}
