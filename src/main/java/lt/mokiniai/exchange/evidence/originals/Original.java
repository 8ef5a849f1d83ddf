package lt.mokiniai.exchange.evidence.originals;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.LoggedExchange.Result;
import lt.mokiniai.exchange.evidence.LoggedExchange.Unsealed;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Stage;

/**
 * What became of a message of which the answer was lost.
 *
 * @param receipt the number of its exchange
 * @param receivedAt when it was received
 * @param operation what it asked; nothing where that was not found
 * @param contract under which contract it was answered or refused
 * @param acting who sent it for which institution; nothing where it was sent for its sender
 * @param result what it came to
 * @param kept what was sent and told; nothing when the key of its month was destroyed
 */
public record Original(
        String receipt,
        Instant receivedAt,
        Optional<OperationId> operation,
        Optional<UnderContract> contract,
        Optional<Acting> acting,
        Result result,
        Optional<Unsealed> kept) {

    /** Tells whether parts of its work are still to come. */
    public boolean isOpen() {
        return result.outcome() == Outcome.OPEN;
    }

    /** Tells whether parts of its work were done, and no more will be. */
    public boolean isInterrupted() {
        return result.outcome() == Outcome.INTERRUPTED;
    }

    /** Tells whether its message was refused. */
    public boolean isRefused() {
        return result.outcome() == Outcome.REFUSED;
    }

    /**
     * Tells whether what was told of it may say something of the register. What was refused before the operation looked
     * there says something of the message and its contract alone.
     */
    public boolean tellsOfTheRegister() {
        return !isRefused()
                || result.faultCode()
                        .flatMap(ExchangeError::of)
                        .flatMap(ExchangeError::stage)
                        .filter(stage -> stage.compareTo(Stage.VALUES) >= 0)
                        .isPresent();
    }

    /** A subsystem, and the code of the institution that it acted for. */
    public record Acting(XRoadId client, String institution) {}

    /** A contract, which text of it, and the SHA-256 of that text's file. */
    public record UnderContract(String id, String version, String digest) {}
}
