package lt.mokiniai.intake.source;

import java.util.Optional;
import lt.mokiniai.kernel.texts.Messages;

/** What may be wrong with a record of any source register. */
public enum CommonProblem implements RecordProblem {
    /** It is not valid against the schema. */
    INVALID(101),
    /** Another record of the delivery has the same key and other content. */
    KEY_TWICE(102),
    /** It is the record of another register. */
    OTHER_RECORD(103),
    /** Its key is too long. */
    KEY_TOO_LONG(104),
    /** It could not be recorded. */
    NOT_RECORDED(190);

    private final int number;

    CommonProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }

    /** Gives a finding about the record as a whole. */
    public RecordFinding finding() {
        return new RecordFinding(code(), Optional.empty(), Messages.filled(message(), "–"));
    }
}
