package lt.mokiniai.exchange.quota;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import lt.mokiniai.exchange.keys.StudentKeys;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What contracts for one delivery (kind {@code request}) have delivered: each student that they name, once. */
@Component
public class Deliveries {

    private static final String INSERT = "INSERT INTO contract_delivery"
            + " (contract_id, grant_name, student_key, receipt, delivered_at) VALUES (?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StudentKeys students;
    private final Clock clock;
    private final TransactionTemplate exchange;

    Deliveries(
            JdbcClient jdbc,
            JdbcTemplate batches,
            StudentKeys students,
            @RegisterClock Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.students = students;
        this.clock = clock;
        this.exchange = new TransactionTemplate(transactions);
        this.exchange.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /**
     * Refuses before the work is done.
     *
     * @param namedStudents how many students the contract names
     * @throws ExchangeException {@code MR-311} when as many were delivered under the grant
     */
    public void checkUnspent(GrantId grant, int namedStudents) {
        int delivered = jdbc.sql("SELECT COUNT(*) FROM contract_delivery WHERE contract_id = ? AND grant_name = ?")
                .params(grant.contractId(), grant.grant())
                .query(Integer.class)
                .single();
        if (delivered >= namedStudents) {
            throw spent(grant);
        }
    }

    /**
     * Delivers students, in the transaction of the exchange. Of nodes that deliver the same student at once, one does.
     *
     * @param receipt the number of the exchange
     * @param registerIds the students that the answer tells about, by register id
     * @throws ExchangeException {@code MR-311} when one of them was delivered; the transaction can only be undone then
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public void deliver(GrantId grant, String receipt, Set<String> registerIds) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        // In one order, so that no two exchanges wait for each other in a ring.
        List<Object[]> rows = registerIds.stream()
                .map(students.ofDeliveries(grant.contractId()))
                .sorted()
                .map(key -> new Object[] {grant.contractId(), grant.grant(), key, receipt, now})
                .toList();
        exchange.executeWithoutResult(status -> {
            try {
                batches.batchUpdate(INSERT, rows);
            } catch (DuplicateKeyException e) {
                throw spent(grant);
            }
        });
    }

    private static ExchangeException spent(GrantId grant) {
        return ExchangeException.of(ExchangeError.REQUEST_SPENT)
                .naming(grant.grant())
                .under(grant.contractId());
    }
}
