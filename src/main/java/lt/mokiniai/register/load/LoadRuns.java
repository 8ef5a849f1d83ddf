package lt.mokiniai.register.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lt.mokiniai.platform.database.MaintenanceConnections;
import lt.mokiniai.register.form.ReadFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The loads of a register, one at a time. A load holds the lock by a connection of its own, so that a process that is killed gives
 * it back: who gets it knows that no load goes on, and that one which is said to is one that was cut off.
 */
@Component
public class LoadRuns {

    private static final String LOCK = "SELECT id FROM load_lock WHERE id = 1 FOR UPDATE SKIP LOCKED";

    private final JdbcClient jdbc;
    private final MaintenanceConnections connections;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadRuns(
            JdbcClient jdbc, MaintenanceConnections connections, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Begins a load.
     *
     * @param operator who loads, as they say
     * @return nothing while another load goes on; else it is closed by whoever asked for it
     */
    public Optional<LoadRun> begin(String operator, List<ReadFile> files) {
        Connection lock = locked();
        if (lock == null) {
            return Optional.empty();
        }
        try {
            String receipt = UUID.randomUUID().toString();
            return Optional.of(new LoadRun(record(operator, receipt, files), receipt, operator, lock));
        } catch (RuntimeException | Error failure) {
            LoadRun.release(lock);
            throw failure;
        }
    }

    /**
     * Records that a load came to its end.
     *
     * @throws IllegalStateException when another load took it for one that was cut off
     */
    public void end(LoadRun run, LoadCounts counts) {
        transaction.executeWithoutResult(status -> {
            int ended = jdbc.sql("UPDATE load_run SET state = 'DONE', ended_at = ?, loaded = ?, there_already = ?,"
                            + " refused = ? WHERE id = ? AND state = 'RUNNING'")
                    .params(
                            clock.instant().atOffset(ZoneOffset.UTC),
                            counts.loaded(),
                            counts.thereAlready(),
                            counts.refused(),
                            run.id())
                    .update();
            if (ended == 0) {
                throw new IllegalStateException("another load began, and took this one for one that was cut off");
            }
        });
    }

    private long record(String operator, String receipt, List<ReadFile> files) {
        return transaction.execute(status -> {
            jdbc.sql("UPDATE load_run SET state = 'INTERRUPTED' WHERE state = 'RUNNING'")
                    .update();
            jdbc.sql("INSERT INTO load_run (receipt, loaded_by, begun_at, state) VALUES (?, ?, ?, 'RUNNING')")
                    .params(receipt, operator, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            long id = jdbc.sql("SELECT id FROM load_run WHERE receipt = ?")
                    .param(receipt)
                    .query(Long.class)
                    .single();
            int ordinal = 0;
            for (ReadFile file : files) {
                jdbc.sql(
                                "INSERT INTO load_file (run_id, ordinal, name, file_bytes, file_digest) VALUES (?, ?, ?, ?, ?)")
                        .params(id, ++ordinal, file.name(), file.bytes(), file.sha256())
                        .update();
            }
            return id;
        });
    }

    private @Nullable Connection locked() {
        try {
            Connection connection = connections.source().getConnection();
            try {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement();
                        ResultSet free = statement.executeQuery(LOCK)) {
                    if (free.next()) {
                        return connection;
                    }
                }
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException | RuntimeException | Error failure) {
                connection.close();
                throw failure;
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("the lock of loads", e);
        }
    }
}
