package lt.mokiniai.intake.source;

import java.util.List;
import java.util.Optional;

/**
 * Reads the records of a source register from rows of CSV, and tells one record from another. XML needs no reader of its own: it
 * is what the schema says.
 *
 * @param <R> the record
 */
public interface RecordReader<R> {

    /** The columns of a CSV file, in their order. */
    List<String> columns();

    /**
     * Reads a row. A list has its values in one column, separated by {@code ;}.
     *
     * @param findings told of each value that cannot be read, by its column
     * @return nothing where something could not be read
     */
    Optional<R> read(CsvRow row, RecordFindings findings);

    /** What tells the record from others of its register, at most 100 characters, and no personal data. */
    String key(R told);
}
