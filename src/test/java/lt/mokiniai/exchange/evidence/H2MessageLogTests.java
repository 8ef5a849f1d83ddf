package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import lt.mokiniai.oracle.OracleReading;
import lt.mokiniai.register.bench.SqlLog;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;

/** The message log on H2 in its Oracle mode, with the Oracle scripts. */
class H2MessageLogTests extends MessageLogContract {

    private static final SqlLog DATABASE = new SqlLog(migrated(
            JdbcConnectionPool.create(
                    "jdbc:h2:mem:log;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1", "sa", ""),
            "oracle"));

    @Override
    DataSource database() {
        return DATABASE;
    }

    @AfterAll
    static void everyStatementIsOneOfOracle() {
        OracleReading.assertReadable(DATABASE);
    }
}
