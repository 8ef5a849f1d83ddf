package lt.mokiniai.platform.database;

import java.time.Duration;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;

/** Limits of time for tests of which time is not the matter: no slow machine reaches them. */
public final class TestLimits {

    private static final DatabaseProperties LONG = new DatabaseProperties(
            Duration.ofMinutes(20),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(61),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10));

    private TestLimits() {}

    /** The same, as settings of a whole register. */
    public static Map<String, String> settings() {
        return Map.of(
                "mokiniai.database.clients-wait", "20m",
                "mokiniai.database.connection", "60s",
                "mokiniai.database.statement", "60s",
                "mokiniai.database.socket", "61s",
                "mokiniai.database.transaction", "60s",
                "mokiniai.database.settlement", "60s");
    }

    public static ExchangeTransactions on(PlatformTransactionManager transactions) {
        return new ExchangeTransactions(transactions, LONG);
    }

    /** Limits with which health looks at the message log every so often. */
    public static DatabaseProperties lookingEvery(Duration probe) {
        return new DatabaseProperties(
                LONG.clientsWait(),
                LONG.connection(),
                LONG.validation(),
                LONG.statement(),
                LONG.socket(),
                LONG.transaction(),
                LONG.settlement(),
                probe);
    }

    /** Limits that a test reaches by waiting longer, and a slow machine may reach too. */
    public static DatabaseProperties ofSeconds(int seconds) {
        Duration limit = Duration.ofSeconds(seconds);
        return new DatabaseProperties(
                LONG.clientsWait(),
                LONG.connection(),
                LONG.validation(),
                limit,
                limit.plusSeconds(1),
                limit,
                LONG.settlement(),
                LONG.probe());
    }

    public static ConnectionLimits connections() {
        return new ConnectionLimits(LONG);
    }
}
