package lt.mokiniai.exchange.evidence.originals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.exchange.evidence.LoggedExchange.Result;
import lt.mokiniai.kernel.OperationId;

/**
 * What became of a message of which the answer was lost.
 *
 * @param receipt the number of its exchange
 * @param receivedAt when it was received
 * @param operation what it asked; nothing where that was not found
 * @param contract under which contract it was answered or refused
 * @param result what it came to
 * @param kept what was sent and told; nothing when the key of its month was destroyed
 */
public record Original(
        String receipt,
        Instant receivedAt,
        Optional<OperationId> operation,
        Optional<UnderContract> contract,
        Result result,
        Optional<Kept> kept) {

    /** A contract, which text of it, and the SHA-256 of that text's file. */
    public record UnderContract(String id, String version, String digest) {}

    /**
     * What was sent and told.
     *
     * @param request the message, byte for byte
     * @param response the answer or fault, byte for byte
     * @param students the register ids of those that it told about
     */
    public record Kept(byte[] request, byte[] response, Set<String> students) {}
}
