package lt.mokiniai.platform.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Has the embedded database write to its disk what was committed, before anybody is told that it was. H2 2.4 keeps
 * committed changes in memory and writes them later, half a second by default: {@code TransactionStore.endTransaction}
 * stores nothing unless {@code WRITE_DELAY} is 0, and even then does not force it to the disk. {@code CHECKPOINT SYNC}
 * does both ({@code MVStore.commit}, then {@code FileChannel.force}).
 *
 * <p>What is written is all that was committed by then. So commits that arrive while one is being written wait for it,
 * and the next is written for all of them at once.
 */
@Component
@Conditional(DurableCommits.OfADatabaseFile.class)
class DurableCommits implements TransactionExecutionListener {

    private final JdbcTemplate jdbc;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong committed = new AtomicLong();
    /** The last commit that is on the disk; guarded by the lock. */
    private long written;

    DurableCommits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs on the connection of the transaction, which is still bound: it needs no other. */
    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null || transaction.isReadOnly()) {
            return;
        }
        long own = committed.incrementAndGet();
        writing.lock();
        try {
            if (written < own) {
                long upTo = committed.get();
                jdbc.execute("CHECKPOINT SYNC");
                written = upTo;
            }
        } finally {
            writing.unlock();
        }
    }

    /** Whether the database is a file of this process. */
    static final class OfADatabaseFile implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DatabaseFile.of(context.getEnvironment()).isPresent();
        }
    }
}
