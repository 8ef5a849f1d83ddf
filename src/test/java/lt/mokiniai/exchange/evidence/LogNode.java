package lt.mokiniai.exchange.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import lt.mokiniai.exchange.evidence.operators.OperatorActs;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.database.TestLimits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log as one node of a cluster has it, or the same node after a restart. */
final class LogNode {

    static final String PARTY = "LT/GOV/1/a";
    private static final UnknownSenderProperties LIMITS =
            new UnknownSenderProperties(1000, 1000, Duration.ofDays(90), Duration.ofDays(400));

    private final JdbcTransactionManager transactions;
    private final Clock clock;
    final MessageLog log;
    final LoggedStudents students;
    final UnloggedCounts counts;
    final UnknownSenders unknown;
    final OperatorActs acts;

    private LogNode(DataSource database, TestKeys keys, UnknownSenderProperties limits, Clock clock) {
        this.transactions = new JdbcTransactionManager(database);
        this.clock = clock;
        JdbcClient jdbc = JdbcClient.create(database);
        this.students = new LoggedStudents(jdbc, new JdbcTemplate(database), keys.students);
        this.counts = new UnloggedCounts(jdbc, limits, clock);
        this.unknown = new UnknownSenders(jdbc, keys.months, limits, clock, TestLimits.on(transactions));
        this.acts = new OperatorActs(jdbc, keys.months);
        this.log = new MessageLog(jdbc, keys.months, students, unknown, counts, TestLimits.on(transactions));
    }

    static LogNode on(DataSource database) {
        return on(database, LIMITS, Clock.systemUTC());
    }

    static LogNode on(DataSource database, UnknownSenderProperties limits, Clock clock) {
        return new LogNode(database, TestKeys.on(database), limits, clock);
    }

    /** Removes what was kept long enough, as a node does every hour. */
    void removeOld() {
        unknown.removeOld();
        counts.removeOld();
    }

    Instant now() {
        return clock.instant();
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** Says of an entry what the checks say before it is opened. */
    static LogEntry known(LogEntry entry, String messageId) {
        entry.signedBy(PARTY, "ab".repeat(32));
        entry.calledBy(new Caller(XRoadId.parse(PARTY), messageId, Optional.of("user"), Optional.of("issue")));
        entry.asked(OperationId.parse("students/v1/getStudent"));
        return entry;
    }

    static String newReceipt() {
        return UUID.randomUUID().toString();
    }
}
