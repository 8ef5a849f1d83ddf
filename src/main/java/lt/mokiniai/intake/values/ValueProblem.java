package lt.mokiniai.intake.values;

import lt.mokiniai.intake.source.RecordProblem;

/** What may be wrong with a value of a record, whichever the register. */
public enum ValueProblem implements RecordProblem {
    /** A value that each record has is not there. */
    MISSING(111),
    /** A value cannot be read. */
    UNREADABLE(112),
    /** A code list has no such value. */
    UNKNOWN_CODE(121),
    /** It is not the code of an institution of its kind. */
    NOT_A_CODE(122),
    /** What begins ends before. */
    ENDS_BEFORE_BEGINNING(123),
    /** The register knows no such institution. */
    UNKNOWN_INSTITUTION(124),
    /** A day on which something changed has not come. */
    AHEAD(125),
    /** A day is before the registration. */
    BEFORE_REGISTRATION(126),
    /** The record tells the same thing twice. */
    TOLD_TWICE(127);

    private final int number;

    ValueProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }
}
