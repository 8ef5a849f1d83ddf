package lt.mokiniai.evidence;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.key.StudentKeys;
import lt.mokiniai.key.TestKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log as one node of a cluster has it, or the same node after a restart. */
final class LogNode {

    static final String PARTY = "LT/GOV/1/a";

    private final JdbcTransactionManager transactions;
    final MessageLog log;
    final StudentKeys students;

    private LogNode(DataSource database, TestKeys keys) {
        this.transactions = new JdbcTransactionManager(database);
        JdbcClient jdbc = JdbcClient.create(database);
        this.students = keys.students;
        this.log = new MessageLog(jdbc, new JdbcTemplate(database), keys.months, students, transactions);
    }

    static LogNode on(DataSource database) {
        return new LogNode(database, TestKeys.on(database));
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
