package lt.mokiniai.exchange.evidence;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lt.mokiniai.exchange.evidence.LogEntry.Ending;
import lt.mokiniai.exchange.evidence.LoggedExchange.Asked;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.LoggedExchange.Result;
import lt.mokiniai.exchange.keys.LogKeys;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the message log. An exchange is opened when its message is known to be its sender's, and closed with its
 * answer, in one and the same transaction as the work between; a refused one is written whole, in a transaction of its
 * own, since the work of the first was undone.
 */
@Component
public class MessageLog {

    // What binds encrypted bytes to their row and their column.
    static final String REQUEST = " request";
    static final String RESPONSE = " response";

    private static final String INSERT = """
            INSERT INTO message_log (receipt, received_at, party, certificate, contract_id, contract_version,
                contract_digest, contract_set, service, operation, message_id, replay_key, user_id, issue, outcome, fault_code,
                key_month, request, request_digest, response, response_digest)
            VALUES (:receipt, :receivedAt, :party, :certificate, :contractId, :contractVersion,
                :contractDigest, :contractSet, :service, :operation, :messageId, :replayKey, :userId, :issue, :outcome, :faultCode,
                :keyMonth, :request, :requestDigest, :response, :responseDigest)
            """;

    private static final String CLOSE = """
            UPDATE message_log SET outcome = 'ANSWERED', contract_id = :contractId, contract_version = :contractVersion,
                contract_digest = :contractDigest, visible_from = :visibleFrom, students = :students,
                response = :response, response_digest = :responseDigest
            WHERE receipt = :receipt
            """;

    /** How an exchange that failed stands in the log. */
    public enum Standing {
        /** It has a row, of its refusal. */
        REFUSED,
        /** It has no row: there were too many messages of senders who are not known. */
        COUNTED,
        /** It has a row, of its answer. */
        ANSWERED
    }

    /** As much as an exchange of one student writes. */
    private static final int PROBE_BYTES = 8192;
    /** Of a certificate, in hexadecimal digits. */
    private static final int THUMBPRINT = 64;

    private final JdbcClient jdbc;
    private final LogKeys keys;
    private final LoggedStudents students;
    private final UnknownSenders unknown;
    private final UnloggedCounts unlogged;
    private final ExchangeTransactions transactions;

    MessageLog(
            JdbcClient jdbc,
            LogKeys keys,
            LoggedStudents students,
            UnknownSenders unknown,
            UnloggedCounts unlogged,
            ExchangeTransactions transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.students = students;
        this.unknown = unknown;
        this.unlogged = unlogged;
        this.transactions = transactions;
    }

    /**
     * Begins the account of an exchange, before its transaction.
     *
     * @param receipt the number of the exchange, unique
     * @param receivedAt when its message was received
     * @param request the message, byte for byte
     */
    public LogEntry begin(String receipt, Instant receivedAt, byte[] request) {
        String month = LogKeys.monthOf(receivedAt);
        keys.of(month);
        return new LogEntry(receipt, receivedAt, month, request);
    }

    /**
     * Opens the row of a verified message. The unique key on party and message id is the replay guard: of copies that
     * arrive at once, on any node, exactly one gets past this line (docs/security.md, R1, R2).
     *
     * @throws ExchangeException {@code MR-215} when a message with this id was accepted from this party before
     */
    public void open(LogEntry entry) {
        try {
            insert(entry, new Ending(Outcome.OPEN, null, null), true);
            entry.accept();
        } catch (DuplicateKeyException e) {
            throw ExchangeException.of(ExchangeError.REPLAYED);
        }
    }

    /** Closes the row with the answer, byte for byte, and the students that it tells about, by register id. */
    public void answered(LogEntry entry, Set<String> registerIds, byte[] response) {
        int rows = jdbc.sql(CLOSE)
                .param("contractId", entry.contractId().orElse(null))
                .param("contractVersion", entry.contractVersion().orElse(null))
                .param("contractDigest", entry.contractDigest().orElse(null))
                .param(
                        "visibleFrom",
                        entry.visibleFrom()
                                .map(when -> when.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("students", registerIds.size())
                .param("response", sealed(entry, RESPONSE, response))
                .param("responseDigest", digest(response))
                .param("receipt", entry.receipt())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the exchange " + entry.receipt() + " was not opened");
        }
        students.remember(entry, registerIds);
    }

    /**
     * Writes the row of a refused message, unless its exchange turns out to be answered: the work was committed, and only
     * the confirmation was lost. The receipt decides, since it is unique: while the commit may still be made, this row waits
     * for it, and once this row stands, it cannot be made any more. Of an accepted message the id stays used up where the
     * catalogue says so ({@link ExchangeError#usesIdUp()}). Of a message whose sender is not known the first bytes are
     * kept, or it is counted.
     *
     * @throws RuntimeException when it cannot be found out in time how the exchange stands; the row, if there is one, tells
     */
    public Standing refused(LogEntry entry, ExchangeError error, byte[] response) {
        if (entry.party().isEmpty()) {
            if (unknown.keep(entry, error, response)) {
                return Standing.REFUSED;
            }
            unlogged.count(error);
            return Standing.COUNTED;
        }
        Ending ending = new Ending(Outcome.REFUSED, error.code(), response);
        boolean guarded = entry.isAccepted() && error.usesIdUp();
        return transactions.insist(() -> refusedOrAnswered(entry, ending, guarded));
    }

    private Standing refusedOrAnswered(LogEntry entry, Ending refusal, boolean guarded) {
        try {
            transactions.apart(() -> insert(entry, refusal, guarded));
            return Standing.REFUSED;
        } catch (DuplicateKeyException receiptOrIdIsTaken) {
            Optional<String> outcome = jdbc.sql("SELECT outcome FROM message_log WHERE receipt = ?")
                    .param(entry.receipt())
                    .query(String.class)
                    .optional();
            if (outcome.isEmpty()) {
                // The id: a copy was accepted meanwhile.
                transactions.apart(() -> insert(entry, refusal, false));
            }
            return outcome.filter(Outcome.ANSWERED.name()::equals).isPresent() ? Standing.ANSWERED : Standing.REFUSED;
        }
    }

    /** Counts a message that is refused without a row. */
    public void refusedWithoutARow(ExchangeError error) {
        unlogged.count(error);
    }

    /**
     * Writes a row as an exchange does, and undoes it.
     *
     * @throws RuntimeException when the log takes no row
     */
    void probe(Instant now) {
        byte[] message = new byte[PROBE_BYTES];
        ThreadLocalRandom.current().nextBytes(message);
        LogEntry entry = begin(UUID.randomUUID().toString(), now, message);
        entry.signedBy("health", digest(message).substring(0, THUMBPRINT));
        transactions.undone(() -> insert(entry, new Ending(Outcome.REFUSED, "PROBE", null), false));
    }

    /** Gives what the log holds of an exchange, by its receipt number. */
    public Optional<LoggedExchange> find(String receipt) {
        return jdbc.sql("SELECT * FROM message_log WHERE receipt = ?")
                .param(receipt)
                .query(this::read)
                .optional()
                .or(() -> unknown.find(receipt));
    }

    private LoggedExchange read(ResultSet row, int number) throws SQLException {
        String receipt = row.getString("receipt");
        Key key = keys.of(row.getString("key_month"));
        byte[] response = row.getBytes("response");
        return new LoggedExchange(
                receipt,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("party")),
                new Asked(
                        Optional.ofNullable(row.getString("operation")),
                        Optional.ofNullable(row.getString("contract_id")),
                        Optional.ofNullable(row.getString("contract_set"))),
                new Result(
                        Outcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getString("fault_code")),
                        row.getInt("students"),
                        Optional.ofNullable(row.getObject("visible_from", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                part(opened(key, receipt + REQUEST, row.getBytes("request")), row.getString("request_digest")),
                part(
                        response == null ? new byte[0] : opened(key, receipt + RESPONSE, response),
                        Objects.requireNonNullElse(row.getString("response_digest"), "")));
    }

    private static LoggedExchange.Part part(byte[] bytes, String digest) {
        return new LoggedExchange.Part(bytes, bytes.length, digest);
    }

    static byte[] opened(Key key, String boundTo, byte[] sealed) {
        try {
            return LogCipher.open(key, boundTo, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a logged message was changed, or does not belong to its row", e);
        }
    }

    private int insert(LogEntry entry, Ending ending, boolean guarded) {
        byte @Nullable [] response = ending.response();
        return jdbc.sql(INSERT)
                .param("receipt", entry.receipt())
                .param("receivedAt", entry.receivedAt().atOffset(ZoneOffset.UTC))
                .param("party", entry.party().orElse(null))
                .param("certificate", entry.certificate().orElse(null))
                .param("contractId", entry.contractId().orElse(null))
                .param("contractVersion", entry.contractVersion().orElse(null))
                .param("contractDigest", entry.contractDigest().orElse(null))
                .param("contractSet", entry.contractSet().orElse(null))
                .param(
                        "service",
                        entry.operation().map(id -> id.service().toString()).orElse(null))
                .param("operation", entry.operation().map(OperationId::name).orElse(null))
                .param("messageId", entry.caller().map(Caller::messageId).orElse(null))
                .param("replayKey", guarded ? entry.replayKey().orElseThrow() : null)
                .param("userId", entry.caller().flatMap(Caller::userId).orElse(null))
                .param("issue", entry.caller().flatMap(Caller::issue).orElse(null))
                .param("outcome", ending.outcome().name())
                .param("faultCode", ending.faultCode())
                .param("keyMonth", entry.keyMonth())
                .param("request", sealed(entry, REQUEST, entry.request()))
                .param("requestDigest", digest(entry.request()))
                .param("response", response == null ? null : sealed(entry, RESPONSE, response))
                .param("responseDigest", response == null ? null : digest(response))
                .update();
    }

    private byte[] sealed(LogEntry entry, String part, byte[] plain) {
        Key key = keys.of(entry.keyMonth());
        return LogCipher.seal(key, entry.receipt() + part, plain);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
