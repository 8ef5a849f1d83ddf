package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;

/** Messages of unknown senders on a real PostgreSQL. */
class PostgresUnknownSenderTests extends UnknownSenderContract {

    private static final DataSource DATABASE =
            MessageLogContract.migrated(PostgresServer.newPool("unknown_senders"), "postgresql");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
