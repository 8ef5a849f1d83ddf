package lt.mokiniai.wire;

import lt.mokiniai.contract.Admission;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.quota.Deliveries;
import lt.mokiniai.quota.GrantId;
import lt.mokiniai.quota.Quotas;
import org.springframework.stereotype.Component;

/** Counts what is asked under a grant, and what its answers tell (contracts.md, 'quota' and the kind 'request'). */
@Component
class Metering {

    private final Quotas quotas;
    private final Deliveries deliveries;

    Metering(Quotas quotas, Deliveries deliveries) {
        this.quotas = quotas;
        this.deliveries = deliveries;
    }

    /**
     * Counts a message before it is answered.
     *
     * @throws Refusal {@code MR-307}, {@code MR-308} or {@code MR-311}
     */
    void message(Admission admission) {
        Contract contract = admission.contract();
        if (contract.kind() == Contract.Kind.REQUEST) {
            deliveries.checkUnspent(grantOf(admission), contract.pupils().size());
        }
        quotas.takeMessage(grantOf(admission), admission.quota());
    }

    /**
     * Counts the pupils that an answer tells about, before it leaves.
     *
     * @param scope what the answer was given within
     * @throws Refusal {@code MR-309}, {@code MR-310} or {@code MR-311}
     */
    void pupils(Admission admission, String receipt, Scope scope) {
        if (admission.contract().kind() == Contract.Kind.REQUEST) {
            deliveries.deliver(grantOf(admission), receipt, scope.pupils());
        }
        quotas.tellAbout(grantOf(admission), admission.quota(), receipt, scope.asked(), scope.pupils());
    }

    private static GrantId grantOf(Admission admission) {
        return new GrantId(admission.contract().id(), admission.grant().name());
    }
}
