package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** A contract is in force, grants the operation, and has the headers that it requires ({@code MR-301} to {@code MR-305}): one for each. */
record AdmissionCheck(Stage stage) implements Check {

    @Override
    public void check(CheckedMessage message) {
        message.judgement().refuseAt(stage);
        message.admit();
    }
}
