package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** It asks no further back than the grant reaches ({@code MR-404}, {@code MR-408}). */
record DepthCheck() implements Check {

    @Override
    public Stage stage() {
        return Stage.DEPTH;
    }

    @Override
    public void check(CheckedMessage message) {
        message.admission()
                .ifPresent(admission -> admission.requestFilter().checkDepth(message.request(), message.receivedAt()));
    }
}
