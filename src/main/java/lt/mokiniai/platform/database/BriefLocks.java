package lt.mokiniai.platform.database;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that wait for what another transaction holds no longer than a moment, within the transaction of the thread.
 * PostgreSQL and H2 are told how long; Oracle knows no such limit for an insert, and the statement is ended after a second,
 * the least that JDBC knows.
 */
public final class BriefLocks {

    private static final int MILLISECONDS = 100;

    private final JdbcTemplate statements;
    private final JdbcTemplate ofOneSecond;
    private volatile @Nullable String product;

    /** @param database that of the transactions */
    public BriefLocks(DataSource database) {
        this.statements = new JdbcTemplate(database);
        this.ofOneSecond = new JdbcTemplate(database);
        this.ofOneSecond.setQueryTimeout(1);
    }

    /**
     * Updates rows, where nobody holds them.
     *
     * @return how many rows; nothing when another transaction holds what was to be changed, and this one can only be undone
     */
    public Optional<Integer> update(String sql, Object... values) {
        try {
            return Optional.of(briefly(() -> ofOneSecond.update(sql, values)));
        } catch (DataAccessException failure) {
            if (Diagnosis.of(failure).filter(BriefLocks::isHeld).isPresent()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static boolean isHeld(Diagnosis told) {
        return told.failure() == DatabaseFailure.LOCK || told.failure() == DatabaseFailure.TIME;
    }

    private int briefly(Supplier<Integer> update) {
        return switch (product()) {
            case "PostgreSQL" -> onPostgres(update);
            case "H2" -> onH2(update);
            default -> update.get();
        };
    }

    /** What is set for a transaction is undone with it. */
    private int onPostgres(Supplier<Integer> update) {
        statements.execute("SET LOCAL lock_timeout = " + MILLISECONDS);
        int rows = update.get();
        statements.execute("SET LOCAL lock_timeout TO DEFAULT");
        return rows;
    }

    private int onH2(Supplier<Integer> update) {
        Integer before = statements.queryForObject("SELECT LOCK_TIMEOUT()", Integer.class);
        statements.execute("SET LOCK_TIMEOUT " + MILLISECONDS);
        try {
            return update.get();
        } finally {
            statements.execute("SET LOCK_TIMEOUT " + before);
        }
    }

    private String product() {
        String known = product;
        if (known == null) {
            known = String.valueOf(statements.execute(
                    (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
            product = known;
        }
        return known;
    }
}
