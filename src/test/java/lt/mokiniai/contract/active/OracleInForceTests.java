package lt.mokiniai.contract.active;

import javax.sql.DataSource;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;

/** Sets in force on an Oracle. */
@OnOracle
class OracleInForceTests extends InForceRules {

    private static final DataSource DATABASE =
            OracleServer.newDatabase("in_force").migrated();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
