package lt.mokiniai.register.enrolments;

import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonRecords;
import org.springframework.stereotype.Component;

/** Enrolments of a person who never was are struck with the person, unless another institution has one, or something relies on it. */
@Component
class StruckEnrolments implements PersonRecords {

    private final List<EnrolmentReliance> reliances;

    StruckEnrolments(List<EnrolmentReliance> reliances) {
        this.reliances = reliances;
    }

    @Override
    public void strike(History history, String institution) {
        List<RegisteredEnrolment> believed = history.owned(RegisteredEnrolment.class).stream()
                .filter(enrolment -> enrolment.isBelieved(history))
                .toList();
        boolean isOwn = believed.stream()
                .allMatch(enrolment -> enrolment.institution().value().equals(institution));
        history.requires(isOwn, "registerId", ExchangeError.PERSON_KNOWN_ELSEWHERE);
        believed.forEach(enrolment -> enrolment.strike(history));
        reliances.forEach(reliance -> history.requires(
                believed.stream().allMatch(enrolment -> reliance.isKept(history, enrolment)),
                "registerId",
                reliance.broken()));
    }
}
