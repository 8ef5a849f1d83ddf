package lt.mokiniai.register.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The current row of an answer, by the columns that were selected. */
public final class SelectedRow {

    private final List<Column<?>> columns;
    private final ResultSet rows;

    SelectedRow(List<Column<?>> columns, ResultSet rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Gives the value of a selected column that is never empty.
     *
     * @throws IllegalStateException when it is empty
     */
    public <V> V get(Column<V> column) throws SQLException {
        return find(column).orElseThrow(() -> new IllegalStateException("empty: " + column.sql()));
    }

    /**
     * Gives the value of a selected column, where it has one.
     *
     * @throws IllegalArgumentException when the column was not selected
     */
    public <V> Optional<V> find(Column<V> column) throws SQLException {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("not selected: " + column.sql());
        }
        return Optional.ofNullable(column.read(rows, place + 1));
    }
}
