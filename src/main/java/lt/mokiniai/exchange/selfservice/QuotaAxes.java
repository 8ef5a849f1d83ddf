package lt.mokiniai.exchange.selfservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.exchange.quota.Deliveries;
import lt.mokiniai.exchange.quota.GrantId;
import lt.mokiniai.exchange.quota.Quotas;
import lt.mokiniai.exchange.quota.RemainingQuota;
import lt.mokiniai.exchange.quota.RemainingQuota.Axis;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.wsdl.contracts.ContractState;
import lt.mokiniai.wsdl.contracts.QuotaAxis;
import lt.mokiniai.wsdl.contracts.QuotaState;
import org.springframework.stereotype.Component;

/** What is left of the quotas of contracts, and of contracts for one delivery; nothing is taken from them. */
@Component
class QuotaAxes {

    private final Quotas quotas;
    private final Deliveries deliveries;

    QuotaAxes(Quotas quotas, Deliveries deliveries) {
        this.quotas = quotas;
        this.deliveries = deliveries;
    }

    /** Gives each axis of the quota of a grant that is bounded, with what is left of it. */
    List<QuotaState> of(Contract contract, Grant grant) {
        return states(quotas.left(
                new GrantId(contract.id(), grant.id()), grant.delivery().quota()));
    }

    /** Tells whether a contract is carried out at a moment; one for one delivery is not after it, under all its grants. */
    ContractState stateOf(Contract contract, Instant now) {
        return switch (contract.term().on(LocalDate.ofInstant(now, Dates.ZONE))) {
            case ENDED -> ContractState.ENDED;
            case NOT_YET -> ContractState.NOT_YET;
            case SUSPENDED -> ContractState.SUSPENDED;
            case IN_FORCE -> isSpent(contract) ? ContractState.SPENT : ContractState.IN_FORCE;
        };
    }

    private boolean isSpent(Contract contract) {
        return contract.kind() == Kind.REQUEST
                && contract.grants().stream().allMatch(grant -> isSpent(contract, grant));
    }

    private boolean isSpent(Contract contract, Grant grant) {
        try {
            deliveries.checkUnspent(
                    new GrantId(contract.id(), grant.id()), contract.students().size());
            return false;
        } catch (ExchangeException spent) {
            return true;
        }
    }

    private static List<QuotaState> states(RemainingQuota left) {
        List<QuotaState> states = new ArrayList<>();
        left.messagesThisMinute().ifPresent(axis -> states.add(state(QuotaAxis.MESSAGES_PER_MINUTE, axis)));
        left.messagesToday().ifPresent(axis -> states.add(state(QuotaAxis.MESSAGES_PER_DAY, axis)));
        left.studentsInAMessage().ifPresent(most -> states.add(state(QuotaAxis.STUDENTS_PER_MESSAGE, most, most)));
        left.studentsThisMonth().ifPresent(axis -> states.add(state(QuotaAxis.DISTINCT_STUDENTS_PER_MONTH, axis)));
        return states;
    }

    private static QuotaState state(QuotaAxis name, Axis axis) {
        QuotaState state = state(name, axis.limit(), axis.left());
        if (axis.left() < axis.limit()) {
            state.setFreesAt(axis.freesAt());
        }
        return state;
    }

    private static QuotaState state(QuotaAxis name, int limit, int left) {
        QuotaState state = new QuotaState();
        state.setAxis(name);
        state.setLimit(limit);
        state.setLeft(left);
        return state;
    }
}
