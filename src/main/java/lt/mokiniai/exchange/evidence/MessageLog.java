package lt.mokiniai.exchange.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lt.mokiniai.exchange.evidence.LogEntry.Ending;
import lt.mokiniai.exchange.evidence.LoggedExchange.Asked;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.LoggedExchange.Result;
import lt.mokiniai.exchange.evidence.LoggedExchange.Unsealed;
import lt.mokiniai.exchange.evidence.sealing.SealedMessages;
import lt.mokiniai.exchange.keys.LogKeys;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the message log. A message is accepted, once, when it is known to be its sender's, and the row of its exchange is
 * written with its answer, in one and the same transaction as the work between; that of a refused one is written in a
 * transaction of its own, since the work of the first was undone.
 */
@Component
public class MessageLog {

    private static final String INSERT = """
            INSERT INTO message_log (receipt, received_at, party, client, certificate, contract_id, contract_version,
                contract_digest, contract_set, service, operation, message_id, user_id, issue, outcome, fault_code,
                visible_from, students, key_month, request, request_digest, response, response_digest,
                told_students, represented)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
    private static final int THUMBPRINT_BYTES = 32;

    private final JdbcClient jdbc;
    private final MessageIds ids;
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
        this.ids = new MessageIds(jdbc);
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
     * Accepts a verified message. The unique key of party and message id is the replay guard: of copies that arrive at
     * once, on any node, exactly one gets past this line (docs/security.md, R1, R2).
     *
     * @throws ExchangeException {@code MR-215} when a message with this id was accepted from this party before
     */
    public void accept(LogEntry entry) {
        try {
            ids.use(entry);
            entry.accept();
        } catch (DuplicateKeyException e) {
            throw ExchangeException.of(ExchangeError.REPLAYED);
        }
    }

    /**
     * Writes the row of an answer, byte for byte, and the students that it tells about, by register id. It belongs to the
     * transaction in which the message was accepted.
     */
    public void answered(LogEntry entry, Set<String> registerIds, byte[] response) {
        if (!entry.isAccepted()) {
            throw new IllegalStateException("the message of the exchange " + entry.receipt() + " was not accepted");
        }
        insert(entry, new Ending(Outcome.ANSWERED, null, response, registerIds));
    }

    /**
     * Writes the row of an exchange that does its work in parts, in the transaction in which its message was accepted, with the
     * students that it is about. It stands open until it has an answer, or no further part will be done.
     */
    public void opened(LogEntry entry, Set<String> registerIds) {
        insert(entry, new Ending(Outcome.OPEN, null, null, registerIds));
    }

    /**
     * Writes the row of a refused message, unless its exchange turns out to be answered: the work was committed, and only
     * the confirmation was lost. The receipt decides, since it is unique: while the commit may still be made, this row waits
     * for it, and once this row stands, it cannot be made any more. Of an accepted message the id stays used up where the
     * catalogue says so ({@link ExchangeError#usesIdUp()}). Of a message whose sender is not known the first bytes are
     * kept, or it is counted.
     *
     * @throws ExchangeException of the counting
     * @throws RuntimeException when it cannot be found out in time how the exchange stands; the row, if there is one, tells
     */
    public Standing refused(LogEntry entry, Refusal refusal) {
        if (entry.party().isEmpty()) {
            if (unknown.keep(entry, refusal.error(), refusal.response())) {
                return Standing.REFUSED;
            }
            unlogged.count(refusal.error());
            return Standing.COUNTED;
        }
        boolean guarded = entry.isAccepted() && refusal.error().usesIdUp();
        return transactions.insist(() -> refusedOrAnswered(entry, refusal, guarded));
    }

    private Standing refusedOrAnswered(LogEntry entry, Refusal refusal, boolean guarded) {
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
        entry.signedBy("health", HexFormat.of().formatHex(digest(message), 0, THUMBPRINT_BYTES));
        transactions.undone(() -> insert(entry, new Ending(Outcome.REFUSED, "PROBE", message, Set.of())));
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
        Unsealed unsealed = Unsealed.of(row, keys);
        return new LoggedExchange(
                row.getString("receipt"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("party")),
                new Asked(
                        Optional.ofNullable(row.getString("operation")),
                        Optional.ofNullable(row.getString("contract_id")),
                        Optional.ofNullable(row.getString("contract_set")),
                        Optional.ofNullable(row.getString("represented"))),
                Result.of(row),
                whole(unsealed.request(), row, "request_digest"),
                whole(unsealed.response(), row, "response_digest"));
    }

    private static LoggedExchange.Part whole(byte[] message, ResultSet row, String digest) throws SQLException {
        return LoggedExchange.Part.of(message, message.length, row, digest);
    }

    private int insert(LogEntry entry, Refusal refusal, boolean guarded) {
        int rows = insert(
                entry, new Ending(Outcome.REFUSED, refusal.error().code(), refusal.response(), refusal.students()));
        if (guarded) {
            ids.use(entry);
        } else if (refusal.error() != ExchangeError.REPLAYED) {
            ids.leave(entry);
        }
        refusal.counting().run();
        return rows;
    }

    private int insert(LogEntry entry, Ending ending) {
        int rows = insertRow(entry, ending);
        students.remember(entry, ending.students());
        return rows;
    }

    private int insertRow(LogEntry entry, Ending ending) {
        SealedMessages sealed = new SealedMessages(keys.of(entry.keyMonth()), entry.receipt());
        return jdbc.sql(INSERT)
                .params(
                        entry.receipt(),
                        time(entry.receivedAt()),
                        text(entry.party()),
                        text(entry.caller().map(caller -> caller.client().toString())),
                        text(entry.certificate()),
                        text(entry.contractId()),
                        text(entry.contractVersion()),
                        text(entry.contractDigest()),
                        text(entry.contractSet()),
                        text(entry.operation().map(id -> id.service().toString())),
                        text(entry.operation().map(OperationId::name)),
                        text(entry.caller().map(Caller::messageId)),
                        text(entry.caller().flatMap(Caller::userId)),
                        text(entry.caller().flatMap(Caller::issue)),
                        ending.outcome().name(),
                        text(Optional.ofNullable(ending.faultCode())),
                        ending.outcome() != Outcome.REFUSED
                                        || !ending.students().isEmpty()
                                ? time(entry.visibleFrom().orElse(null))
                                : time(null),
                        ending.students().size(),
                        entry.keyMonth(),
                        sealed.seal(entry.request()),
                        digest(entry.request()),
                        bytes(ending.response() == null ? null : sealed.seal(ending.response(), entry.request())),
                        bytes(ending.response() == null ? null : digest(ending.response())),
                        bytes(ending.students().isEmpty() ? null : sealed.seal(ending.students())),
                        text(entry.caller().flatMap(Caller::institution)))
                .update();
    }

    /** With its type, else some drivers ask the database which one a NULL is of. */
    private static SqlParameterValue text(Optional<String> value) {
        return new SqlParameterValue(Types.VARCHAR, value.orElse(null));
    }

    private static Object bytes(byte @Nullable [] value) {
        return value == null ? new SqlParameterValue(Types.VARBINARY, null) : value;
    }

    private static SqlParameterValue time(@Nullable Instant value) {
        return new SqlParameterValue(
                Types.TIMESTAMP_WITH_TIMEZONE, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    /** SHA-512. */
    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
