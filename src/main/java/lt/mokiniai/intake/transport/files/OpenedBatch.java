package lt.mokiniai.intake.transport.files;

import java.util.List;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.register.form.ReadFile;
import lt.mokiniai.register.form.RecordPlace;

/**
 * A batch that is whole, and signed by who supplies the register by a contract.
 *
 * @param files what it was read from
 * @param place of the file of records as a whole
 * @param <R> the record
 */
record OpenedBatch<R>(
        SourceRegister<R> register,
        DeliveryHeader header,
        Contract contract,
        BatchRecords<R> records,
        List<ReadFile> files,
        RecordPlace place) {

    /** Keeps its own copy. */
    OpenedBatch {
        files = List.copyOf(files);
    }
}
