package lt.mokiniai.exchange.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import lt.mokiniai.platform.database.TestLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The keys in a database as one node has them, for the tests of other modules. */
public final class TestKeys {

    /** The file of one fixed master key. */
    public static final Path MASTER = file((byte) 7);

    public final LogKeys months;
    public final StudentKeys students;
    public final Pseudonyms pseudonyms;

    final CurrentMasterKey master;
    final StoredKeys stored;

    private TestKeys(DataSource database, Path master) {
        JdbcClient jdbc = JdbcClient.create(database);
        this.master = new CurrentMasterKey(
                new KeyProperties(master, Duration.ofSeconds(2)),
                jdbc,
                TestLimits.on(new JdbcTransactionManager(database)),
                Clock.systemUTC());
        this.months = new LogKeys(this.master, jdbc, Clock.systemUTC());
        this.stored = new StoredKeys(this.master, jdbc, Clock.systemUTC());
        this.students = new StudentKeys(stored);
        this.pseudonyms = new Pseudonyms(stored);
    }

    /** Starts a node that has the fixed master key. */
    public static TestKeys on(DataSource database) {
        return new TestKeys(database, MASTER);
    }

    /** Starts a node that has another master key. */
    public static TestKeys on(DataSource database, Path master) {
        return new TestKeys(database, master);
    }

    /** Empties the tables, those of the log that refer to them too. */
    public static void empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        List.of(
                        "message_student",
                        "message_student_month",
                        "message_log",
                        "accepted_message",
                        "refused_message",
                        "unknown_message",
                        "log_key",
                        "stored_key",
                        "master_key")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
    }

    /** Makes the file of a master key of one byte, repeated. */
    public static Path file(byte filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, filling);
        return file(Base64.getEncoder().encodeToString(key));
    }

    static Path file(String text) {
        try {
            Path file = Files.createTempFile("log", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
