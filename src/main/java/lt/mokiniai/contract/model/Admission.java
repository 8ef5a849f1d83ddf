package lt.mokiniai.contract.model;

import java.time.LocalDate;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.kernel.Scope.Listing;
import lt.mokiniai.kernel.StudentPseudonyms;

/** An exchange is admitted: under which grant of which contract, and what that allows. */
public final class Admission {

    private final Contract contract;
    private final Grant grant;
    private final LocalDate today;

    Admission(Contract contract, Grant grant, LocalDate today) {
        this.contract = contract;
        this.grant = grant;
        this.today = today;
    }

    /**
     * Gives the scope to answer within: a new one at each call.
     *
     * @param pseudonyms those of the contract
     */
    public Scope newScope(StudentPseudonyms pseudonyms) {
        return new Scope(
                grant.fields(),
                grant.population(),
                grant.reach().on(today),
                grant.restrictions(),
                grant.largestBatch(),
                pseudonyms,
                listing());
    }

    /**
     * Lists that say who each student is can be joined by that; all others stand in an order that is the contract's own, so
     * that two lists of the same students do not join by place.
     */
    private Listing listing() {
        String boundTo = String.join("|", contract.party().code(), contract.id(), contract.version(), grant.name());
        return new Listing(!grant.tellsWho(), boundTo);
    }

    /** The filter that the answer leaves through. */
    public ResponseFilter responseFilter() {
        return new ResponseFilter(grant.operation().answer(), grant.answer());
    }

    /** What the request may ask by. */
    public RequestFilter requestFilter() {
        return new RequestFilter(grant);
    }

    /** The contract. */
    public Contract contract() {
        return contract;
    }

    /** The grant. */
    public Grant grant() {
        return grant;
    }

    /** How much may be asked. */
    public Quota quota() {
        return grant.quota();
    }
}
