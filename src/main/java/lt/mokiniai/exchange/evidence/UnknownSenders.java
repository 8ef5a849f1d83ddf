package lt.mokiniai.exchange.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import lt.mokiniai.exchange.evidence.sealing.SealedMessages;
import lt.mokiniai.exchange.keys.LogKeys;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what is worth keeping of messages whose sender is not known: length, digest, first bytes, the reason. So many of a
 * minute and so many in all, whoever sends whatever; beyond that they are counted
 * (docs/decisions/0019-messages-of-unknown-senders.md).
 *
 * <p>One row holds the place that was used last and the count of the minute. It is moved by one statement, which takes
 * nothing when the minute is used up, and stays locked until the message stands in its place: so both limits hold for
 * all nodes together.
 */
@Component
class UnknownSenders {

    /** How much is kept of a message, and of the answer to it, in bytes. */
    static final int KEPT_BYTES = 4096;

    private static final String TAKE_PLACE = """
            UPDATE unknown_message_place SET
                place = MOD(place + 1, :rows),
                minute_used = CASE WHEN minute_at < :minute THEN 1 ELSE minute_used + 1 END,
                minute_at = CASE WHEN minute_at < :minute THEN :minute ELSE minute_at END
            WHERE id = 1 AND :perMinute > 0 AND (minute_at < :minute OR minute_used < :perMinute)
            """;

    private static final String INSERT = """
            INSERT INTO unknown_message (place, receipt, received_at, fault_code, key_month, request, request_length,
                request_digest, response, response_length, response_digest)
            VALUES (:place, :receipt, :receivedAt, :faultCode, :keyMonth, :request, :requestLength,
                :requestDigest, :response, :responseLength, :responseDigest)
            """;

    private final JdbcClient jdbc;
    private final LogKeys keys;
    private final UnknownSenderProperties properties;
    private final Clock clock;
    private final ExchangeTransactions transactions;
    /** A minute of which no place is left: whoever asks again until it is over asks in vain. */
    private volatile @Nullable Instant usedUp;

    UnknownSenders(
            JdbcClient jdbc,
            LogKeys keys,
            UnknownSenderProperties properties,
            Clock clock,
            ExchangeTransactions transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Keeps a refused message, where there is a place of the minute for it.
     *
     * @return whether it was kept
     */
    boolean keep(LogEntry entry, ExchangeError error, byte[] response) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(usedUp)) {
            return false;
        }
        boolean isKept = isKept(entry, error, response, minute);
        if (!isKept) {
            usedUp = minute;
        }
        return isKept;
    }

    private boolean isKept(LogEntry entry, ExchangeError error, byte[] response, Instant minute) {
        return transactions.apart(() -> {
            int taken = jdbc.sql(TAKE_PLACE)
                    .param("rows", properties.rows())
                    .param("minute", minute.atOffset(ZoneOffset.UTC))
                    .param("perMinute", properties.rowsAMinute())
                    .update();
            if (taken == 0) {
                return false;
            }
            int place = jdbc.sql("SELECT place FROM unknown_message_place WHERE id = 1")
                    .query(Integer.class)
                    .single();
            jdbc.sql("DELETE FROM unknown_message WHERE place = ?").param(place).update();
            insert(place, entry, error, response);
            return true;
        });
    }

    private void insert(int place, LogEntry entry, ExchangeError error, byte[] response) {
        SealedMessages sealed = new SealedMessages(keys.of(entry.keyMonth()), entry.receipt());
        byte[] first = first(entry.request());
        jdbc.sql(INSERT)
                .param("place", place)
                .param("receipt", entry.receipt())
                .param("receivedAt", entry.receivedAt().atOffset(ZoneOffset.UTC))
                .param("faultCode", error.code())
                .param("keyMonth", entry.keyMonth())
                .param("request", sealed.seal(first))
                .param("requestLength", entry.request().length)
                .param("requestDigest", MessageLog.digest(entry.request()))
                .param("response", sealed.seal(first(response), first))
                .param("responseLength", response.length)
                .param("responseDigest", MessageLog.digest(response))
                .update();
    }

    private static byte[] first(byte[] whole) {
        return whole.length > KEPT_BYTES ? Arrays.copyOf(whole, KEPT_BYTES) : whole;
    }

    /** Gives what is kept of an exchange, by its number. */
    Optional<LoggedExchange> find(String receipt) {
        return jdbc.sql("SELECT * FROM unknown_message WHERE receipt = ?")
                .param(receipt)
                .query(this::read)
                .optional();
    }

    private LoggedExchange read(ResultSet row, int number) throws SQLException {
        String receipt = row.getString("receipt");
        SealedMessages sealed = new SealedMessages(keys.of(row.getString("key_month")), receipt);
        byte[] request = sealed.request(row.getBytes("request"));
        return new LoggedExchange(
                receipt,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.empty(),
                LoggedExchange.Asked.UNKNOWN,
                new LoggedExchange.Result(
                        LoggedExchange.Outcome.REFUSED, Optional.of(row.getString("fault_code")), 0, Optional.empty()),
                LoggedExchange.Part.of(request, row.getInt("request_length"), row, "request_digest"),
                LoggedExchange.Part.of(
                        sealed.response(row.getBytes("response"), request),
                        row.getInt("response_length"),
                        row,
                        "response_digest"));
    }

    /** Removes what was kept long enough, and what stands beyond the places where a setting has made them fewer. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void removeOld() {
        OffsetDateTime before = clock.instant().minus(properties.keep()).atOffset(ZoneOffset.UTC);
        jdbc.sql("DELETE FROM unknown_message WHERE received_at < ? OR place >= ?")
                .params(before, properties.rows())
                .update();
    }
}
