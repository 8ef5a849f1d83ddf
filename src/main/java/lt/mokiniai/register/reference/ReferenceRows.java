package lt.mokiniai.register.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.register.reference.facts.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of what other registers tell, as operations read them: what is believed now. */
@Component
public class ReferenceRows {

    private final JdbcTemplate jdbc;

    ReferenceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives all rows of a table, by their keys; a row has texts, days and whole numbers. */
    public Map<List<?>, List<@Nullable Object>> all(ReferenceTable table) {
        Map<List<?>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        jdbc.query("SELECT " + String.join(", ", table.columns()) + " FROM " + table.table(), found -> {
            List<@Nullable Object> row = row(table, found);
            rows.put(table.key(row), row);
        });
        return rows;
    }

    /** Inserts rows in their order. */
    public void insert(ReferenceTable table, List<List<@Nullable Object>> rows) {
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        jdbc.batchUpdate(
                "INSERT INTO " + table.table() + " (" + String.join(", ", table.columns()) + ") VALUES (" + marks + ")",
                rows.stream().map(List::toArray).toList(),
                table.columns().stream().mapToInt(Columns::type).toArray());
    }

    /** Begins the histories of the rows that have none, at a time. */
    public void beginHistories(Instant knownFrom) {
        ReferenceHistories.begin(jdbc, knownFrom);
    }

    /** Writes a row: it is changed where there is one of its key. */
    void put(ReferenceTable table, List<@Nullable Object> row) {
        int keys = table.key(row).size();
        List<String> columns = table.columns();
        String set = String.join(" = ?, ", columns.subList(keys, columns.size())) + " = ?";
        String where = String.join(" = ? AND ", columns.subList(0, keys)) + " = ?";
        int changed = jdbc.update(
                "UPDATE " + table.table() + " SET " + set + " WHERE " + where,
                Stream.concat(row.subList(keys, row.size()).stream(), row.subList(0, keys).stream())
                        .toArray(),
                Stream.concat(columns.subList(keys, columns.size()).stream(), columns.subList(0, keys).stream())
                        .mapToInt(Columns::type)
                        .toArray());
        if (changed == 0) {
            insert(table, List.of(row));
        }
    }

    private static List<@Nullable Object> row(ReferenceTable table, ResultSet found) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (String column : table.columns()) {
            row.add(Columns.read(found, column));
        }
        return row;
    }
}
