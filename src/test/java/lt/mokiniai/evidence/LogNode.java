package lt.mokiniai.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log as one node of a cluster has it, or the same node after a restart. */
final class LogNode {

    static final String PARTY = "LT/GOV/1/a";

    private final JdbcTransactionManager transactions;
    final MessageLog log;
    final PupilKeys pupils;

    private LogNode(DataSource database, Path masterKey) {
        this.transactions = new JdbcTransactionManager(database);
        JdbcClient jdbc = JdbcClient.create(database);
        MasterKey master = MasterKey.load(masterKey);
        LogKeys keys = new LogKeys(jdbc, transactions, Clock.systemUTC(), master);
        this.pupils = new PupilKeys(master);
        this.log = new MessageLog(jdbc, new JdbcTemplate(database), keys, pupils, transactions);
    }

    static LogNode on(DataSource database) {
        return new LogNode(database, masterKey((byte) 7));
    }

    static LogNode withAnotherMasterKey(DataSource database) {
        return new LogNode(database, masterKey((byte) 8));
    }

    private static Path masterKey(byte filling) {
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

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** Says of an entry what the gates say before it is opened. */
    static LogEntry known(LogEntry entry, String messageId) {
        entry.signedBy(PARTY, "ab".repeat(32));
        entry.calledBy(new Caller(XRoadId.parse(PARTY), messageId, Optional.of("user"), Optional.of("issue")));
        entry.asked("students/v1", "getStudent");
        return entry;
    }

    static String newReceipt() {
        return UUID.randomUUID().toString();
    }
}
