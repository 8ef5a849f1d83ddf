package lt.mokiniai.intake.source;

import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * Why a record does not fit. Each source register has an enumeration of its own, with codes of its hundred: {@code MR-S2..} of
 * institutions, {@code MR-S3..} of programmes, {@code MR-S4..} of licences, {@code MR-S5..} of pedagogues; {@code MR-S1..} are
 * those of all.
 */
public interface RecordProblem {

    /** The stable code, {@code MR-S201}. */
    String code();

    /** What is wrong; {@code {0}} stands for the particulars. It stands in the texts as {@code MR-S201.message}. */
    default Text message() {
        return Messages.unfilled(code() + ".message");
    }
}
