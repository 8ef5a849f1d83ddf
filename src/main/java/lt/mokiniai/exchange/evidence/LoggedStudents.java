package lt.mokiniai.exchange.evidence;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.exchange.keys.StudentKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which exchanges told about which students. A student has one key for each contract and month, so that rows cannot be
 * joined beyond them without the key that makes those; who has it finds a student by trying each contract and month.
 */
@Component
public class LoggedStudents {

    /** Oracle takes at most 1000 values in a list (ORA-01795). */
    private static final int PORTION = 500;

    private record ContractMonth(String contract, String month) {}

    private record Found(String receipt, OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StudentKeys students;
    /** What is surely in the table of contracts and months. */
    private final Set<ContractMonth> known = ConcurrentHashMap.newKeySet();

    LoggedStudents(JdbcClient jdbc, JdbcTemplate batches, StudentKeys students) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.students = students;
    }

    /** Writes the students that an exchange tells about, in its transaction. */
    void remember(LogEntry entry, Set<String> registerIds) {
        if (registerIds.isEmpty()) {
            return;
        }
        ContractMonth within = new ContractMonth(
                entry.contractId().orElseThrow(() -> new IllegalStateException("only a contract tells about students")),
                entry.keyMonth());
        // In the order of the keys: that of the answer is the register's own, and would join the rows of two answers.
        List<Object[]> rows = registerIds.stream()
                .map(students.inMonth(within.contract(), within.month()))
                .sorted()
                .map(key -> new Object[] {entry.receipt(), key})
                .toList();
        batches.batchUpdate("INSERT INTO message_student (receipt, student_key) VALUES (?, ?)", rows);
        if (!known.contains(within)) {
            remember(within);
        }
    }

    /** Nothing is unique in this table: an exchange must not wait for another one, or fail, because of it. */
    private void remember(ContractMonth within) {
        boolean isThere = jdbc.sql("SELECT COUNT(*) FROM message_student_month WHERE contract_id = ? AND key_month = ?")
                        .params(within.contract(), within.month())
                        .query(Integer.class)
                        .single()
                > 0;
        if (isThere) {
            known.add(within);
            return;
        }
        jdbc.sql("INSERT INTO message_student_month (contract_id, key_month) VALUES (?, ?)")
                .params(within.contract(), within.month())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.add(within);
            }
        });
    }

    /** Gives the receipts of all exchanges that told about a student, by register id; the earliest first. */
    public List<String> receiptsAbout(String registerId) {
        List<String> keys = jdbc.sql("SELECT DISTINCT contract_id, key_month FROM message_student_month")
                .query((row, number) -> students.inMonth(row.getString("contract_id"), row.getString("key_month"))
                        .apply(registerId))
                .list();
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += PORTION) {
            found.addAll(jdbc.sql("SELECT m.receipt, m.received_at FROM message_student p"
                            + " JOIN message_log m ON m.receipt = p.receipt WHERE p.student_key IN (:keys)")
                    .param("keys", keys.subList(from, Math.min(keys.size(), from + PORTION)))
                    .query((row, number) ->
                            new Found(row.getString("receipt"), row.getObject("received_at", OffsetDateTime.class)))
                    .list());
        }
        return found.stream()
                .sorted(Comparator.comparing((Found one) -> one.at().toInstant())
                        .thenComparing(Found::receipt))
                .map(Found::receipt)
                .toList();
    }
}
