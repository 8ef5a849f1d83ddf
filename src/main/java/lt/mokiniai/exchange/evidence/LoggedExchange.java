package lt.mokiniai.exchange.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.exchange.evidence.sealing.SealedMessages;
import lt.mokiniai.exchange.keys.LogKeys;

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
     * @param represented for which institution, by its code; whether the party might says what it came to
     */
    public record Asked(
            Optional<String> operation,
            Optional<String> contractId,
            Optional<String> contractSet,
            Optional<String> represented) {

        static final Asked UNKNOWN = new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What became of a message. */
    public enum Outcome {
        /** It has an answer. */
        ANSWERED,
        /** It has a fault. */
        REFUSED,
        /** Parts of its work may be done, and others are still to come. */
        OPEN,
        /** Parts of its work may be done, and no more will be. */
        INTERRUPTED
    }

    /**
     * What an exchange came to.
     *
     * @param outcome what became of the message
     * @param faultCode why it was refused
     * @param students about how many students the answer tells
     * @param visibleFrom from when on the students see it, where it tells about any
     */
    public record Result(Outcome outcome, Optional<String> faultCode, int students, Optional<Instant> visibleFrom) {

        /** Reads it from a row of the log of known senders. */
        public static Result of(ResultSet row) throws SQLException {
            return new Result(
                    Outcome.valueOf(row.getString("outcome")),
                    Optional.ofNullable(row.getString("fault_code")),
                    row.getInt("students"),
                    Optional.ofNullable(row.getObject("visible_from", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant));
        }
    }

    /**
     * The two messages and whom they were about, as they were before they were sealed.
     *
     * @param request the message, byte for byte
     * @param response the answer or fault, byte for byte; no bytes where none was given
     * @param students the register ids of those that it told about
     */
    public record Unsealed(byte[] request, byte[] response, Set<String> students) {

        /**
         * Opens what a row of the log of known senders holds.
         *
         * @throws IllegalStateException when the key of its month was destroyed, or the row was changed
         */
        public static Unsealed of(ResultSet row, LogKeys keys) throws SQLException {
            SealedMessages sealed = new SealedMessages(keys.of(row.getString("key_month")), row.getString("receipt"));
            byte[] request = sealed.request(row.getBytes("request"));
            byte[] response = row.getBytes("response");
            byte[] students = row.getBytes("told_students");
            return new Unsealed(
                    request,
                    response == null ? new byte[0] : sealed.response(response, request),
                    students == null ? Set.of() : sealed.students(students));
        }
    }

    /**
     * The message or the answer.
     *
     * @param bytes byte for byte as it was sent: whole, or its first bytes where the sender is not known
     * @param length of the whole, in bytes
     * @param digest SHA-512 of the whole, in hexadecimal digits; empty where there is none
     */
    public record Part(byte[] bytes, int length, String digest) {

        static Part of(byte[] bytes, int length, ResultSet row, String digest) throws SQLException {
            byte[] kept = row.getBytes(digest);
            return new Part(bytes, length, kept == null ? "" : HexFormat.of().formatHex(kept));
        }

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
