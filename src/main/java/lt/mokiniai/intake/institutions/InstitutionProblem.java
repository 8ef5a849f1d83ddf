package lt.mokiniai.intake.institutions;

import lt.mokiniai.intake.source.RecordProblem;

/** Why the record of an institution does not fit (docs/sources/institutions.md). */
enum InstitutionProblem implements RecordProblem {
    /** A founder that is a municipality says which, another says none. */
    FOUNDER_MUNICIPALITY(201),
    /** Who teaches on their own is of the type of those, has a founder that is no state, and is nobody's unit. */
    NATURAL_PERSON(202),
    /** A unit is one of the legal entity whose code begins its own. */
    UNIT_OF_ANOTHER(203),
    /** An institution is not a unit of itself, nor of its units. */
    PARENT_CYCLE(204),
    /** An old code is one of an institution that was closed. */
    OLD_CODE_OPEN(205),
    /** A former code is the institution's own, or another one's. */
    FORMER_CODE_TAKEN(206),
    /** An institution that goes on has a successor. */
    SUCCESSOR_OF_OPEN(207),
    /** The successor is the institution itself, or is not open on the day after. */
    SUCCESSOR_NOT_OPEN(208);

    private final int number;

    InstitutionProblem(int number) {
        this.number = number;
    }

    @Override
    public String code() {
        return "MR-S" + number;
    }
}
