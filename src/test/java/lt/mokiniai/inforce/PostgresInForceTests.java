package lt.mokiniai.inforce;

import javax.sql.DataSource;
import lt.mokiniai.evidence.PostgresServer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Sets in force on a real PostgreSQL. */
class PostgresInForceTests extends InForceRules {

    private static final DataSource DATABASE =
            migrated(new DriverManagerDataSource(PostgresServer.newDatabase("in_force")), "postgresql");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
