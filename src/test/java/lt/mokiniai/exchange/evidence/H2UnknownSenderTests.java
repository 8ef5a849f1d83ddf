package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import lt.mokiniai.oracle.OracleReading;
import lt.mokiniai.register.bench.SqlLog;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;

/** Messages of unknown senders on H2 in its Oracle mode, with the Oracle scripts. */
class H2UnknownSenderTests extends UnknownSenderContract {

    private static final SqlLog DATABASE = new SqlLog(MessageLogContract.migrated(
            JdbcConnectionPool.create(
                    "jdbc:h2:mem:unknown;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000",
                    "sa",
                    ""),
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
