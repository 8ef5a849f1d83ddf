package lt.mokiniai.exchange.evidence;

import javax.sql.DataSource;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** Messages of unknown senders on an Oracle. */
@OnOracle
class OracleUnknownSenderTests extends UnknownSenderContract {

    private static final DataSource DATABASE =
            OracleServer.newDatabase("unknown_senders").migrated();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
