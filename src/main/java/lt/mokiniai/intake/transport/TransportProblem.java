package lt.mokiniai.intake.transport;

import lt.mokiniai.intake.source.RecordProblem;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.RecordPlace;
import org.jspecify.annotations.Nullable;

/**
 * Why a file or the answer of a source cannot be taken as a whole, so that nothing of it is: {@code MR-S60x} and {@code MR-S61x}
 * of files, {@code MR-S62x} of who delivers, {@code MR-S63x} of sources that are asked.
 */
public enum TransportProblem implements RecordProblem {
    NOT_READABLE(601),
    TOO_LARGE(602),
    ENCODING(603),
    CUT_OFF(604),
    NOT_XML(605),
    OTHER_REGISTER(606),
    HEADER(607),
    RECORD_COUNT(608),
    UNKNOWN_COLUMN(609),
    COLUMN_MISSING(610),
    QUOTATION_MARKS(611),
    NUMBER_OF_VALUES(612),
    NO_NOTE(613),
    NO_DATA(614),
    RECORDS_IN_NOTE(615),
    OTHER_HEADER(616),
    FILE_NAME(617),
    NOT_A_BATCH(618),
    NOT_SIGNED(620),
    SIGNATURE(621),
    CERTIFICATE(622),
    NOT_THE_SUPPLIER(623),
    NO_CONTRACT(624),
    NO_ADDRESS(630),
    NO_ANSWER(631),
    TOO_SLOW(632),
    ANSWER_TOO_LARGE(633),
    CHARSET(634),
    NO_MESSAGE(635),
    FAULT(636),
    ANSWER_SIGNATURE(637),
    OTHER_ANSWER(638),
    OTHER_DELIVERY(639),
    NOT_THERE(640);

    private final int number;

    TransportProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }

    /** Gives a finding of it, with which nothing is taken. */
    public Finding at(RecordPlace place, @Nullable String field, Object... values) {
        return new Finding(place, code(), field, Messages.text(code() + ".message", values), false);
    }

    /** Gives the refusal of a file, or of an answer of a source, for it. */
    public NotDelivered refusal(RecordPlace place, Object... values) {
        return new NotDelivered(at(place, null, values));
    }
}
