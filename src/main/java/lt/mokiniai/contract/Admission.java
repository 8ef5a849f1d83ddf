package lt.mokiniai.contract;

import java.time.LocalDate;
import lt.mokiniai.kernel.Scope;

/** An exchange is admitted: under which grant of which contract, and what that allows. */
public final class Admission {

    private final Contract contract;
    private final Contract.Grant grant;
    private final LocalDate today;

    Admission(Contract contract, Contract.Grant grant, LocalDate today) {
        this.contract = contract;
        this.grant = grant;
        this.today = today;
    }

    /** Gives the scope to answer within: a new one at each call. */
    public Scope newScope() {
        return grant.scopeOn(today);
    }

    /** The gate that the answer leaves through. */
    public Gate gate() {
        return new Gate(grant.answer());
    }

    /** The contract's id, such as {@code MR-2026-014}. */
    public String contractId() {
        return contract.id();
    }

    /** The contract's version. */
    public String contractVersion() {
        return contract.version();
    }

    /** SHA-256 of the contract's file, lower hex. */
    public String contractDigest() {
        return contract.digest();
    }

    /** The granted operation, {@code students/v1/getStudent}. */
    public String grant() {
        return grant.name();
    }
}
