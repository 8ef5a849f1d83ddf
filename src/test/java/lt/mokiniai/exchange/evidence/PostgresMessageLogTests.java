package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;

/** The message log on a real PostgreSQL. */
class PostgresMessageLogTests extends MessageLogContract {

    private static final DataSource DATABASE = migrated(PostgresServer.newPool("message_log"), "postgresql");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
