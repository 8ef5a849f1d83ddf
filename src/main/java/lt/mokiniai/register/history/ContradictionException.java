package lt.mokiniai.register.history;

/** Two facts that cannot both be true would be believed at one time. It names their kind, and says nothing of a person. */
public final class ContradictionException extends RuntimeException {

    ContradictionException(Class<? extends Fact> kind) {
        super("two facts contradict each other: " + kind.getSimpleName());
    }
}
