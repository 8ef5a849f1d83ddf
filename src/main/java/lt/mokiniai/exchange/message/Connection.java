package lt.mokiniai.exchange.message;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.kernel.Caller;

/**
 * How the register sees the party that is asking.
 *
 * @param party who sent the message
 * @param caller who asks, by the headers
 * @param proof what proves the party
 * @param receivedAt when the message was received
 * @param contracts the set under which the message is answered
 */
public record Connection(Party party, Caller caller, Proof proof, Instant receivedAt, ContractSet contracts) {

    /** The contracts that it asks under: its own, or that of the institution that it acts for. */
    public List<Contract> contractsOfCaller() {
        return contracts.under(party, caller, receivedAt);
    }

    /** Tells whether one of them is for the subsystem that asks. */
    public boolean isForCaller(Contract contract) {
        return caller.represented().isPresent() || contract.party().is(caller.client());
    }

    /** Gives the connection of the exchange that is being answered. */
    @FunctionalInterface
    public interface Current extends Supplier<Connection> {}
}
