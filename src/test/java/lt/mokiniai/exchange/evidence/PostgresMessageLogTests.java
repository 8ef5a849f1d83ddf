package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The message log on a real PostgreSQL. */
class PostgresMessageLogTests extends MessageLogContract {

    private static final DataSource DATABASE =
            migrated(new DriverManagerDataSource(PostgresServer.newDatabase("message_log")), "postgresql");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
