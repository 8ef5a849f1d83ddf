package lt.mokiniai.contract;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.Scope;

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
     * @param pseudonyms gives the contract's pseudonym of a pupil, by register id
     */
    public Scope newScope(UnaryOperator<String> pseudonyms) {
        return new Scope(
                grant.fields(),
                grant.population(),
                grant.reach().on(today),
                grant.restrictions(),
                grant.largestBatch(),
                pseudonyms);
    }

    /** The gate that the answer leaves through. */
    public Gate gate() {
        return new Gate(grant.operation().answer(), grant.answer());
    }

    /** What the request may ask by. */
    public Asking asking() {
        return new Asking(grant);
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
