package lt.mokiniai.register.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a question: its SQL, and the type of its values.
 *
 * @param <V> what it holds
 */
public final class Column<V> {

    private interface Reading<V> {
        @Nullable
        V of(ResultSet rows, int index) throws SQLException;
    }

    private final String sql;
    private final Reading<V> reading;

    private Column(String sql, Reading<V> reading) {
        this.sql = sql;
        this.reading = reading;
    }

    /** Gives a column of text. */
    public static Column<String> string(String sql) {
        return new Column<>(sql, ResultSet::getString);
    }

    /** Gives a column of days. */
    public static Column<LocalDate> day(String sql) {
        return new Column<>(sql, (rows, index) -> rows.getObject(index, LocalDate.class));
    }

    /** Gives a column of times. */
    public static Column<Instant> time(String sql) {
        return new Column<>(sql, (rows, index) -> rows.getObject(index, OffsetDateTime.class))
                .as(OffsetDateTime::toInstant);
    }

    /** Gives a column of small whole numbers. */
    public static Column<Integer> integer(String sql) {
        return new Column<>(sql, (rows, index) -> {
            int value = rows.getInt(index);
            return rows.wasNull() ? null : value;
        });
    }

    /** Gives a column of the register's internal numbers. */
    public static Column<Long> number(String sql) {
        return new Column<>(sql, (rows, index) -> {
            long value = rows.getLong(index);
            return rows.wasNull() ? null : value;
        });
    }

    /** Gives a column that tells whether a condition holds; Oracle has no boolean values. */
    public static Column<Boolean> flag(String condition) {
        return integer("case when " + condition + " then 1 else 0 end").as(value -> value == 1);
    }

    /** Gives this column with its values as another type. */
    public <W> Column<W> as(Function<V, W> type) {
        return new Column<>(sql, (rows, index) -> {
            V value = reading.of(rows, index);
            return value == null ? null : type.apply(value);
        });
    }

    String sql() {
        return sql;
    }

    @Nullable
    V read(ResultSet rows, int index) throws SQLException {
        return reading.of(rows, index);
    }
}
