package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.kernel.faults.Stage;

/** There is such an operation, and all that name it agree ({@code MR-108}, {@code MR-107}). */
record OperationCheck(Operations operations) implements Check {

    @Override
    public Stage stage() {
        return Stage.OPERATION;
    }

    @Override
    public void check(CheckedMessage message) {
        message.asking(operations.askedBy(message));
    }
}
