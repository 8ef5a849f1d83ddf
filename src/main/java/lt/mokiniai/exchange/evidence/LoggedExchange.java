package lt.mokiniai.exchange.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of one exchange.
 *
 * @param receipt its number
 * @param receivedAt when its message was received
 * @param party who signed it; nothing where that is not known, and then request and response may be cut
 * @param asked what was asked, and under what
 * @param result what it came to
 * @param sent the message
 * @param given the answer or fault
 */
public record LoggedExchange(
        String receipt, Instant receivedAt, Optional<String> party, Asked asked, Result result, Part sent, Part given) {

    /**
     * What was asked, as far as that is known.
     *
     * @param operation the operation
     * @param contractId under which contract
     * @param contractSet under which set of contracts, by its hash
     */
    public record Asked(Optional<String> operation, Optional<String> contractId, Optional<String> contractSet) {

        static final Asked UNKNOWN = new Asked(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What became of a message. */
    public enum Outcome {
        /** It has an answer. */
        ANSWERED,
        /** It has a fault. */
        REFUSED
    }

    /**
     * What an exchange came to.
     *
     * @param outcome what became of the message
     * @param faultCode why it was refused
     * @param students about how many students the answer tells
     * @param visibleFrom from when on the students see it, where it tells about any
     */
    public record Result(Outcome outcome, Optional<String> faultCode, int students, Optional<Instant> visibleFrom) {}

    /**
     * The message or the answer.
     *
     * @param bytes byte for byte as it was sent: whole, or its first bytes where the sender is not known
     * @param length of the whole, in bytes
     * @param digest SHA-512 of the whole, in hexadecimal digits
     */
    public record Part(byte[] bytes, int length, String digest) {

        /** Whether only the first bytes are kept. */
        public boolean isCut() {
            return bytes.length < length;
        }
    }

    /** The message, byte for byte, as far as it is kept. */
    public byte[] request() {
        return sent.bytes();
    }

    /** The answer or fault, byte for byte, as far as it is kept. */
    public byte[] response() {
        return given.bytes();
    }

    /** Whether only the first bytes of the message are kept, since its sender is not known. */
    public boolean isRequestCut() {
        return sent.isCut();
    }
}
