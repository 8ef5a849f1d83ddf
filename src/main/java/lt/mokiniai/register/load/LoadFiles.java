package lt.mokiniai.register.load;

import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.SortedRecords;
import lt.mokiniai.register.form.StudentRecords;

/**
 * What is to be loaded, when it was read once.
 *
 * @param reference the records that are not of students, by kind
 * @param referenceBroken how many more there are, which cannot be read
 * @param students gives each student, in an order that is the same in each run
 * @param seen what was noted of each record as it was read
 */
public record LoadFiles(List<FormRecord> reference, long referenceBroken, Students students, SeenRecords seen) {

    /** Students, one after the other. */
    @FunctionalInterface
    public interface Students {
        void forEach(Consumer<StudentRecords> work);
    }

    /**
     * Takes what was read.
     *
     * @param seen what {@link SortedRecords#of} told each record
     */
    public static LoadFiles of(SortedRecords records, SeenRecords seen) {
        return new LoadFiles(records.reference(), records.brokenReference(), records::forEachStudent, seen);
    }
}
