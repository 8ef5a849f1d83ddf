package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** It asks by what the grant names alone ({@code MR-306}), or sets it ({@code MR-312}). */
record AsksCheck() implements Check {

    @Override
    public Stage stage() {
        return Stage.ASKS;
    }

    @Override
    public void check(CheckedMessage message) {
        message.admission().ifPresent(admission -> admission.requestFilter().checkItems(message.request()));
    }
}
