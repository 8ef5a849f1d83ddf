package lt.mokiniai.register.form;

import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with files of the form: {@code MR-L1xx} with a file, {@code MR-L2xx} with a record by itself,
 * {@code MR-L3xx} with what records say together or with what the register has. The texts stand in the bundles, as
 * {@code MR-L101.message}; {@code docs/load.md} lists them.
 */
public enum LoadProblem {
    NOT_READABLE(101),
    ENCODING(102),
    CUT_OFF(103),
    UNKNOWN_FILE(104),
    NOT_COMMAS(105),
    COLUMN_TWICE(106),
    UNKNOWN_COLUMN(107),
    COLUMN_MISSING(108),
    NOT_XML(109),
    UNKNOWN_ELEMENT(110),
    FILE_TWICE(111),
    NO_RECORDS(112),
    QUOTATION_MARKS(113),
    NO_FILE(114),
    TOO_MUCH_REFERENCE(115),
    NUMBER_OF_VALUES(201),
    VALUE_MISSING(202),
    NOT_A_DATE(203),
    NOT_A_TIME(204),
    NOT_A_NUMBER(205),
    VALUE_TOO_LONG(206),
    CHARACTERS(207),
    TOO_MANY_RECORDS(208),
    NO_IDENTITY(301),
    UNKNOWN_KEY(302),
    KEY_OF_ANOTHER(303),
    ENDS_BEFORE_BEGINNING(304),
    GIVEN_UP_BEFORE_RECORDED(305),
    CONTRADICTION(306),
    DAYS_WITHOUT_STAGE(307),
    RECORDED_AHEAD(308),
    TWO_WITH_ONE_CODE(310),
    CODE_IN_REGISTER(311),
    LOADED_OTHERWISE(312),
    NOT_A_REGISTER_ID(313),
    REGISTER_ID_TAKEN(314),
    HISTORY_TOO_LATE(315),
    REFERENCE_OTHERWISE(316),
    NOT_OF_ITS_TYPE(317),
    UNKNOWN_REFERENCE(318),
    RECORDED_TOO_EARLY(319),
    NUMBER_OF_CERTIFICATE(320),
    STAGE_NOT_CONTINUED(321),
    REFUSED_BY_DATABASE(322),
    NO_STATE(323),
    OTHER_NOT_LOADED(324),
    GIVEN_UP_LATER(325),
    SUCCESSOR_OF_OPEN(326),
    LINK_OF_ITSELF(327),
    DAYS_WITHOUT_IDENTITY(328),
    MERGED_AT_ANOTHER_TIME(329),
    MERGED_IN_A_CIRCLE(330),
    NOT_KEPT_IN_THE_END(331),
    TWO_WITH_ONE_NUMBER(332),
    NUMBER_IN_REGISTER(333),
    FORM_OF_DIGITAL(334),
    STATE_OF_ISSUE(335),
    DAYS_WITHOUT_STATE(336);

    private final int number;

    LoadProblem(int number) {
        this.number = number;
    }

    /** The stable code. */
    public String code() {
        return "MR-L" + number;
    }

    /** Gives what is wrong, in both languages. */
    public Text message(Object... values) {
        return Messages.text(code() + ".message", values);
    }

    /** Gives a finding of it, with which a record is not loaded. */
    public Finding at(RecordPlace place, @Nullable String field, Object... values) {
        return new Finding(place, code(), field, message(values), false);
    }
}
