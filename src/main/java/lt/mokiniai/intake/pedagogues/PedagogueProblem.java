package lt.mokiniai.intake.pedagogues;

import lt.mokiniai.intake.source.RecordProblem;

/** Why the record of a post does not fit (docs/sources/pedagogues.md). */
enum PedagogueProblem implements RecordProblem {
    /** A post begins while the institution is registered. */
    INSTITUTION_NOT_OPEN(501),
    /** A class teacher has a class, and nobody else. */
    CLASS_NAME(502),
    /** An institution has one head at a time, and one who stands in for them. */
    SECOND_HEAD(503),
    /** The record of a post stays that of one pedagogue, institution and post. */
    OTHER_POST(504),
    /** An identifier is no personal code. */
    PERSONAL_CODE(505);

    private final int number;

    PedagogueProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }
}
