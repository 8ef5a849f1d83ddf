package lt.mokiniai.register.enrolments.turn;

/** Why an enrolment is one that the turn of the school year left behind. The first that is true of it is told. */
public enum LeftBehind {
    /** The institution was closed before. */
    CLOSED_SCHOOL,
    /** It was expected to end before. */
    END_EXPECTED,
    /** The student is in the class level of the last school year. */
    NOT_PROMOTED
}
