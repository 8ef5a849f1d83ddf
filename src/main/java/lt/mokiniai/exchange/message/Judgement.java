package lt.mokiniai.exchange.message;

import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;

/**
 * What the contracts say to a message. It is asked before a connection of the database is taken, since it says how much
 * the message takes of the database; a refusal is thrown at its stage, after the guard against replays.
 *
 * @param admitted under which grant; empty for an operation that needs no contract, too
 * @param refused why not
 */
public record Judgement(Optional<Admission> admitted, Optional<ExchangeException> refused) {

    private static final Set<WayOfDelivery> SINGLE = Set.of(WayOfDelivery.SINGLE);

    /** Asks the contracts. */
    static Judgement of(CheckedMessage message) {
        OperationId operation = message.operation().orElseThrow().id();
        try {
            return new Judgement(
                    message.operation()
                            .filter(asked -> asked.isGrantable())
                            .map(asked -> message.contracts()
                                    .admit(
                                            message.party().orElseThrow(),
                                            message.headers().orElseThrow().caller(),
                                            operation,
                                            message.receivedAt())),
                    Optional.empty());
        } catch (ExchangeException refusal) {
            return new Judgement(Optional.empty(), Optional.of(refusal));
        }
    }

    /** Tells whether it is about a list, as the grant's ways of delivery say, and not about one student. */
    public boolean isOfAList() {
        return admitted.filter(admission -> !admission.grant().delivery().ways().equals(SINGLE))
                .isPresent();
    }

    /**
     * Refuses where the contracts refuse at that stage.
     *
     * @throws ExchangeException {@code MR-301} to {@code MR-305}
     */
    public void refuseAt(Stage stage) {
        refused.filter(refusal -> refusal.error().stage().orElseThrow() == stage)
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }
}
