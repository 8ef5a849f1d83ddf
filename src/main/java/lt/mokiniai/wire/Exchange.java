package lt.mokiniai.wire;

import java.util.Objects;
import lt.mokiniai.contract.Admission;
import lt.mokiniai.contract.Party;
import lt.mokiniai.evidence.LogEntry;
import lt.mokiniai.security.VerifiedMessage;
import org.jspecify.annotations.Nullable;

/** What is known of one exchange so far; each gate that the message passes adds to it, and the log learns it too. */
final class Exchange {

    private final Question question;
    private final String receipt;
    private @Nullable LogEntry entry;
    private @Nullable VerifiedMessage message;
    private @Nullable Party party;

    Exchange(Question question, String receipt) {
        this.question = question;
        this.receipt = receipt;
    }

    Question question() {
        return question;
    }

    /** The number of the exchange: the receipt of an answer, the correlation id of a fault. */
    String receipt() {
        return receipt;
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
        entry().signedBy(signer.code(), message().thumbprint());
        return signer;
    }

    XRoadHeaders calledBy(XRoadHeaders headers) {
        entry().calledBy(headers.caller());
        return headers;
    }

    Operation asked(Operation operation) {
        entry().asked(operation.service() + "/" + operation.version(), operation.name());
        return operation;
    }

    Admission admitted(Admission admission) {
        entry().under(admission.contractId(), admission.contractVersion(), admission.contractDigest());
        return admission;
    }

    /** The kind of key that the answer is signed with: what the party's contract says, EC for one that has none. */
    String answerAlgorithm() {
        return party == null ? "EC" : party.answerAlgorithm();
    }
}
