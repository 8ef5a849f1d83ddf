package lt.mokiniai.register.enrolments;

import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;

/**
 * What is recorded of a student because they learnt somewhere at some time. An enrolment is not written so that what relies on
 * it would have no ground any more; whoever knows of such records says whether it would.
 */
public interface EnrolmentReliance {

    /** The rule that a write breaks which takes the ground away. */
    ExchangeError broken();

    /**
     * Tells whether an enrolment, as a unit of work leaves it, still holds what is recorded because of it.
     *
     * @param enrolment which may be struck
     */
    boolean isKept(History history, RegisteredEnrolment enrolment);

    /** Looks whether an enrolment, as it was changed, still holds all that is recorded because of it. */
    static void requireKept(
            List<EnrolmentReliance> reliances, History history, RegisteredEnrolment enrolment, String field) {
        reliances.forEach(reliance -> history.requires(reliance.isKept(history, enrolment), field, reliance.broken()));
    }
}
