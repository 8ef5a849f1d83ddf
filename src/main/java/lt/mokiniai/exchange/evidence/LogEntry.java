package lt.mokiniai.exchange.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.OperationId;
import org.jspecify.annotations.Nullable;

/** What the log will say of one exchange; it learns more at each check that the message passes. */
public final class LogEntry {

    private final String receipt;
    private final Instant receivedAt;
    private final String keyMonth;
    private final byte[] request;
    private @Nullable String party;
    private @Nullable String certificate;
    private @Nullable String contractId;
    private @Nullable String contractVersion;
    private @Nullable String contractDigest;
    private @Nullable OperationId operation;
    private @Nullable Caller caller;
    private @Nullable String contractSet;
    private @Nullable Instant visibleFrom;
    private boolean accepted;

    LogEntry(String receipt, Instant receivedAt, String keyMonth, byte[] request) {
        this.receipt = receipt;
        this.receivedAt = receivedAt;
        this.keyMonth = keyMonth;
        this.request = request;
    }

    /** Says who signed, by the party's institution code and the certificate's SHA-256 thumbprint. */
    public void signedBy(String party, String certificate) {
        this.party = party;
        this.certificate = certificate;
    }

    /** Says what the X-Road headers tell of the caller. */
    public void calledBy(Caller caller) {
        this.caller = caller;
    }

    /** Says what was asked. */
    public void asked(OperationId operation) {
        this.operation = operation;
    }

    /** Says which contract a refusal is about, when it was not admitted under it. */
    public void concerning(String contractId) {
        this.contractId = contractId;
    }

    /** Says under which set of contracts, by its hash. */
    public void underSet(String hash) {
        contractSet = hash;
    }

    /** Says from when on the student sees it. */
    public void visibleFrom(Instant when) {
        visibleFrom = when;
    }

    /** Says under which contract, and by which digest its file can be found. */
    public void under(String contractId, String contractVersion, String contractDigest) {
        this.contractId = contractId;
        this.contractVersion = contractVersion;
        this.contractDigest = contractDigest;
    }

    /** The number of the exchange. */
    public String receipt() {
        return receipt;
    }

    /** When its message was received. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The month by whose key its messages are kept. */
    public String keyMonth() {
        return keyMonth;
    }

    /** The message, byte for byte. */
    public byte[] request() {
        return request;
    }

    /** Who signed, by the institution code; nothing where the sender is not known. */
    public Optional<String> party() {
        return Optional.ofNullable(party);
    }

    Optional<String> certificate() {
        return Optional.ofNullable(certificate);
    }

    Optional<String> contractId() {
        return Optional.ofNullable(contractId);
    }

    Optional<String> contractVersion() {
        return Optional.ofNullable(contractVersion);
    }

    Optional<String> contractDigest() {
        return Optional.ofNullable(contractDigest);
    }

    Optional<String> contractSet() {
        return Optional.ofNullable(contractSet);
    }

    Optional<Instant> visibleFrom() {
        return Optional.ofNullable(visibleFrom);
    }

    Optional<OperationId> operation() {
        return Optional.ofNullable(operation);
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** The message passed the replay guard. */
    void accept() {
        accepted = true;
    }

    boolean isAccepted() {
        return accepted;
    }

    /** Which message it is; party and id are under the signature. Nothing where the sender or the headers are not known. */
    Optional<SentMessage> message() {
        return party().flatMap(who -> caller().map(from -> new SentMessage(who, from.client(), from.messageId())));
    }

    /**
     * What an exchange came to.
     *
     * @param response the answer or fault; nothing where none was given yet
     * @param students the register ids of those that it tells about
     */
    record Ending(
            LoggedExchange.Outcome outcome,
            @Nullable String faultCode,
            byte @Nullable [] response,
            Set<String> students) {}
}
