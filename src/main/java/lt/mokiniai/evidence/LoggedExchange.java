package lt.mokiniai.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * What the log holds of one exchange.
 *
 * @param receipt its number
 * @param receivedAt when its message was received
 * @param party who signed it, where known
 * @param contractId under which contract, where known
 * @param contractSet under which set of contracts, by its hash, where known
 * @param visibleFrom from when on the pupils see it, where it tells about any
 * @param operation what was asked, where known
 * @param outcome {@code ANSWERED} or {@code REFUSED}
 * @param faultCode why it was refused
 * @param pupils about how many pupils the answer tells
 * @param request the message, byte for byte
 * @param response the answer or fault, byte for byte
 */
public record LoggedExchange(
        String receipt,
        Instant receivedAt,
        Optional<String> party,
        Optional<String> contractId,
        Optional<String> contractSet,
        Optional<Instant> visibleFrom,
        Optional<String> operation,
        String outcome,
        Optional<String> faultCode,
        int pupils,
        byte[] request,
        byte[] response) {}
