package lt.mokiniai.intake.deliveries.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.RecordMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a source that were in force before a full delivery of it was applied. */
@Component
public class HeldRows {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    HeldRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * How many rows were in force, and how many of them a delivery ends.
     *
     * @param held the rows in force
     * @param ended of those, the ones that a record of the delivery ends
     */
    public record Share(long held, long ended) {

        /** Tells whether more than so many of a hundred are ended. */
        public boolean isMoreThan(int percent) {
            return ended * 100 > held * percent;
        }
    }

    /** Keeps the rows that are in force now. */
    public void keep(long delivery, RecordMapper<?> mapper) {
        List<Object[]> rows = new ArrayList<>();
        mapper.held(row -> {
            rows.add(row(delivery, row));
            if (rows.size() == AT_ONCE) {
                insert(rows);
            }
        });
        insert(rows);
    }

    private static Object[] row(long delivery, HeldRow row) {
        return new Object[] {delivery, row.key(), row.institution().orElse(null)};
    }

    private void insert(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    "INSERT INTO delivery_held (delivery, record_key, institution, is_ended) VALUES (?, ?, ?, 0)",
                    rows,
                    new int[] {Types.BIGINT, Types.VARCHAR, Types.VARCHAR});
            rows.clear();
        }
    }

    /** Records that a record of the delivery ends a row. */
    public void end(long delivery, String key) {
        jdbc.sql("UPDATE delivery_held SET is_ended = 1 WHERE delivery = ? AND record_key = ?")
                .params(delivery, key)
                .update();
    }

    /** Gives how many rows were in force, and how many of them the delivery ends. */
    public Share share(long delivery) {
        return jdbc.sql("SELECT COUNT(*), COALESCE(SUM(is_ended), 0) FROM delivery_held WHERE delivery = ?")
                .param(delivery)
                .query((row, number) -> new Share(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Gives how many institutions lose all rows that they had in force. */
    public long institutionsLeftWithout(long delivery) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT institution FROM delivery_held WHERE delivery = ?"
                        + " AND institution IS NOT NULL GROUP BY institution HAVING COUNT(*) = SUM(is_ended)) alone")
                .param(delivery)
                .query(Long.class)
                .single();
    }

    /** Gives up what was kept for the full deliveries of a register before one. */
    public void forgetBefore(KeptDelivery delivery) {
        jdbc.sql(
                        "DELETE FROM delivery_held WHERE delivery IN"
                                + " (SELECT id FROM delivery WHERE source_register = ? AND kind = 'FULL' AND id <> ? AND state = 'DONE')")
                .params(delivery.name().register(), delivery.id())
                .update();
    }
}
