package lt.mokiniai.register.load;

import java.util.Map;
import lt.mokiniai.register.form.RecordKind;

/**
 * What a load came to; of one that was tried what it would.
 *
 * @param loaded students that were loaded
 * @param thereAlready students of whom the same was loaded before
 * @param refused students of whom something is wrong: nothing of them was loaded
 * @param linksRefused students who are there, of whom it cannot be recorded what they are to others
 * @param reference records of reference data that were loaded, by kind
 * @param referenceThereAlready records of reference data that say what the register has
 * @param referenceRefused records of reference data that are not loaded
 */
public record LoadCounts(
        long loaded,
        long thereAlready,
        long refused,
        long linksRefused,
        Map<RecordKind, Long> reference,
        long referenceThereAlready,
        long referenceRefused) {

    /** Whether all that the files say is in the register now. */
    public boolean isAllThere() {
        return refused == 0 && linksRefused == 0 && referenceRefused == 0;
    }
}
