package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Messages of unknown senders on H2 in its Oracle mode, with the Oracle scripts. */
class H2UnknownSenderTests extends UnknownSenderContract {

    private static final DataSource DATABASE = MessageLogContract.migrated(
            JdbcConnectionPool.create(
                    "jdbc:h2:mem:unknown;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000",
                    "sa",
                    ""),
            "oracle");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
