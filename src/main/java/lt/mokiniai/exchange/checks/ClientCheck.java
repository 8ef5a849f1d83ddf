package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** The header {@code client} names the party ({@code MR-214}). */
record ClientCheck() implements Check {

    @Override
    public Stage stage() {
        return Stage.CLIENT;
    }

    @Override
    public void check(CheckedMessage message) {
        message.contracts()
                .checkClient(
                        message.party().orElseThrow(),
                        message.headers().orElseThrow().caller());
    }
}
