package lt.mokiniai.register.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of what other registers tell, as a register is taken over: all at once, and never changed. */
@Component
public class ReferenceRows {

    private static final Set<String> DAYS = Set.of("registered", "deregistered", "valid_from", "valid_to");
    private static final String NUMBER = "credits";

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
                table.columns().stream().mapToInt(ReferenceRows::type).toArray());
    }

    private static List<@Nullable Object> row(ReferenceTable table, ResultSet found) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (String column : table.columns()) {
            row.add(
                    switch (type(column)) {
                        case Types.DATE -> found.getObject(column, LocalDate.class);
                        case Types.INTEGER -> found.getInt(column);
                        default -> found.getString(column);
                    });
        }
        return row;
    }

    private static int type(String column) {
        return DAYS.contains(column) ? Types.DATE : column.equals(NUMBER) ? Types.INTEGER : Types.VARCHAR;
    }
}
