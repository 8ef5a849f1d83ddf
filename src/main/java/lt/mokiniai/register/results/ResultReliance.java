package lt.mokiniai.register.results;

import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.EnrolmentReliance;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import org.springframework.stereotype.Component;

/** Results rely on the enrolment in which the student learnt; they are corrected before it is. */
@Component
class ResultReliance implements EnrolmentReliance {

    @Override
    public ExchangeError broken() {
        return ExchangeError.RESULTS_RELY;
    }

    @Override
    public boolean isKept(History history, RegisteredEnrolment enrolment) {
        return history.believed(EnrolmentResult.class, enrolment).stream()
                .allMatch(result -> result.hasGround(history));
    }
}
