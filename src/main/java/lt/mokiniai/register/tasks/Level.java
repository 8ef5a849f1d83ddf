package lt.mokiniai.register.tasks;

/** Who decides a task. */
public enum Level {
    /** The institution whose task it is. */
    SCHOOL,
    /** Who answers for the institution: the municipality that founded it, or the agency. */
    FOUNDER,
    /** The agency alone. */
    AGENCY
}
