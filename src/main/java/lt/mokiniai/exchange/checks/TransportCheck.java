package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** The message is posted by HTTP as the profile says ({@code MR-109}). */
record TransportCheck() implements Check {

    @Override
    public Stage stage() {
        return Stage.TRANSPORT;
    }

    @Override
    public void check(CheckedMessage message) {
        message.raw().checkTransport();
    }
}
