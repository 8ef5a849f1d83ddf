package lt.mokiniai.intake.source;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a CSV file.
 *
 * @param values by column; a value that is empty is not there
 */
public record CsvRow(Map<String, String> values) {

    /** Keeps its own copy. */
    public CsvRow {
        values = Map.copyOf(values);
    }

    /** Gives the value of a column, where there is one. */
    public Optional<String> value(String column) {
        return Optional.ofNullable(values.get(column));
    }
}
