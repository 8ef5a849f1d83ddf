package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Messages of unknown senders on a real PostgreSQL. */
class PostgresUnknownSenderTests extends UnknownSenderContract {

    private static final DataSource DATABASE = MessageLogContract.migrated(
            new DriverManagerDataSource(PostgresServer.newDatabase("unknown_senders")), "postgresql");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
