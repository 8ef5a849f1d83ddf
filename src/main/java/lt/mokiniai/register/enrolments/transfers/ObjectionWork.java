package lt.mokiniai.register.enrolments.transfers;

import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import org.springframework.stereotype.Component;

/**
 * Who answers for the former school decides what that objected to: a transfer is carried out or refused; that one was struck
 * stands, or the former enrolment ends again. Nobody's decision is for what the new school asked.
 */
@Component
class ObjectionWork implements TaskWork {

    private final Transfers transfers;
    private final TransferRecords records;

    ObjectionWork(Transfers transfers, TransferRecords records) {
        this.transfers = transfers;
        this.records = records;
    }

    @Override
    public String kind() {
        return TransferTasks.OBJECTION;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        Transfer transfer = transfers.ofTask(task.taskId());
        if (told.decision() == Decision.ACCEPT) {
            asAsked(transfer);
        } else if (transfer.is(TransferState.OBJECTED)) {
            transfer.refused();
        } else {
            records.endAgain(transfer, scope.writing().provenance());
        }
    }

    @Override
    public void lapsed(Task task) {
        asAsked(transfers.ofTask(task.taskId()));
    }

    private void asAsked(Transfer transfer) {
        if (transfer.is(TransferState.OBJECTED)) {
            records.carryOut(transfer);
        }
    }
}
