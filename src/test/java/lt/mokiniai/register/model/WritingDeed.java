package lt.mokiniai.register.model;

/** What a school does. */
enum WritingDeed {
    ENROL,
    CHANGE,
    INTERRUPT,
    RESUME,
    WITHDRAW,
    CORRECT_TERM,
    CORRECT_STAGE,
    STRIKE_STAGE,
    CORRECT_INTERRUPTION,
    STRIKE_INTERRUPTION,
    STRIKE
}
