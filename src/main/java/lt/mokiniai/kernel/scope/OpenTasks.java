package lt.mokiniai.kernel.scope;

import java.util.Set;
import lt.mokiniai.kernel.scope.Scope.Acting;

/** How many tasks wait for somebody; the module that holds tasks tells, without knowing who asks. */
@FunctionalInterface
public interface OpenTasks {

    /**
     * Counts the open tasks that somebody decides.
     *
     * @param acting for whom
     * @param population of the grant by which they list tasks
     * @param namedRestrictions the kinds of disclosure restriction that the grant names
     */
    int waitingFor(Acting acting, Population population, Set<String> namedRestrictions);
}
