package lt.mokiniai.intake.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.ReceivedPart.Result;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;
import lt.mokiniai.intake.reports.DeliveryReport.Difference;
import lt.mokiniai.intake.reports.DeliveryReport.DifferenceKind;
import lt.mokiniai.intake.reports.DeliveryReport.Name;
import lt.mokiniai.intake.reports.DeliveryReport.Times;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.kernel.texts.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what came of deliveries. */
@Component
public class DeliveryReports {

    private static final int MOST_DIFFERENCES = 1000;

    private static final String FIRST = " ORDER BY 1 FETCH FIRST " + MOST_DIFFERENCES + " ROWS ONLY";

    private static final String ONLY_HERE =
            "SELECT h.record_key, h.institution FROM delivery_held h WHERE h.delivery = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM delivery_record r WHERE r.delivery = h.delivery AND r.record_key = h.record_key)"
                    + FIRST;

    private static final String NEW = "SELECT DISTINCT r.record_key, NULL FROM delivery_record r WHERE r.delivery = ?"
            + " AND r.record_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM delivery_held h WHERE h.delivery = r.delivery"
            + " AND h.record_key = r.record_key)" + FIRST;

    private static final String ENDED =
            "SELECT h.record_key, h.institution FROM delivery_held h WHERE h.delivery = ? AND h.is_ended = 1" + FIRST;

    private final JdbcClient jdbc;
    private final DeliveryIntake intake;

    DeliveryReports(JdbcClient jdbc, DeliveryIntake intake) {
        this.jdbc = jdbc;
        this.intake = intake;
    }

    private record Found(Name name, DeliveryHeader header, DeliveryState state, Times times, boolean isLooked) {}

    /**
     * Gives the report of a delivery.
     *
     * @param isSeen whether whoever asks may see the one of this name
     */
    public Optional<DeliveryReport> report(String deliveryId, Predicate<Name> isSeen) {
        return jdbc.sql("SELECT * FROM delivery WHERE delivery_id = ?")
                .param(deliveryId)
                .query((row, number) -> read(row))
                .optional()
                .filter(found -> isSeen.test(found.name()))
                .map(found -> new DeliveryReport(
                        found.name(),
                        found.header(),
                        found.state(),
                        found.times(),
                        counts(found.name().id()),
                        missing(found),
                        differences(found)));
    }

    private static Found read(ResultSet row) throws SQLException {
        return new Found(
                new Name(
                        row.getLong("id"),
                        row.getString("delivery_id"),
                        row.getString("source_register"),
                        row.getString("institution")),
                new DeliveryHeader(
                        DeliveryHeader.Kind.valueOf(row.getString("kind")),
                        row.getString("series"),
                        row.getLong("delivery_number"),
                        row.getInt("record_count")),
                DeliveryState.valueOf(row.getString("state")),
                new Times(time(row, "received_at"), time(row, "applied_at")),
                row.getString("looked_count") != null);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private Map<RecordOutcome, Long> counts(long delivery) {
        Map<RecordOutcome, Long> counts = new EnumMap<>(RecordOutcome.class);
        jdbc.sql("SELECT outcome, COUNT(*) FROM delivery_record WHERE delivery = ? GROUP BY outcome")
                .param(delivery)
                .query(row -> {
                    counts.put(RecordOutcome.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private List<Range> missing(Found found) {
        if (found.state() != DeliveryState.WAITING && found.state() != DeliveryState.INCOMPLETE) {
            return List.of();
        }
        long number = found.header().sequence();
        return intake.wanted(found.name().register()).missing().stream()
                .filter(range -> range.series().equals(found.header().series()) && range.from() < number)
                .map(range -> new Range(range.series(), range.from(), Math.min(range.to(), number - 1)))
                .toList();
    }

    private List<Difference> differences(Found found) {
        List<Difference> differences = new ArrayList<>();
        if (found.isLooked() && isLastFull(found)) {
            add(differences, DifferenceKind.ENDED, ENDED, found);
            add(differences, DifferenceKind.ONLY_HERE, ONLY_HERE, found);
            add(differences, DifferenceKind.NEW, NEW, found);
        }
        return differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()));
    }

    /** With what an earlier one was compared is not kept. */
    private boolean isLastFull(Found found) {
        return found.state() != DeliveryState.DONE
                || jdbc.sql("SELECT COUNT(*) FROM delivery l JOIN delivery d ON d.source_register = l.source_register"
                                        + " WHERE d.id = ? AND l.kind = 'FULL' AND l.state = 'DONE' AND (l.applied_at >"
                                        + " d.applied_at OR (l.applied_at = d.applied_at AND l.id > d.id))")
                                .param(found.name().id())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    private void add(List<Difference> differences, DifferenceKind kind, String question, Found found) {
        differences.addAll(jdbc.sql(question)
                .param(found.name().id())
                .query((row, number) -> new Difference(kind, row.getString(1), Optional.ofNullable(row.getString(2))))
                .list());
    }

    /**
     * Tells what came of records of a delivery, in their order.
     *
     * @param delivery the internal number
     * @param after the place of the record before the first one
     * @param onlyUnfit leaves out those in which nothing was found
     */
    public List<Result> results(long delivery, int after, int most, boolean onlyUnfit) {
        String unfit =
                " AND EXISTS (SELECT 1 FROM delivery_finding f WHERE f.delivery = r.delivery AND f.ordinal = r.ordinal)";
        List<Result> found = jdbc.sql(
                        "SELECT r.ordinal, r.outcome FROM delivery_record r WHERE r.delivery = ? AND r.ordinal > ?"
                                + (onlyUnfit ? unfit : "") + " ORDER BY r.ordinal FETCH FIRST " + most + " ROWS ONLY")
                .params(delivery, after)
                .query((row, number) -> new Result(row.getInt(1), RecordOutcome.valueOf(row.getString(2)), List.of()))
                .list();
        if (found.isEmpty()) {
            return found;
        }
        Map<Integer, List<RecordFinding>> findings = findings(
                delivery, found.get(0).ordinal(), found.get(found.size() - 1).ordinal());
        return found.stream()
                .map(each ->
                        new Result(each.ordinal(), each.outcome(), findings.getOrDefault(each.ordinal(), List.of())))
                .toList();
    }

    private Map<Integer, List<RecordFinding>> findings(long delivery, int first, int last) {
        Map<Integer, List<RecordFinding>> findings = new HashMap<>();
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
}
