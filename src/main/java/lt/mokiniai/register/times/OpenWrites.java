package lt.mokiniai.register.times;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import lt.mokiniai.platform.clock.RecordingClock;
import lt.mokiniai.platform.database.ConnectionLimits;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The writes that are being committed, on every node, so that no answer is told as known at a time at which something may
 * still be recorded: as known at that time the answer is the same for ever (docs/register.md, 'How facts are written').
 *
 * <p>Why it holds. A write inserts its row, commits that, looks at the clock, and records all it changes at a later time.
 * Who reads looks at the clock first and at the rows then. If the row was not there yet, the reader's time is not later
 * than the clock of the write, so it is before what is recorded. If it was there, the reader takes a time before it. If
 * it is gone, what was recorded is committed and is read.
 */
@Component
public class OpenWrites implements AutoCloseable {

    /** A write commits milliseconds after its row; one that takes as long as this was cut off, or is given up. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int CONNECTIONS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(OpenWrites.class);

    private final JdbcClient jdbc;
    private final ExchangeTransactions transactions;
    private final HikariDataSource apart;
    private final Clock clock;

    OpenWrites(
            JdbcClient jdbc,
            ExchangeTransactions transactions,
            DataSource exchanges,
            ConnectionLimits limits,
            @RecordingClock Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.apart = limits.poolApart(exchanges, "history", CONNECTIONS);
        this.clock = clock;
    }

    /**
     * A write that is announced.
     *
     * @param id of its row
     * @param recordedAt the earliest time at which it may record
     */
    public record OpenWrite(String id, Instant recordedAt) {}

    /** Announces the write of the current transaction, for all nodes to see. */
    public OpenWrite begin() {
        String id = UUID.randomUUID().toString();
        JdbcClient.create(apart)
                .sql("INSERT INTO open_write (id, started_at) VALUES (?, ?)")
                .params(id, stored(RecordedTimes.now(clock)))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    withdraw(id);
                }
            }
        });
        return new OpenWrite(id, RecordedTimes.now(clock).plusNanos(RecordedTimes.STEP_NANOS));
    }

    /**
     * Takes the announcement back in the transaction of the write: it goes when that is committed.
     *
     * @throws ConcurrencyFailureException when the write took too long and was given up by another node
     */
    public void settle(OpenWrite write) {
        if (delete(jdbc, write.id()) == 0) {
            throw new ConcurrencyFailureException("a write took too long to be committed");
        }
    }

    /** Gives the latest time as known at which an answer of the current transaction can be told. */
    Instant latestKnownAt() {
        Instant now = RecordedTimes.now(clock);
        return jdbc.sql("SELECT MIN(started_at) FROM open_write")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(oldest -> oldest.toInstant().minusNanos(RecordedTimes.STEP_NANOS))
                .filter(now::isAfter)
                .orElse(now);
    }

    /** Takes back what a node that is no more announced. A row that its write is taking back just now is left alone. */
    @Scheduled(fixedDelayString = "PT2S")
    void forget() {
        int cutOff = transactions.apart(() -> jdbc
                .sql("SELECT id FROM open_write WHERE started_at < ? FOR UPDATE SKIP LOCKED")
                .param(stored(RecordedTimes.now(clock).minus(LONGEST)))
                .query(String.class)
                .list()
                .stream()
                .mapToInt(id -> delete(jdbc, id))
                .sum());
        if (cutOff > 0) {
            LOG.warn("{} writes were cut off, or took longer than {}; they are given up", cutOff, LONGEST);
        }
    }

    private void withdraw(String id) {
        try {
            delete(JdbcClient.create(apart), id);
        } catch (DataAccessException later) {
            LOG.info("The announcement of a write that was undone is taken back later");
        }
    }

    private static int delete(JdbcClient client, String id) {
        return client.sql("DELETE FROM open_write WHERE id = ?").param(id).update();
    }

    private static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        apart.close();
    }
}
