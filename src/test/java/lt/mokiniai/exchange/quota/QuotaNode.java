package lt.mokiniai.exchange.quota;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lt.mokiniai.exchange.keys.StudentKeys;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.platform.database.MaintenanceConnections;
import lt.mokiniai.platform.database.TestLimits;
import lt.mokiniai.register.bench.SettableClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The quotas as one node of a cluster has them: pools, transactions and a clock of its own. */
final class QuotaNode implements AutoCloseable {

    private final HikariDataSource pool;
    private final OwnConnections connections;
    final SettableClock clock = new SettableClock();
    final StudentKeys students;
    final TransactionTemplate transaction;
    final Quotas quotas;
    final Deliveries deliveries;
    final OldCounts oldCounts;

    QuotaNode(QuotaDatabase database) {
        this(database.newPool());
    }

    /** @param pool of its exchanges */
    QuotaNode(HikariDataSource pool) {
        this.pool = pool;
        this.connections = new OwnConnections(pool, TestLimits.connections());
        JdbcClient jdbc = JdbcClient.create(pool);
        JdbcTemplate batches = new JdbcTemplate(pool);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.students = TestKeys.on(pool).students;
        this.quotas = new Quotas(
                new MessageCount(connections, clock),
                new MonthlyStudents(connections, jdbc, batches, clock),
                new RepeatedLooks(connections, jdbc, batches),
                students,
                batches,
                clock,
                transactions);
        this.deliveries = new Deliveries(jdbc, batches, students, clock, transactions);
        this.oldCounts = new OldCounts(new MaintenanceConnections(pool), clock);
    }

    /** An exchange that tells about the students who were asked about; a refusal undoes it. */
    void tell(GrantId grant, Quota quota, String receipt, Set<String> students) {
        tell(grant, quota, receipt, students.size(), students);
    }

    /** An exchange that tells about some of those who were asked about; a refusal undoes it. */
    void tell(GrantId grant, Quota quota, String receipt, int asked, Set<String> students) {
        quotas.requireOfMessage(grant, quota, students.size());
        transaction.executeWithoutResult(status -> quotas.tellAbout(grant, quota, receipt, asked, students));
    }

    /** An exchange that delivers students; a refusal undoes it. */
    void deliver(GrantId grant, String receipt, Set<String> students) {
        transaction.executeWithoutResult(status -> deliveries.deliver(grant, receipt, students));
    }

    /** Does what an exchange does while all others wait for something. */
    void holdingAllConnections(Runnable work) throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < pool.getMaximumPoolSize()) {
                held.add(pool.getConnection());
            }
            work.run();
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    /** Leaves the node without its database. */
    @Override
    public void close() {
        connections.close();
        pool.close();
    }
}
