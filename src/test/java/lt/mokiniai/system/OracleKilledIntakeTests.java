package lt.mokiniai.system;

import java.util.Map;
import lt.mokiniai.oracle.OnOracle;
import lt.mokiniai.oracle.OracleServer;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** On an Oracle. */
@OnOracle
@DisabledIfEnvironmentVariable(
        named = OracleServer.VARIABLE,
        matches = "jdbc:h2:mem:.*",
        disabledReason = "a database in memory ends with the process that is killed")
class OracleKilledIntakeTests extends KilledIntakeContract {

    private final Map<String, String> database =
            OracleServer.newDatabase("killedintake").settings(20);

    @Override
    Map<String, String> database() {
        return database;
    }
}
