package lt.mokiniai.contract.model;

import java.time.LocalDate;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Reading;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.kernel.scope.Scope.Listing;
import lt.mokiniai.kernel.scope.StudentPseudonyms;
import lt.mokiniai.kernel.scope.Writing;
import org.w3c.dom.Element;

/** An exchange is admitted: under which grant of which contract, and what that allows. */
public final class Admission {

    private final Contract contract;
    private final Grant grant;
    private final ItemSources sources;
    private final LocalDate today;

    Admission(Contract contract, Grant grant, ItemSources sources, LocalDate today) {
        this.contract = contract;
        this.grant = grant;
        this.sources = sources;
        this.today = today;
    }

    /**
     * Gives the scope to answer within: a new one at each call.
     *
     * @param pseudonyms those of the contract
     * @param provenance where what the exchange writes comes from
     * @param request the element of the request
     */
    public Scope newScope(StudentPseudonyms pseudonyms, Provenance provenance, Element request) {
        Scope scope = new Scope(
                        grant.shown().fields(),
                        grant.coverage().population(),
                        grant.coverage().reach().on(today),
                        grant.coverage().restrictions(),
                        grant.delivery().largestBatch(),
                        pseudonyms,
                        listing())
                .actFor(contract.acting());
        return grant.operation().writes()
                ? scope.letWrite(new Writing(
                        provenance,
                        Fields.of(grant.writes()),
                        this::shownBy,
                        sources.ownersOf(
                                request,
                                grant.operation().request(),
                                contract.party().code(),
                                today)))
                : scope;
    }

    private Reading shownBy(OperationId operation) {
        return contract.grantOf(operation)
                .map(other -> new Reading(
                        other.shown().fields(),
                        other.coverage().reach().on(today),
                        other.coverage().restrictions()))
                .orElse(Reading.NONE);
    }

    /**
     * Lists that say who each student is can be joined by that; all others stand in an order that is the contract's own, so
     * that two lists of the same students do not join by place.
     */
    private Listing listing() {
        String boundTo = String.join(
                "|",
                contract.party().code(),
                contract.id(),
                contract.version(),
                grant.id().toString());
        return new Listing(!grant.tellsWho(), boundTo);
    }

    /**
     * Takes out of an answer what the grant does not hold.
     *
     * @throws IllegalStateException when it shows data of somebody and the scope recorded nobody; it must not be signed
     */
    public void narrow(Element answer, Scope scope) {
        ResponseFilter filter = new ResponseFilter(grant.operation().answer(), grant.answer());
        filter.narrow(answer);
        if (!scope.isAccountedFor() && filter.holdsRecord(answer)) {
            throw new IllegalStateException("the answer holds a record, and nobody was recorded as disclosed");
        }
    }

    /**
     * Tells whether what was answered under another grant of the same operation may be told under this one: it covers the
     * same students, as far back, and hides nothing that the other showed. Elements are not looked at, {@link #narrow} does.
     */
    public boolean covers(Grant other) {
        Grant.Coverage then = other.coverage();
        Grant.Coverage now = grant.coverage();
        return now.population().equals(then.population())
                && now.reach().on(today).covers(then.reach().on(today))
                && now.restrictions().containsAll(then.restrictions())
                && grant.shown().pseudonym() == other.shown().pseudonym();
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
        return grant.delivery().quota();
    }
}
