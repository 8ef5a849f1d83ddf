package lt.mokiniai.exchange.pipeline;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.exchange.evidence.LogEntry;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.wsdl.types.Receipt;
import org.jspecify.annotations.Nullable;

/** One exchange: its message as the checks see it, what the log will say of it, and what it came to. */
final class Exchange {

    private final CheckedMessage checked;
    private final String receipt;
    private final long startedAt = System.nanoTime();
    private byte @Nullable [] answer;
    private @Nullable LogEntry entry;
    private @Nullable Scope scope;
    private boolean open;

    Exchange(CheckedMessage checked, String receipt) {
        this.checked = checked;
        this.receipt = receipt;
    }

    /** What the checks have found out so far. */
    CheckedMessage checked() {
        return checked;
    }

    /** The number of the exchange: the receipt of an answer, the correlation id of a fault. */
    String receipt() {
        return receipt;
    }

    /** How long ago the message was received. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Keeps the answer until it is known that its row stands. */
    byte[] answered(byte[] bytes) {
        answer = bytes;
        return bytes;
    }

    /** The answer whose row was written in the transaction of the work. */
    byte[] answer() {
        return Objects.requireNonNull(answer);
    }

    void begin(LogEntry begun) {
        entry = begun;
        begun.underSet(checked.contracts().hash());
    }

    boolean isBegun() {
        return entry != null;
    }

    /** Keeps that it does its work in parts, and has begun with them. */
    void open() {
        open = true;
    }

    /** Tells whether parts of its work may be done already. */
    boolean isOpen() {
        return open;
    }

    /** The log entry, which says all that the checks have found out by now. */
    LogEntry entry() {
        LogEntry known = Objects.requireNonNull(entry);
        checked.party()
                .ifPresent(party -> known.signedBy(
                        party.code(), checked.proof().orElseThrow().thumbprint()));
        checked.headers().ifPresent(headers -> known.calledBy(headers.caller()));
        checked.operation().ifPresent(asked -> known.asked(asked.id()));
        checked.admission().ifPresent(admission -> {
            Contract contract = admission.contract();
            known.under(contract.id(), contract.version(), contract.digest());
            known.visibleFrom(
                    known.receivedAt().plus(admission.grant().conditions().visibleAfterDays(), ChronoUnit.DAYS));
        });
        return known;
    }

    /** Answers within a scope, and gives it. */
    Scope within(Scope answered) {
        scope = answered;
        return answered;
    }

    /**
     * Gives what the exchange looked at, where a refusal tells of it: that of an operation that writes, once it looked at
     * values of the register. What is refused before says nothing of any student, and so does a failure.
     */
    Optional<Scope> toldBy(ExchangeException refusal) {
        return Optional.ofNullable(scope)
                .filter(Scope::writes)
                .filter(looked -> refusal.error().stage().equals(Optional.of(Stage.VALUES)));
    }

    /**
     * The edition of the data items that what goes back is of: that of the contract, or where none is found the newest of
     * the party's. Who is not known has signed nothing, and is told what the newest edition holds.
     */
    int edition() {
        return checked.admission()
                .map(admission -> admission.contract().edition())
                .or(() -> checked.party().map(checked.contracts()::editionOf))
                .orElse(Integer.MAX_VALUE);
    }

    /** Where what it writes under a contract comes from. */
    Provenance provenanceUnder(Contract contract) {
        return new Provenance(
                receipt,
                checked.operation().orElseThrow().id().toString(),
                checked.party().orElseThrow().code(),
                contract.party().code(),
                checked.headers().orElseThrow().caller().userId());
    }

    /** What an answer is told under, and about how many students. */
    Receipt receiptOf(Admission admission, Scope scope) {
        Receipt told = new Receipt();
        told.setContract(admission.contract().id());
        told.setContractVersion(admission.contract().version());
        told.setEdition(admission.contract().edition());
        told.setGrant(admission.grant().id().toString());
        told.setStudents(scope.students().size());
        told.setNumber(receipt);
        Caller caller = checked.headers().orElseThrow().caller();
        caller.institution().ifPresent(institution -> {
            told.setRepresented(institution);
            told.setRepresentative(caller.client().toString());
        });
        return told;
    }
}
