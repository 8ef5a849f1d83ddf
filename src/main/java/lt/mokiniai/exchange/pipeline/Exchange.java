package lt.mokiniai.exchange.pipeline;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.Connection;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.evidence.LogEntry;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.wsdl.types.Receipt;
import org.jspecify.annotations.Nullable;

/** What is known of one exchange so far; each check that the message passes adds to it, and the log learns it too. */
final class Exchange {

    private final RawRequest question;
    private final String receipt;
    private final long startedAt = System.nanoTime();
    private byte @Nullable [] answer;
    private @Nullable LogEntry entry;
    private @Nullable VerifiedMessage message;
    private @Nullable Party party;
    private @Nullable Caller caller;
    private @Nullable ContractSet set;
    private int edition = Integer.MAX_VALUE;

    Exchange(RawRequest question, String receipt) {
        this.question = question;
        this.receipt = receipt;
    }

    RawRequest question() {
        return question;
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
    }

    boolean isBegun() {
        return entry != null;
    }

    LogEntry entry() {
        return Objects.requireNonNull(entry);
    }

    VerifiedMessage verified(VerifiedMessage verified) {
        message = verified;
        return verified;
    }

    boolean isVerified() {
        return message != null;
    }

    VerifiedMessage message() {
        return Objects.requireNonNull(message);
    }

    Party signedBy(Party signer) {
        party = signer;
        edition = Objects.requireNonNull(set).editionOf(signer);
        entry().signedBy(signer.code(), message().thumbprint());
        return signer;
    }

    XRoadHeaders calledBy(XRoadHeaders headers) {
        caller = headers.caller();
        entry().calledBy(headers.caller());
        return headers;
    }

    Operation asked(Operation operation) {
        entry().asked(operation.published().service(), operation.name());
        return operation;
    }

    ContractSet under(ContractSet contracts) {
        set = contracts;
        entry().underSet(contracts.hash());
        return contracts;
    }

    Admission admitted(Admission admission) {
        Contract contract = admission.contract();
        edition = contract.edition();
        entry().under(contract.id(), contract.version(), contract.digest());
        entry().visibleFrom(entry().receivedAt().plus(admission.grant().visibleAfterDays(), ChronoUnit.DAYS));
        return admission;
    }

    /**
     * The edition of the data items that what goes back is of: that of the contract, or where none is found the newest of
     * the party's. Who is not known has signed nothing, and is told what the newest edition holds.
     */
    int edition() {
        return edition;
    }

    /** What an answer is told under, and about how many students. */
    Receipt receiptOf(Admission admission, Scope scope) {
        Receipt told = new Receipt();
        told.setContract(admission.contract().id());
        told.setContractVersion(admission.contract().version());
        told.setEdition(admission.contract().edition());
        told.setGrant(admission.grant().name());
        told.setPupils(scope.students().size());
        told.setNumber(receipt);
        return told;
    }

    /** How the register sees the party that asks. */
    Connection connection() {
        return new Connection(
                Objects.requireNonNull(party),
                Objects.requireNonNull(caller),
                message().signer(),
                message().createdAt(),
                message().judgedAt(),
                message().signatureMethod(),
                message().digestMethods(),
                message().keyReference().name(),
                entry().receivedAt(),
                Objects.requireNonNull(set));
    }

    /** The kind of key that the answer is signed with: what the party's contract says, EC for one that has none. */
    String answerAlgorithm() {
        return party == null ? "EC" : party.answerAlgorithm();
    }
}
