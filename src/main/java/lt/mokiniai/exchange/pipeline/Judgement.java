package lt.mokiniai.exchange.pipeline;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.exchange.capacity.Kind;
import lt.mokiniai.kernel.ExchangeException;

/**
 * What the contracts say to a message. It is asked before a connection of the database is taken, since it says how much
 * the message takes of the database; a refusal is thrown at its place among the checks, after the guard against replays.
 *
 * @param admitted under which grant
 * @param refused why not
 */
record Judgement(Optional<Admission> admitted, Optional<ExchangeException> refused) {

    private static final Set<String> SINGLE = Set.of("single");

    static Judgement of(Supplier<Admission> contracts) {
        try {
            return new Judgement(Optional.of(contracts.get()), Optional.empty());
        } catch (ExchangeException refusal) {
            return new Judgement(Optional.empty(), Optional.of(refusal));
        }
    }

    /** The judgement about an operation that needs no contract. */
    static Judgement none() {
        return new Judgement(Optional.empty(), Optional.empty());
    }

    /** Whether it is about one student, or about a list as the grant's ways of delivery say. */
    Kind kind() {
        return admitted.filter(admission -> !admission.grant().ways().equals(SINGLE))
                .map(list -> Kind.LIST)
                .orElse(Kind.SINGLE);
    }

    /** @throws ExchangeException where it is not admitted */
    Admission admission() {
        refused.ifPresent(refusal -> {
            throw refusal;
        });
        return admitted.orElseThrow();
    }
}
