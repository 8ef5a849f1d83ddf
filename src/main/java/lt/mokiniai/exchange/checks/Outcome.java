package lt.mokiniai.exchange.checks;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;

/**
 * What the checks said of a message that is not answered.
 *
 * @param message the message, with what was found out about it
 * @param steps every stage, in order
 */
public record Outcome(CheckedMessage message, List<Step> steps) {

    /** What is said of a stage. */
    public enum Result {
        /** The message may pass. */
        PASSED,
        /** The message is refused here. */
        REFUSED,
        /** A check before it refuses. */
        NOT_REACHED,
        /** It cannot be run here: it may refuse the message when it is sent. */
        NOT_RUN
    }

    /**
     * A stage with what is said of it.
     *
     * @param refusal how the message is refused; there when the result is {@link Result#REFUSED}
     */
    public record Step(Stage stage, Result result, Optional<ExchangeException> refusal) {}

    /** Keeps its own copy. */
    public Outcome {
        steps = List.copyOf(steps);
    }

    /** Tells whether no check that was run refuses. */
    public boolean isAllowed() {
        return refusal().isEmpty();
    }

    /** The refusal that would be answered. */
    public Optional<ExchangeException> refusal() {
        return steps.stream().flatMap(step -> step.refusal().stream()).findFirst();
    }

    /** The contract under which it would be answered or refused, where one was found. */
    public Optional<Contract> contract() {
        return message.admission()
                .map(Admission::contract)
                .or(() -> refusal()
                        .flatMap(ExchangeException::contract)
                        .flatMap(id -> message.contracts().all().stream()
                                .filter(contract -> contract.id().equals(id))
                                .findFirst()));
    }

    /** The grant under which it would be answered; empty too for an operation that needs none. */
    public Optional<Grant> grant() {
        return message.admission().map(Admission::grant);
    }
}
