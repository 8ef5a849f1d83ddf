package lt.mokiniai.register.form;

import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to files of the form. Those that are not of students come first, each kind together; then student by student
 * those of the student, which stand together. Each method throws {@link UncheckedIOException} when a file cannot be written.
 */
public interface RecordWriter extends AutoCloseable {

    /**
     * Writes a record.
     *
     * @param values a value, or null for none, for each column of the kind
     */
    void write(RecordKind kind, List<@Nullable String> values);

    /**
     * How many records had a text that is not as files hold it, with lines or with spaces at its ends: it was written with
     * one space in their place, and without these.
     */
    default long changed() {
        return 0;
    }

    /** Begins the records of a student. */
    void beginStudent(String key);

    /** Ends the records of a student. */
    void endStudent();

    /** Ends the files. */
    @Override
    void close();
}
