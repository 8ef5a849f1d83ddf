package lt.mokiniai.intake.transport.files;

import java.util.function.Supplier;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.register.form.RecordPlace;

/**
 * The records of a file, as often as they are asked for.
 *
 * @param <R> the record
 */
interface BatchRecords<R> {

    /**
     * Gives them in their order.
     *
     * @throws lt.mokiniai.intake.transport.NotDelivered when the file cannot be read to its end
     */
    void forEach(Visitor<R> visitor);

    /** Takes records. */
    @FunctionalInterface
    interface Visitor<R> {

        /** Takes one, which is read when it is asked for. */
        void record(Supplier<ReadRecord<R>> record, RecordPlace place);
    }
}
