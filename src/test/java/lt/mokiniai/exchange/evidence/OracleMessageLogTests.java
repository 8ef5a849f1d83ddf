package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** The message log on an Oracle. */
@OnOracle
class OracleMessageLogTests extends MessageLogContract {

    private static final DataSource DATABASE =
            OracleServer.newDatabase("message_log").migrated();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
