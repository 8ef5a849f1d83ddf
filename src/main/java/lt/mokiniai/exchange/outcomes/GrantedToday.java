package lt.mokiniai.exchange.outcomes;

import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.exchange.evidence.originals.Original;
import lt.mokiniai.exchange.evidence.originals.Original.UnderContract;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * What of an answer is granted when it is told again. Its elements are narrowed to the grant of today; whether its students
 * are covered still cannot be seen in it, so it is told only while the grant covers what it covered then. Only the contract
 * that it was given under counts: another has another purpose, and other pseudonyms.
 */
@Component
class GrantedToday {

    /** A contract that is not in force any more, or does not grant the operation. */
    private static final Set<ExchangeError> NOT_GRANTED = Set.of(
            ExchangeError.NO_CONTRACT,
            ExchangeError.CONTRACT_NOT_IN_FORCE,
            ExchangeError.OPERATION_NOT_GRANTED,
            ExchangeError.NOT_REPRESENTED,
            ExchangeError.OPERATION_NOT_REPRESENTED);

    private final ActiveContracts contracts;

    GrantedToday(ActiveContracts contracts) {
        this.contracts = contracts;
    }

    /**
     * Gives the grant under which an answer may be told again.
     *
     * @throws ExchangeException {@code MR-304} or {@code MR-305} when the message that asks lacks a header that it requires
     */
    Optional<Admission> admission(CheckedMessage asking, Original original) {
        Connection who = asking.connection();
        try {
            return original.contract()
                    .flatMap(under -> original.operation()
                            .map(operation ->
                                    who.contracts().admit(who.party(), who.caller(), operation, who.receivedAt()))
                            .filter(today -> today.contract().id().equals(under.id())));
        } catch (ExchangeException refusal) {
            if (NOT_GRANTED.contains(refusal.error())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Tells whether a grant covers still what an answer was given within, and lets it be asked as it was asked. */
    boolean covers(Admission today, Original original, Element request) {
        OperationId operation = today.grant().id();
        return original.contract()
                .flatMap(this::textOf)
                .flatMap(then -> then.grantOf(operation))
                .filter(today::covers)
                .filter(then -> isAskable(today, original, request))
                .isPresent();
    }

    private static boolean isAskable(Admission today, Original original, Element request) {
        try {
            if (!today.grant().operation().writes()) {
                today.requestFilter().checkItems(request);
            }
            today.requestFilter().checkDelivery(request);
            today.requestFilter().checkDepth(request, original.receivedAt());
            return true;
        } catch (ExchangeException notToday) {
            return false;
        }
    }

    /** The edition of the data items that the text of a contract was written for. */
    int editionOf(UnderContract under) {
        return textOf(under)
                .map(Contract::edition)
                .orElseThrow(() -> new IllegalStateException("the text of a contract that was in force is kept"));
    }

    private Optional<Contract> textOf(UnderContract under) {
        return contracts.current().all().stream()
                .filter(contract -> contract.digest().equals(under.digest()))
                .findFirst()
                .or(() -> contracts.earlier(under.digest()));
    }
}
