package lt.mokiniai.register.reference.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** The columns of what other registers tell, by their names: texts, days and whole numbers. */
public final class Columns {

    private static final Set<String> DAYS = Set.of("registered", "deregistered", "valid_from", "valid_to");
    private static final String NUMBER = "credits";

    private Columns() {}

    /** Gives the type of a column (java.sql.Types). */
    public static int type(String column) {
        return DAYS.contains(column) ? Types.DATE : column.equals(NUMBER) ? Types.INTEGER : Types.VARCHAR;
    }

    /** Reads a column. */
    public static @Nullable Object read(ResultSet row, String column) throws SQLException {
        return switch (type(column)) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.INTEGER -> row.getObject(column, Integer.class);
            default -> row.getString(column);
        };
    }

    /** Gives a value as a parameter of a column. */
    static SqlParameterValue parameter(String column, @Nullable Object value) {
        return new SqlParameterValue(type(column), value);
    }
}
