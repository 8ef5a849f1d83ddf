package lt.mokiniai.register.load.histories;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;

/** An enrolment, and what the records of its key say of it. */
final class LoadedEnrolment {

    private final RegisteredEnrolment enrolment;
    private final Instant known;
    private final Set<TimedFact> facts = new LinkedHashSet<>();

    /** @param known since when the register knows it */
    LoadedEnrolment(RegisteredEnrolment enrolment, Instant known) {
        this.enrolment = enrolment;
        this.known = known;
    }

    RegisteredEnrolment enrolment() {
        return enrolment;
    }

    Instant known() {
        return known;
    }

    void add(TimedFact fact) {
        facts.add(fact);
    }

    /** Whether a fact is about it. */
    boolean has(TimedFact fact) {
        return facts.contains(fact);
    }

    /** What is believed of it at the time up to which the history was played. */
    List<TimedFact> believed() {
        return facts.stream().filter(TimedFact::isBelieved).toList();
    }

    /** The term that is believed then; nothing where the enrolment is not. */
    Optional<TimedFact> term() {
        return believed().stream()
                .filter(each -> each.fact() instanceof EnrolmentTerm)
                .findFirst();
    }
}
