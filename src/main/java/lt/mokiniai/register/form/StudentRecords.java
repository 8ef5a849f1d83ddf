package lt.mokiniai.register.form;

import java.util.List;

/**
 * All records of one student.
 *
 * @param key what the files name the student by
 * @param records by kind, then as they stand in the files
 * @param isWhole whether each of the student's records could be read; what could not is told already, and is not here
 */
public record StudentRecords(String key, List<FormRecord> records, boolean isWhole) {

    /** Gives the records of a kind. */
    public List<FormRecord> of(RecordKind kind) {
        return records.stream().filter(record -> record.kind() == kind).toList();
    }

    @Override
    public String toString() {
        return "StudentRecords[" + records.size() + "]";
    }
}
