package lt.mokiniai.exchange.pipeline;

import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.scope.Scope;
import org.w3c.dom.Document;

/** How one message came in, as its entry point knows: what proves who sent it, who answers it, and what proves the answer. */
public interface Channel {

    /** The check at the stage of the signature, which finds the proof, the header and the request. */
    Check proof();

    /** Gives the endpoint's answer, an envelope with a Body and no headers; throws what the endpoint threw. */
    Document answer(CheckedMessage message, Scope scope);

    /** Proves to the sender whose an answer or a fault is; it is whole then. */
    void seal(Document answer, CheckedMessage message);
}
