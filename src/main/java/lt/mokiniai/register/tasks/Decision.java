package lt.mokiniai.register.tasks;

/** What whoever decides says of a task. */
public enum Decision {
    /** It is done as it was asked. */
    ACCEPT(State.ACCEPTED),
    /** It is not done. */
    OBJECT(State.OBJECTED),
    /** It is done otherwise, as the decision tells. */
    CORRECT(State.CORRECTED);

    private final State state;

    Decision(State state) {
        this.state = state;
    }

    /** The state of a task that was decided so. */
    public State state() {
        return state;
    }
}
