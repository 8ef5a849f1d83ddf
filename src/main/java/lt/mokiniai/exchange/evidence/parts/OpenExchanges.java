package lt.mokiniai.exchange.evidence.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import lt.mokiniai.exchange.evidence.LogEntry;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.exchange.evidence.sealing.SealedMessages;
import lt.mokiniai.exchange.keys.LogKeys;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The exchanges that do their work in parts (docs/evidence.md, 'Work in parts'). Each has a row beside that of the log while it
 * is at work, and holds it in the transaction of each part; it ends with its answer, or it is given up. Nothing is done any
 * more for one that was given up, by whichever node: no part finds its row.
 */
@Component
public class OpenExchanges {

    private static final Logger LOG = LoggerFactory.getLogger(OpenExchanges.class);

    private static final String END = "UPDATE message_log SET outcome = ?, response = ?, response_digest = ?"
            + " WHERE receipt = ? AND outcome = 'OPEN'";

    private final JdbcClient jdbc;
    private final MessageLog log;
    private final LogKeys keys;
    private final ExchangeTransactions transactions;
    private final Duration longest;
    private final Clock clock;

    OpenExchanges(
            JdbcClient jdbc,
            MessageLog log,
            LogKeys keys,
            ExchangeTransactions transactions,
            DatabaseProperties properties,
            @RegisterClock Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.keys = keys;
        this.transactions = transactions;
        this.longest = properties.clientsWait();
        this.clock = clock;
    }

    /** Opens an exchange, in the transaction in which its message was accepted, with the students that it is about. */
    public void open(LogEntry entry, Set<String> registerIds) {
        log.opened(entry, registerIds);
        jdbc.sql("INSERT INTO open_exchange (receipt, opened_at) VALUES (?, ?)")
                .params(entry.receipt(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Holds an exchange in the transaction of a part: it cannot be given up until that ends.
     *
     * @throws ExchangeException {@code MR-580} when it was given up
     */
    public void hold(String receipt) {
        if (!isHeld(receipt)) {
            throw ExchangeException.of(ExchangeError.BROKEN_OFF).naming(receipt);
        }
    }

    private boolean isHeld(String receipt) {
        return jdbc.sql("SELECT receipt FROM open_exchange WHERE receipt = ? FOR UPDATE")
                .param(receipt)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Ends an exchange with its answer, byte for byte.
     *
     * @throws ExchangeException {@code MR-580} when it was given up
     */
    public void answered(LogEntry entry, byte[] response) {
        hold(entry.receipt());
        end(entry, Outcome.ANSWERED, response);
    }

    /**
     * Ends an exchange of which no further part will be done, in a transaction of its own.
     *
     * @param response the fault that its sender is told, byte for byte
     * @return how it ended: it may turn out to be answered, where only the word of its last commit was lost
     * @throws RuntimeException when it cannot be found out in time; it is given up later, unless it is answered
     */
    public Outcome interrupted(LogEntry entry, byte[] response) {
        return transactions.insist(() -> transactions.apart(() -> {
            if (isHeld(entry.receipt())) {
                end(entry, Outcome.INTERRUPTED, response);
            }
            return jdbc.sql("SELECT outcome FROM message_log WHERE receipt = ?")
                    .param(entry.receipt())
                    .query((row, number) -> Outcome.valueOf(row.getString(1)))
                    .single();
        }));
    }

    private void end(LogEntry entry, Outcome outcome, byte[] response) {
        SealedMessages sealed = new SealedMessages(keys.of(entry.keyMonth()), entry.receipt());
        jdbc.sql(END)
                .params(
                        outcome.name(),
                        sealed.seal(response, entry.request()),
                        MessageLog.digest(response),
                        entry.receipt())
                .update();
        close(entry.receipt());
    }

    private void close(String receipt) {
        jdbc.sql("DELETE FROM open_exchange WHERE receipt = ?").param(receipt).update();
    }

    /**
     * Gives up what has been open for longer than any exchange lasts: whoever worked on it is no more, or will find it given up.
     * One that is at work on a part just now is left alone.
     */
    @Scheduled(fixedDelayString = "PT5S")
    void giveUp() {
        int given = transactions.apart(() -> {
            List<String> old = jdbc.sql("SELECT receipt FROM open_exchange WHERE opened_at < ? FOR UPDATE SKIP LOCKED")
                    .param(clock.instant().minus(longest).atOffset(ZoneOffset.UTC))
                    .query(String.class)
                    .list();
            old.forEach(receipt -> {
                jdbc.sql("UPDATE message_log SET outcome = 'INTERRUPTED' WHERE receipt = ? AND outcome = 'OPEN'")
                        .param(receipt)
                        .update();
                close(receipt);
            });
            return old.size();
        });
        if (given > 0) {
            LOG.warn("{} exchanges were interrupted; what they did stands", given);
        }
    }
}
