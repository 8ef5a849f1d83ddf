package lt.mokiniai.register.enrolments.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.merging.Conflict;
import lt.mokiniai.register.students.merging.MergeObstacle;
import org.springframework.stereotype.Component;

/**
 * Enrolments of two records that one student cannot have both: in general education at one time. A school that knows which is
 * wrong corrects it before the records are merged.
 */
@Component
class OverlappingEnrolments implements MergeObstacle {

    private final EnrolmentRules rules;

    OverlappingEnrolments(EnrolmentRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Conflict> between(History one, History other) {
        List<Conflict> conflicts = new ArrayList<>();
        for (RegisteredEnrolment enrolment : one.owned(RegisteredEnrolment.class)) {
            if (enrolment.isBelieved(one) && rules.isGeneralEducation(enrolment)) {
                rules.inGeneralEducation(other, enrolment.term(one).term())
                        .forEach(second -> conflicts.add(new Conflict(
                                "enrolment",
                                Optional.of(ExchangeError.HELD_BY_BOTH),
                                List.of(enrolment.registerId(), second.registerId()))));
            }
        }
        return conflicts;
    }
}
