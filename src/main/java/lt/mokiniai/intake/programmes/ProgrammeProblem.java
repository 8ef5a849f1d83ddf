package lt.mokiniai.intake.programmes;

import lt.mokiniai.intake.source.RecordProblem;

/** Why the record of a programme does not fit (docs/sources/programmes.md). */
enum ProgrammeProblem implements RecordProblem {
    /** A state code is one of another programme. */
    CODE_OF_ANOTHER(301),
    /** A state code that the programme was told to have is told with its last day, and not left out. */
    CODE_MISSING(302),
    /** A state code is valid while the programme is registered. */
    CODE_OUTSIDE(303),
    /** A programme stays in its family: what is taught otherwise is another programme. */
    FAMILY_CHANGED(304),
    /** Vocational programmes alone have modules and qualifications. */
    NOT_VOCATIONAL(305),
    /** ISCED is written by one to four digits. */
    ISCED(306);

    private final int number;

    ProgrammeProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }
}
