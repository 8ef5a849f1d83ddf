package lt.mokiniai.intake.deliveries.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.kernel.texts.Text;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What does not fit in records of deliveries, as it was found last. */
@Component
public class FindingRows {

    /** As much as is kept of a text, and of the path of a field. */
    private static final int LONGEST_MESSAGE = 1000;

    private static final int LONGEST_FIELD = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FindingRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps what does not fit in a record, in the place of what was found before. */
    public void replace(long delivery, int ordinal, List<RecordFinding> findings) {
        jdbc.sql("DELETE FROM delivery_finding WHERE delivery = ? AND ordinal = ?")
                .params(delivery, ordinal)
                .update();
        keep(delivery, Map.of(ordinal, findings));
    }

    /** Keeps what does not fit in records of which nothing was found before, by their places. */
    public void keep(long delivery, Map<Integer, List<RecordFinding>> findings) {
        List<Object[]> rows = new ArrayList<>();
        findings.forEach((ordinal, all) -> {
            for (int place = 1; place <= all.size(); place++) {
                RecordFinding finding = all.get(place - 1);
                rows.add(new Object[] {
                    delivery,
                    ordinal,
                    place,
                    finding.code(),
                    finding.field().map(field -> cut(field, LONGEST_FIELD)).orElse(null),
                    cut(finding.message().lt(), LONGEST_MESSAGE),
                    cut(finding.message().en(), LONGEST_MESSAGE)
                });
            }
        });
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    "INSERT INTO delivery_finding (delivery, ordinal, place, code, field, message_lt, message_en)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    rows,
                    new int[] {
                        Types.BIGINT,
                        Types.INTEGER,
                        Types.INTEGER,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR
                    });
        }
    }

    /** Gives what does not fit in a record. */
    public List<RecordFinding> of(long delivery, int ordinal) {
        return all(delivery, ordinal, ordinal).getOrDefault(ordinal, List.of());
    }

    /** Gives what does not fit in records of a delivery, by their places from one to another. */
    public Map<Integer, List<RecordFinding>> all(long delivery, int first, int last) {
        Map<Integer, List<RecordFinding>> findings = new TreeMap<>();
        jdbc.sql("SELECT ordinal, code, field, message_lt, message_en FROM delivery_finding WHERE delivery = ?"
                        + " AND ordinal BETWEEN ? AND ? ORDER BY ordinal, place")
                .params(delivery, first, last)
                .query(row -> {
                    findings.computeIfAbsent(row.getInt(1), ordinal -> new ArrayList<>())
                            .add(new RecordFinding(
                                    row.getString(2),
                                    Optional.ofNullable(row.getString(3)),
                                    new Text(row.getString(4), row.getString(5))));
                });
        return findings;
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
