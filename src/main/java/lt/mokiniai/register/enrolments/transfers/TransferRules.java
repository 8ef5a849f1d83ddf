package lt.mokiniai.register.enrolments.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.enrolments.transfers.Transfer.Asked;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.types.LearningContract;
import org.springframework.stereotype.Component;

/** Looks at a transfer that a school asks for, by the rules of an enrolment that would begin at once. */
@Component
class TransferRules {

    private final EnrolmentParts parts;
    private final EnrolmentRules rules;
    private final RequestedValues values;

    TransferRules(EnrolmentParts parts, EnrolmentRules rules, RequestedValues values) {
        this.parts = parts;
        this.rules = rules;
        this.values = values;
    }

    /** Gives what is known of the programme that a school asks for. */
    Offer offer(InstitutionCode institution, String programme) {
        return parts.offer(institution.value(), programme);
    }

    /** Gives what a request asks for; what is wrong with it is told to the history. */
    Asked asked(Change change, TransferStudent request, InstitutionCode institution, Offer offer) {
        History history = change.history();
        LocalDate from = request.getEnrolledFrom();
        StageContent first = parts.begun(change, offer, from, request.getStage());
        history.requires(
                request.getExpectedEnd() == null || !request.getExpectedEnd().isBefore(from),
                "expectedEnd",
                ExchangeError.ENDS_BEFORE_BEGINNING);
        LearningContract contract = new LearningContract();
        contract.setNumber(request.getLearningContract().getNumber());
        contract.setDate(request.getLearningContract().getDate());
        return new Asked(
                institution,
                request.getProgramme(),
                from,
                request.getExpectedEnd(),
                values.unit(history, request.getUnit(), "unit"),
                Objects.requireNonNull(values.contract(history, contract, null, "learningContract", Fields.NONE)),
                first);
    }

    /**
     * Gives the enrolment that would end: the student's only one in general education from the day before on. It says nothing of
     * where that is. It is looked at when all else holds, so that nobody asks for it by messages that would be refused.
     */
    Optional<RegisteredEnrolment> former(History history, Asked asked, Offer offer) {
        history.requireUnbroken();
        Term days = Term.since(asked.enrolledFrom());
        List<RegisteredEnrolment> present =
                offer.isGeneralEducation() ? rules.inGeneralEducation(history, days) : List.of();
        Optional<RegisteredEnrolment> former = present.stream().findFirst();
        Optional<Problem> problem = present.isEmpty()
                ? problem("person", ExchangeError.NOTHING_TO_TRANSFER)
                : present.stream().anyMatch(each -> each.institution().equals(asked.institution()))
                        ? problem("institution", ExchangeError.ALREADY_AT_THE_SCHOOL)
                        : present.size() > 1 || !isLeft(history, present.get(0), asked)
                                ? problem("enrolledFrom", ExchangeError.ENROLMENTS_OVERLAP)
                                : Optional.empty();
        problem.ifPresent(history::breaks);
        return problem.isPresent() ? Optional.empty() : former;
    }

    /** Whether the student learns there before the day on which the other enrolment begins. */
    private static boolean isLeft(History history, RegisteredEnrolment former, Asked asked) {
        return former.term(history).term().from().isBefore(asked.enrolledFrom());
    }

    private static Optional<Problem> problem(String field, ExchangeError error) {
        return Optional.of(Problem.at(field, error));
    }
}
