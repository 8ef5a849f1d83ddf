package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.platform.database.TestLimits;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What is wrong with the database itself is MR-902, is told to the operator in words with the SQLSTATE, and health says so
 * where no row can be written: on a PostgreSQL whose user is not its superuser.
 */
class DatabaseTroubleTests {

    private static final String DATABASE = PostgresServer.newDatabase("trouble");
    private static final JdbcClient SERVER = JdbcClient.create(new DriverManagerDataSource(DATABASE));
    private static final DatabaseProxy PROXY = DatabaseProxy.before(DATABASE.replaceFirst("\\?.*", ""));
    private static final Register REGISTER = start();

    private static Register start() {
        SERVER.sql("CREATE ROLE register_user LOGIN").update();
        SERVER.sql("ALTER DATABASE trouble OWNER TO register_user").update();
        Map<String, String> settings = new HashMap<>(TestLimits.settings());
        settings.putAll(PostgresServer.settings(PROXY.address(), 20));
        settings.putAll(Map.of(
                "spring.datasource.username", "register_user",
                "mokiniai.database.probe", "0s",
                // Of a database that is away.
                "mokiniai.database.connection", "1s",
                "mokiniai.database.settlement", "1s",
                "management.server.port", "0"));
        return Register.start(settings);
    }

    @AfterAll
    static void stop() {
        REGISTER.close();
        PROXY.close();
    }

    @Test
    void aFullDiskIsTheDatabasesTrouble() throws Exception {
        failing("message_student", "53100", "could not extend file");
        assertTold("the database has no space left (SQLSTATE 53100)", true, () -> working("message_student"));
    }

    @Test
    void aFullDiskUnderTheLogLeavesNoRowAndHealthSaysSo() throws Exception {
        failing("message_log", "53100", "could not extend file");
        assertTold("the database has no space left (SQLSTATE 53100)", false, () -> working("message_log"));
    }

    @Test
    void aMissingPrivilegeIsTheDatabasesTroubleAndHealthSaysSo() throws Exception {
        SERVER.sql("REVOKE INSERT ON message_log FROM register_user").update();
        assertTold(
                "the user of the database lacks a privilege (SQLSTATE 42501)",
                false,
                () -> SERVER.sql("GRANT INSERT ON message_log TO register_user").update());
    }

    @Test
    void aDatabaseThatTakesNoChangesIsTheDatabasesTroubleAndHealthSaysSo() throws Exception {
        readOnly("on");
        awaitEachConnection("on");
        // Nobody empties the pool afterwards: each connection that takes no changes is given up when it is met.
        assertTold("the database is read-only (SQLSTATE 25006)", false, () -> readOnly("off"));
        awaitEachConnection("off");
    }

    @Test
    void aStatementThatIsEndedIsTheDatabasesTrouble() throws Exception {
        failing("message_student", "57014", "canceling statement due to statement timeout");
        assertTold(
                "a limit of time ended the statement or the transaction (SQLSTATE 57014)",
                true,
                () -> working("message_student"));
    }

    @Test
    void aDatabaseThatIsAwayIsTheDatabasesTroubleAndHealthSaysSo() throws Exception {
        PROXY.leave();
        assertTold("the connection to the database was lost or cannot be made (SQLSTATE 08", false, PROXY::speak);
    }

    /** Sends a message while the trouble lasts, and the same one after. */
    private static void assertTold(String words, boolean hasRow, Runnable repair) throws Exception {
        Message message = REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        Reply failed;
        String health;
        String lines;
        try (LogLines log = new LogLines()) {
            failed = message.send();
            health = health("") + health("/log");
            lines = log.text();
        } finally {
            repair.run();
        }

        RefusalTests.assertIsToldInTheOneWay(failed, ExchangeError.DATABASE);
        assertThat(lines).contains("exchange " + failed.number() + " failed, MR-902: " + words);
        assertThat(health).contains(hasRow ? "\"UP\"" : "\"DOWN\"");
        if (hasRow) {
            RefusalTests.assertIsInTheLog(failed, ExchangeError.DATABASE);
        } else {
            assertThat(lines).contains("Nothing is answered: the message log takes no row: " + words);
            assertThat(health).contains("{\"log\":\"" + words);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> health("").contains("\"UP\""));
        if (!hasRow) {
            assertThat(REGISTER.log().find(failed.number())).isEmpty();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> message.send().status() == 200);
    }

    private static String health(String group) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(REGISTER.management("/actuator/health" + group))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** Stands in for what no test can bring about: each row that is inserted into the table fails with the SQLSTATE. */
    private static void failing(String table, String state, String text) {
        SERVER.sql("CREATE FUNCTION fail_" + table + "() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '" + text
                        + "' USING ERRCODE = '" + state + "'; END $$ LANGUAGE plpgsql")
                .update();
        SERVER.sql("CREATE TRIGGER fail BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION fail_" + table
                        + "()")
                .update();
    }

    private static void working(String table) {
        SERVER.sql("DROP FUNCTION fail_" + table + "() CASCADE").update();
    }

    private static void readOnly(String setting) {
        SERVER.sql("ALTER ROLE register_user SET default_transaction_read_only = " + setting)
                .update();
    }

    /** Waits until each connection of the pool was made under the setting. */
    private static void awaitEachConnection(String setting) throws SQLException {
        HikariDataSource pool = REGISTER.bean(DataSource.class).unwrap(HikariDataSource.class);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            List<Connection> all = new ArrayList<>();
            try {
                while (all.size() < pool.getMaximumPoolSize()) {
                    all.add(pool.getConnection());
                }
                List<Connection> others =
                        all.stream().filter(one -> !isMadeUnder(setting, one)).toList();
                others.forEach(pool::evictConnection);
                return others.isEmpty();
            } finally {
                for (Connection one : all) {
                    one.close();
                }
            }
        });
    }

    private static boolean isMadeUnder(String setting, Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW default_transaction_read_only")) {
            return shown.next() && shown.getString(1).equals(setting);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
