package lt.mokiniai.register.enrolments.transfers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tasks.Decision;
import lt.mokiniai.register.tasks.DecisionTold;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.TaskWork;
import lt.mokiniai.wsdl.tasks.TaskTransfer;
import org.springframework.stereotype.Component;

/**
 * The former school confirms a transfer, or objects: then who answers for it decides. No answer confirms, but
 * for a student without a Lithuanian code, whom names may mistake for another: then too it is decided by who answers for it.
 * Who answers for a closed school decides at once.
 */
@Component
class ConfirmationWork implements TaskWork {

    private final Transfers transfers;
    private final TransferRecords records;
    private final TransferTasks tasks;

    ConfirmationWork(Transfers transfers, TransferRecords records, TransferTasks tasks) {
        this.transfers = transfers;
        this.records = records;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return TransferTasks.CONFIRMATION;
    }

    @Override
    public void decided(Task task, DecisionTold told, Scope scope) {
        Transfer transfer = transfers.ofTask(task.taskId());
        if (told.decision() == Decision.ACCEPT) {
            records.carryOut(transfer);
        } else if (task.level() == Level.SCHOOL) {
            transfer.objected();
            tasks.escalate(transfer, told, scope.writing().provenance());
        } else {
            transfer.refused();
        }
    }

    @Override
    public void lapsed(Task task) {
        Transfer transfer = transfers.ofTask(task.taskId());
        if (task.level() == Level.SCHOOL && !transfers.hasCode(transfer.personId)) {
            tasks.ofFounder(transfer);
        } else {
            records.carryOut(transfer);
        }
    }

    @Override
    public void tell(Map<String, lt.mokiniai.wsdl.tasks.Task> opened) {
        transfers
                .askedBy(List.copyOf(opened.keySet()))
                .forEach(transfer ->
                        Objects.requireNonNull(opened.get(transfer.firstTask)).setTransfer(told(transfer)));
    }

    private TaskTransfer told(Transfer transfer) {
        TaskTransfer told = new TaskTransfer();
        told.setTransferId(transfer.transferId);
        told.setState(transfer.state.name());
        told.setEnrolledFrom(transfer.enrolledFrom);
        if (transfer.begunId != null) {
            told.setEnrolmentId(transfers.place(transfer.begunId).enrolmentId());
        }
        told.setProblem(transfer.problem);
        told.setReason(transfer.reason);
        return told;
    }
}
