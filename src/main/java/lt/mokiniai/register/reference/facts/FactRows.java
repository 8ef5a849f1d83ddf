package lt.mokiniai.register.reference.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@link FactTable}: what is believed is read, given up and begun, in the transaction of whoever calls. */
@Component
public class FactRows {

    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the rows of a thing that are believed, in the order of their days. */
    public List<FactRow> believed(FactTable table, String key) {
        return believedWhere(table, table.key(), key);
    }

    /** Gives the rows that are believed and have a value in a column, in the order of their days. */
    public List<FactRow> believedWhere(FactTable table, String column, String value) {
        return jdbc.sql("SELECT id, recorded_at, valid_from, valid_to, " + String.join(", ", table.columns()) + " FROM "
                        + table.table() + " WHERE " + column
                        + " = ? AND believed_until IS NULL ORDER BY valid_from, id")
                .param(value)
                .query((row, number) -> row(table, row))
                .list();
    }

    /** Gives the spans of rows. */
    public static List<Span> spans(List<FactRow> rows) {
        return rows.stream().map(FactRow::span).toList();
    }

    /** Gives what the last of the rows of a thing says. */
    public static Optional<Told> last(FactTable table, List<FactRow> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Told.as(table, rows.get(rows.size() - 1).span()));
    }

    /** Writes changes, at one time; where there are none, that is not asked. */
    public boolean write(List<Change> changes, FactWriting writing) {
        List<Change> real = changes.stream().filter(change -> !change.isNone()).toList();
        if (real.isEmpty()) {
            return false;
        }
        OffsetDateTime time = time(real, writing).atOffset(ZoneOffset.UTC);
        for (Change change : real) {
            change.givenUp()
                    .forEach(
                            row -> jdbc.sql("UPDATE " + change.table().table() + " SET believed_until = ? WHERE id = ?")
                                    .params(new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, time), row.id())
                                    .update());
            change.begun().forEach(span -> insert(change, span, time, writing));
        }
        return true;
    }

    /** Later than anything that is given up, whatever the clocks say. */
    private static Instant time(List<Change> changes, FactWriting writing) {
        return Stream.concat(
                        Stream.of(writing.knownFrom().get()),
                        changes.stream()
                                .flatMap(change -> change.givenUp().stream())
                                .map(row -> row.recordedAt().plus(1, ChronoUnit.MICROS)))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void insert(Change change, Span span, OffsetDateTime time, FactWriting writing) {
        FactTable table = change.table();
        List<Object> values = new ArrayList<>();
        values.add(change.key());
        for (int place = 0; place < table.columns().size(); place++) {
            values.add(
                    Columns.parameter(table.columns().get(place), span.values().get(place)));
        }
        values.add(span.from());
        values.add(Columns.parameter("valid_to", span.to()));
        values.add(new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, time));
        values.add(writing.provenance().receipt());
        values.add(writing.provenance().operation());
        values.add(writing.provenance().party());
        jdbc.sql("INSERT INTO " + table.table() + " (" + table.key() + ", " + String.join(", ", table.columns())
                        + ", valid_from, valid_to, recorded_at, receipt, operation, party) VALUES ("
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + ")")
                .params(values)
                .update();
    }

    private static FactRow row(FactTable table, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : table.columns()) {
            values.add(Columns.read(row, column));
        }
        return new FactRow(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Span(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        values));
    }
}
