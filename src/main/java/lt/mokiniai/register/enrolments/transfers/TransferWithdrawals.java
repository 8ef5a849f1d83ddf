package lt.mokiniai.register.enrolments.transfers;

import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.stereotype.Component;

/** Takes back what a school asked for: before it was recorded, its task is closed; after that, it is struck. */
@Component
class TransferWithdrawals {

    private final Tasks tasks;
    private final TransferTasks transferTasks;
    private final TransferRecords records;
    private final CodeLists codes;
    private final ReadTimes times;

    TransferWithdrawals(
            Tasks tasks, TransferTasks transferTasks, TransferRecords records, CodeLists codes, ReadTimes times) {
        this.tasks = tasks;
        this.transferTasks = transferTasks;
        this.records = records;
        this.codes = codes;
        this.times = times;
    }

    void takeBack(Transfer transfer, String reason, Scope scope) {
        codes.check("CORRECTION_REASON", reason, times.today(), "reason");
        Provenance asker = scope.writing().provenance();
        if (transfer.isWaiting()) {
            withdraw(transfer, reason, asker);
        } else if (transfer.is(TransferState.DONE)) {
            records.strike(transfer, reason, asker);
            transferTasks.tellStruck(transfer, reason, asker);
        } else {
            throw over();
        }
    }

    /** Who decides at the same moment has closed the task, or finds it closed. */
    private void withdraw(Transfer transfer, String reason, Provenance asker) {
        boolean isClosed = tasks.find(transfer.lastTask)
                .filter(task -> tasks.withdraw(task, asker))
                .isPresent();
        if (!isClosed) {
            throw over();
        }
        transfer.takenBack(TransferState.WITHDRAWN, reason);
    }

    static ExchangeException over() {
        return ExchangeException.of(ExchangeError.TRANSFER_OVER).at("transferId");
    }
}
