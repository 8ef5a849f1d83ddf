package lt.mokiniai.register.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A load that goes on: as long as its connection holds the lock, nobody else loads. */
public final class LoadRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadRun.class);

    /** What stands for the party and the institution of what was recorded by a load: none of both wrote it. */
    private static final String LOAD = "LOAD";

    private final long id;
    private final String receipt;
    private final String operator;
    private final Connection lock;

    LoadRun(long id, String receipt, String operator, Connection lock) {
        this.id = id;
        this.receipt = receipt;
        this.operator = operator;
        this.lock = lock;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** The number of its row in the message log. */
    public String receipt() {
        return receipt;
    }

    /** Who loads, as they say. */
    public String operator() {
        return operator;
    }

    /** Where what is recorded by it comes from. */
    Provenance provenance() {
        return new Provenance(receipt, "load", LOAD, LOAD, Optional.of(operator));
    }

    /**
     * Demands that nobody else can have begun to load.
     *
     * @throws IllegalStateException when the connection that holds the lock was lost
     */
    void requireHeld() {
        try (Statement statement = lock.createStatement()) {
            statement.execute("SELECT id FROM load_lock WHERE id = 1");
        } catch (SQLException e) {
            throw new IllegalStateException("the connection that keeps others from loading was lost", e);
        }
    }

    /** Lets others load. */
    @Override
    public void close() {
        release(lock);
    }

    /** Gives a lock back. */
    static void release(Connection lock) {
        try (lock) {
            lock.rollback();
            lock.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.info("The connection that kept others from loading was lost before its end");
        }
    }
}
