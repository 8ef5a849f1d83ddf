package lt.mokiniai.register.tasks;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;

/** What is done about tasks of a kind. Whoever opens tasks of a kind carries out what is decided. */
public interface TaskWork {

    /** The kind (code list TASK_KIND). */
    String kind();

    /** What may be decided: that it is done or not, unless the kind says more. */
    default Set<Decision> decisions() {
        return EnumSet.of(Decision.ACCEPT, Decision.OBJECT);
    }

    /**
     * Carries a decision out, in the transaction in which the task was closed.
     *
     * @param scope of who decided
     * @throws ExchangeException when it cannot be carried out; the task is open again then
     */
    void decided(Task task, DecisionTold told, Scope scope);

    /** Does what follows when nobody decided in the term, in the transaction in which the task was closed. */
    void lapsed(Task task);

    /**
     * Tells, in an answer to whoever opened tasks of the kind, what came of them beside what tasks of all kinds tell.
     *
     * @param opened by their identifiers
     */
    default void tell(Map<String, lt.mokiniai.wsdl.tasks.Task> opened) {}
}
