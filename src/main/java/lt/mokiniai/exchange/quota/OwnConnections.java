package lt.mokiniai.exchange.quota;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import lt.mokiniai.platform.database.ConnectionLimits;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few connections on which each statement is its own transaction. They are apart from the pool of the exchanges: an
 * exchange asks for one while it holds one of those, and exchanges that all wait for a second would wait for each other.
 * A statement on one of these may wait for a row that an exchange holds; so an exchange asks for none while it holds a row
 * that such a statement may wait for, and those who wait are few: what frees them never waits for them.
 */
@Component
class OwnConnections implements AutoCloseable {

    private static final int MOST = 4;

    private final HikariDataSource pool;
    private final JdbcTemplate batches;

    OwnConnections(DataSource exchanges, ConnectionLimits limits) {
        this.pool = limits.poolApart(exchanges, "quota", MOST);
        this.batches = new JdbcTemplate(pool);
        this.batches.setQueryTimeout(limits.statementSeconds());
    }

    JdbcClient jdbc() {
        return JdbcClient.create(batches);
    }

    /**
     * Inserts rows for all to see.
     *
     * @return whether all are new; when another node was faster with one, some or none of them are inserted
     */
    boolean insert(String sql, List<Object[]> rows) {
        try {
            batches.batchUpdate(sql, rows);
            return true;
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
