package lt.mokiniai.register.tasks;

/** What became of a task. */
public enum State {
    /** It waits. */
    OPEN,
    /** It was decided that it is done as it was asked. */
    ACCEPTED,
    /** It was decided that it is not done. */
    OBJECTED,
    /** It was decided that it is done otherwise. */
    CORRECTED,
    /** Nobody decided it in its term. */
    LAPSED,
    /** Who opened it took it back. */
    WITHDRAWN
}
