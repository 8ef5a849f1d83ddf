package lt.mokiniai.exchange.evidence.originals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lt.mokiniai.exchange.capacity.InTheWay;
import lt.mokiniai.exchange.evidence.LoggedExchange.Result;
import lt.mokiniai.exchange.evidence.LoggedExchange.Unsealed;
import lt.mokiniai.exchange.evidence.SentMessage;
import lt.mokiniai.exchange.evidence.originals.Original.Acting;
import lt.mokiniai.exchange.evidence.originals.Original.UnderContract;
import lt.mokiniai.exchange.keys.LogKeys;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.database.BriefLocks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what became of a message, for whoever sent it. What is told to be nothing stays nothing: the id is used up, so that a
 * message that comes late is refused. A message of another subsystem is found like one that never came, by the same
 * statements.
 */
@Component
public class Originals {

    /** No code of an institution: it does not matter for whom a message was sent. */
    private static final String ANYBODY = "anybody";

    private static final String SENT_FOR = " AND (? = '" + ANYBODY + "' OR m.represented = ?)";

    private static final String ACCEPTED =
            "SELECT m.* FROM accepted_message a JOIN message_log m ON m.receipt = a.receipt"
                    + " WHERE a.replay_key = ? AND m.client = ?" + SENT_FOR;

    /**
     * No exchange used it up, and none will. Where one was refused and left it free, the last of them, of whoever asks
     * before others, is from now on the one that used it up. The key of the month was made before.
     */
    private static final String KEEP = """
            INSERT INTO accepted_message (replay_key, key_month, receipt)
            SELECT ?, k.key_month, refused.receipt FROM log_key k
                LEFT JOIN (SELECT m.receipt FROM refused_message r JOIN message_log m ON m.receipt = r.receipt
                    WHERE r.replay_key = ?
                    ORDER BY CASE WHEN m.client = ? THEN 0 ELSE 1 END, m.received_at DESC, m.receipt
                    FETCH FIRST 1 ROWS ONLY) refused ON 1 = 1
            WHERE k.key_month = ? AND NOT EXISTS (SELECT 1 FROM accepted_message WHERE replay_key = ?)
            """;

    private final JdbcClient jdbc;
    private final BriefLocks locks;
    private final LogKeys keys;

    Originals(JdbcClient jdbc, BriefLocks locks, LogKeys keys) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.keys = keys;
    }

    /**
     * Finds what became of a message, for good, in the transaction of the exchange that asks.
     *
     * @param now when that exchange was received
     * @return nothing where no such message of this sender was taken: none will be
     * @throws InTheWay when another exchange holds the id, or has done parts of its work and goes on
     */
    public Optional<Original> settle(SentMessage message, Instant now) {
        Optional<Original> original = accepted(message);
        if (original.isEmpty()) {
            keep(message, now);
            // Whoever held the id may have been committed in between. What is refused from now on was told to be
            // nothing.
            original = accepted(message);
        }
        if (original.filter(Original::isOpen).isPresent()) {
            throw new InTheWay();
        }
        return original;
    }

    /** Gives what became of a message that used its id up; nothing where that cannot be said now. */
    public Optional<Original> accepted(SentMessage message) {
        String sentFor = message.sentFor().orElse(ANYBODY);
        return jdbc.sql(ACCEPTED)
                .params(message.replayKey(), message.client().toString(), sentFor, sentFor)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Uses the id up, unless it is; waits for nobody. */
    private void keep(SentMessage message, Instant now) {
        try {
            String key = message.replayKey();
            if (locks.update(KEEP, key, key, message.client().toString(), LogKeys.monthOf(now), key)
                    .isEmpty()) {
                throw new InTheWay();
            }
        } catch (DuplicateKeyException justCommitted) {
            throw new InTheWay();
        }
    }

    private Original read(ResultSet row) throws SQLException {
        String operation = row.getString("operation");
        String contract = row.getString("contract_id");
        String digest = row.getString("contract_digest");
        String represented = row.getString("represented");
        return new Original(
                row.getString("receipt"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                operation == null
                        ? Optional.empty()
                        : Optional.of(OperationId.parse(row.getString("service") + "/" + operation)),
                contract == null || digest == null
                        ? Optional.empty()
                        : Optional.of(new UnderContract(contract, row.getString("contract_version"), digest)),
                represented == null
                        ? Optional.empty()
                        : Optional.of(new Acting(XRoadId.parse(row.getString("client")), represented)),
                Result.of(row),
                keys.isDestroyed(row.getString("key_month")) ? Optional.empty() : Optional.of(Unsealed.of(row, keys)));
    }
}
