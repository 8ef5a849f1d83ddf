package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.SoapFrame;
import lt.mokiniai.kernel.faults.Stage;
import org.w3c.dom.Document;

/** The bytes are an envelope within the limits, without foreign headers ({@code MR-101}, 102, 104 and 110). */
record EnvelopeCheck(EnvelopeReader envelopes) implements Check {

    @Override
    public Stage stage() {
        return Stage.MESSAGE;
    }

    @Override
    public void check(CheckedMessage message) {
        Document envelope = envelopes.read(message.raw().bytes());
        SoapFrame.ofRequest(envelope);
        message.readAs(envelope);
    }
}
