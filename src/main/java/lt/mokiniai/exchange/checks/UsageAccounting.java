package lt.mokiniai.exchange.checks;

import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.exchange.quota.Deliveries;
import lt.mokiniai.exchange.quota.GrantId;
import lt.mokiniai.exchange.quota.Quotas;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import org.springframework.stereotype.Component;

/** Counts what is asked under a grant, and what its answers tell (docs/contracts.md, 'Reading the example'). */
@Component
public class UsageAccounting {

    private final Quotas quotas;
    private final Deliveries deliveries;

    UsageAccounting(Quotas quotas, Deliveries deliveries) {
        this.quotas = quotas;
        this.deliveries = deliveries;
    }

    /**
     * Counts a message before it is answered.
     *
     * @throws ExchangeException {@code MR-307}, {@code MR-308} or {@code MR-311}
     */
    public void take(Admission admission) {
        checkUnspent(admission);
        takeAgain(admission);
    }

    /**
     * Counts a message whose answer tells again what another message was answered: what a contract for one delivery has
     * delivered may be told again.
     *
     * @throws ExchangeException {@code MR-307} or {@code MR-308}
     */
    public void takeAgain(Admission admission) {
        quotas.takeMessage(grantOf(admission), admission.quota());
    }

    /** Throws what {@link #take} would throw now, and counts nothing. */
    public void look(Admission admission) {
        checkUnspent(admission);
        GrantId grant = grantOf(admission);
        quotas.left(grant, admission.quota()).refusal(grant).ifPresent(spent -> {
            throw spent;
        });
    }

    private void checkUnspent(Admission admission) {
        Contract contract = admission.contract();
        if (contract.kind() == Contract.Kind.REQUEST) {
            deliveries.checkUnspent(grantOf(admission), contract.students().size());
        }
    }

    /**
     * Counts the students that an answer, or a refusal, tells about, before it leaves.
     *
     * @param scope what it was given within
     * @throws ExchangeException {@code MR-309}, {@code MR-310} or {@code MR-311}
     */
    public void students(Admission admission, String receipt, Scope scope) {
        if (admission.contract().kind() == Contract.Kind.REQUEST) {
            deliveries.deliver(grantOf(admission), receipt, scope.students());
        }
        studentsAgain(admission, receipt, scope);
    }

    /**
     * Counts the students that an answer tells about again.
     *
     * @throws ExchangeException {@code MR-309} or {@code MR-310}
     */
    public void studentsAgain(Admission admission, String receipt, Scope scope) {
        quotas.requireOfMessage(grantOf(admission), admission.quota(), scope.studentsOfMessage());
        quotas.tellAbout(grantOf(admission), admission.quota(), receipt, scope.asked(), scope.students());
    }

    private static GrantId grantOf(Admission admission) {
        return new GrantId(admission.contract().id(), admission.grant().id());
    }
}
