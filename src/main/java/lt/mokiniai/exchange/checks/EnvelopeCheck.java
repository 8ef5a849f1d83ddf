package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.kernel.faults.Stage;

/** The bytes are an envelope within the limits ({@code MR-101}, {@code MR-102}, {@code MR-104}). */
record EnvelopeCheck(EnvelopeReader envelopes) implements Check {

    @Override
    public Stage stage() {
        return Stage.MESSAGE;
    }

    @Override
    public void check(CheckedMessage message) {
        message.readAs(envelopes.read(message.raw().bytes()));
    }
}
