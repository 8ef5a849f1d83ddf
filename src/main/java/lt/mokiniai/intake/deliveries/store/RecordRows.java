package lt.mokiniai.intake.deliveries.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of records of deliveries. */
@Component
public class RecordRows {

    private static final String RECORD =
            "SELECT ordinal, record_key, record_digest, content, outcome, attempts, task_id FROM delivery_record WHERE ";

    private static final String INSERT = "INSERT INTO delivery_record (delivery, ordinal, record_key, record_digest,"
            + " content, outcome, attempts) VALUES (?, ?, ?, ?, ?, ?, 0)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RecordRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A record of a register, in whichever delivery.
     *
     * @param delivery the internal number of the delivery
     */
    public record Place(long delivery, int ordinal, Optional<String> taskId) {}

    /** Gives the digests of the records of a delivery that are here, by their places from one to another. */
    public Map<Integer, String> digests(long delivery, int first, int last) {
        Map<Integer, String> digests = new HashMap<>();
        jdbc.sql("SELECT ordinal, record_digest FROM delivery_record WHERE delivery = ? AND ordinal BETWEEN ? AND ?")
                .params(delivery, first, last)
                .query(row -> {
                    digests.put(row.getInt(1), row.getString(2));
                });
        return digests;
    }

    /** Gives the digests of all records of a delivery, in their order, one after the other. */
    public void eachDigest(long delivery, Consumer<String> each) {
        jdbc.sql("SELECT record_digest FROM delivery_record WHERE delivery = ? ORDER BY ordinal")
                .param(delivery)
                .query(row -> {
                    each.accept(row.getString(1));
                });
    }

    /** Keeps records that were received. */
    public void receive(long delivery, List<KeptRecord> records) {
        batches.batchUpdate(
                INSERT,
                records.stream()
                        .map(record -> new Object[] {
                            delivery,
                            record.ordinal(),
                            record.key().orElse(null),
                            record.digest(),
                            record.content().getBytes(StandardCharsets.UTF_8),
                            record.outcome().name()
                        })
                        .toList(),
                new int[] {Types.BIGINT, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.BINARY, Types.VARCHAR});
    }

    /** Gives what came of the records of a delivery, by their places from one to another. */
    public SortedMap<Integer, RecordOutcome> outcomes(long delivery, int first, int last) {
        SortedMap<Integer, RecordOutcome> outcomes = new TreeMap<>();
        jdbc.sql("SELECT ordinal, outcome FROM delivery_record WHERE delivery = ? AND ordinal BETWEEN ? AND ?")
                .params(delivery, first, last)
                .query(row -> {
                    outcomes.put(row.getInt(1), RecordOutcome.valueOf(row.getString(2)));
                });
        return outcomes;
    }

    /** Gives the records of a delivery from a place to another. */
    public List<KeptRecord> all(long delivery, int first, int last) {
        return jdbc.sql(RECORD + "delivery = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal")
                .params(delivery, first, last)
                .query((row, number) -> read(row))
                .list();
    }

    /** Gives the next record of a delivery that is to be tried, those that are tried once more after all others. */
    public Optional<KeptRecord> next(long delivery) {
        return next(delivery, 0).or(() -> next(delivery, 1));
    }

    private Optional<KeptRecord> next(long delivery, int attempts) {
        return jdbc.sql(RECORD + "delivery = ? AND attempts = ? ORDER BY ordinal FETCH FIRST 1 ROWS ONLY")
                .params(delivery, attempts)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Finds the record that a task is about. */
    public Optional<Place> ofTask(String taskId) {
        return jdbc.sql("SELECT delivery, ordinal, task_id FROM delivery_record WHERE task_id = ?")
                .param(taskId)
                .query((row, number) -> place(row))
                .optional();
    }

    /** Tells whether another record of a delivery has the same key and other content. */
    public boolean hasOther(long delivery, KeptRecord record) {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM delivery_record WHERE delivery = ? AND record_key = ? AND record_digest <> ?")
                        .params(delivery, record.key().orElseThrow(), record.digest())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Gives the records of earlier deliveries of a register that have a key and did not fit. */
    public List<Place> unfit(String register, String key, long before) {
        return jdbc.sql(
                        "SELECT r.delivery, r.ordinal, r.task_id FROM delivery_record r JOIN delivery d ON d.id = r.delivery"
                                + " WHERE r.record_key = ? AND r.outcome IN ('QUARANTINED', 'RETURNED') AND d.source_register = ?"
                                + " AND d.id <> ? AND d.state = 'DONE'")
                .params(key, register, before)
                .query((row, number) -> place(row))
                .list();
    }

    /** Records what came of a record, with which nothing more is done by itself. */
    public void settle(long delivery, int ordinal, RecordOutcome outcome) {
        attempted(delivery, ordinal, outcome, KeptRecord.SETTLED);
    }

    /** Records what came of a record so far. */
    public void attempted(long delivery, int ordinal, RecordOutcome outcome, int attempts) {
        jdbc.sql("UPDATE delivery_record SET outcome = ?, attempts = ? WHERE delivery = ? AND ordinal = ?")
                .params(outcome.name(), attempts, delivery, ordinal)
                .update();
    }

    /** Records by which task it is decided about a record. */
    public void entrust(long delivery, int ordinal, String taskId) {
        jdbc.sql("UPDATE delivery_record SET task_id = ? WHERE delivery = ? AND ordinal = ?")
                .params(taskId, delivery, ordinal)
                .update();
    }

    /** Records the same outcome of all records of a delivery of which nothing is applied. */
    public void settleAll(long delivery, RecordOutcome outcome) {
        jdbc.sql("UPDATE delivery_record SET outcome = ?, attempts = " + KeptRecord.SETTLED + " WHERE delivery = ?"
                        + " AND outcome IN ('RECEIVED', 'QUARANTINED')")
                .params(outcome.name(), delivery)
                .update();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong(1), row.getInt(2), Optional.ofNullable(row.getString(3)));
    }

    private static KeptRecord read(ResultSet row) throws SQLException {
        return new KeptRecord(
                row.getInt("ordinal"),
                Optional.ofNullable(row.getString("record_key")),
                row.getString("record_digest"),
                new String(row.getBytes("content"), StandardCharsets.UTF_8),
                RecordOutcome.valueOf(row.getString("outcome")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("task_id")));
    }
}
