package lt.mokiniai.exchange.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.schema.PublishedOperation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What is known of one message so far: each check looks at what those before it found, and adds what it finds. An entry
 * point fills in the first part, who sent what; it does not matter here by which means it proved that.
 */
public final class CheckedMessage {

    private final RawRequest raw;
    private final ContractSet contracts;
    private final Instant receivedAt;
    private @Nullable Document document;
    private @Nullable Proof proof;
    private @Nullable Element header;
    private @Nullable Element request;
    private @Nullable Party party;
    private @Nullable XRoadHeaders headers;
    private @Nullable PublishedOperation operation;
    private @Nullable Judgement judgement;
    private @Nullable Admission admission;
    private @Nullable PublishedOperation toldAgain;
    private boolean mayWait;

    /** Gives the message of the exchange that is being answered. */
    @FunctionalInterface
    public interface Current extends Supplier<CheckedMessage> {}

    /**
     * Begins with what nobody has looked at yet.
     *
     * @param contracts the set under which the message is judged to the end
     * @param receivedAt by the register's clock
     */
    public CheckedMessage(RawRequest raw, ContractSet contracts, Instant receivedAt) {
        this.raw = raw;
        this.contracts = contracts;
        this.receivedAt = receivedAt;
    }

    /** The message as it came. */
    public RawRequest raw() {
        return raw;
    }

    /** The contracts under which it is judged. */
    public ContractSet contracts() {
        return contracts;
    }

    /** When it was received. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Keeps what was read of its bytes. */
    public CheckedMessage readAs(Document envelope) {
        document = envelope;
        return this;
    }

    /** What was read of its bytes. */
    public Document document() {
        return Objects.requireNonNull(document);
    }

    /** Keeps what proves who sent it. */
    public CheckedMessage provenBy(Proof found) {
        proof = found;
        return this;
    }

    /** What proves who sent it; empty until that is proven. */
    public Optional<Proof> proof() {
        return Optional.ofNullable(proof);
    }

    /** Keeps the two parts that are read of it: the {@code soap:Header}, and the one element of the Body. */
    public CheckedMessage saying(Element soapHeader, Element body) {
        header = soapHeader;
        request = body;
        return this;
    }

    /** The {@code soap:Header}. */
    public Element header() {
        return Objects.requireNonNull(header);
    }

    /** The Body's element. */
    public Element request() {
        return Objects.requireNonNull(request);
    }

    /** Keeps whose certificate it is. */
    public CheckedMessage of(Party sender) {
        party = sender;
        return this;
    }

    /** Who sent it; empty until that is known. */
    public Optional<Party> party() {
        return Optional.ofNullable(party);
    }

    /** Keeps what its X-Road headers say. */
    public CheckedMessage calledBy(XRoadHeaders read) {
        headers = read;
        return this;
    }

    /** Its X-Road headers; empty until they are read. */
    public Optional<XRoadHeaders> headers() {
        return Optional.ofNullable(headers);
    }

    /** How the register sees the party that asks, once its sender and its headers are known. */
    public Connection connection() {
        return new Connection(
                party().orElseThrow(), headers().orElseThrow().caller(), proof().orElseThrow(), receivedAt, contracts);
    }

    /** Keeps which operation it asks. */
    public CheckedMessage asking(PublishedOperation asked) {
        operation = asked;
        return this;
    }

    /** The operation that it asks; empty until it is found. */
    public Optional<PublishedOperation> operation() {
        return Optional.ofNullable(operation);
    }

    /** What the contracts say to it, found out once; nothing is refused by asking. */
    public Judgement judgement() {
        if (judgement == null) {
            judgement = Judgement.of(this);
        }
        return judgement;
    }

    /** Keeps that it is admitted, where its operation needs a contract. */
    public void admit() {
        admission = judgement().admitted().orElse(null);
    }

    /** Under which grant it is admitted; empty until it is, and for an operation that needs no contract. */
    public Optional<Admission> admission() {
        return Optional.ofNullable(admission);
    }

    /** Keeps whether its work may be given up to wait for another exchange. */
    public void mayWait(boolean may) {
        mayWait = may;
    }

    /** Tells whether its work may be given up to wait for another exchange. */
    public boolean mayWait() {
        return mayWait;
    }

    /**
     * Keeps that its answer holds that of another exchange, told again.
     *
     * @param operation that of the other exchange
     * @param under what is granted of it today; nothing where it needs no contract
     */
    public void tellingAgain(PublishedOperation operation, Optional<Admission> under) {
        toldAgain = operation;
        admission = under.orElse(null);
    }

    /** The operation of the exchange whose answer is told again; empty for all other messages. */
    public Optional<PublishedOperation> toldAgain() {
        return Optional.ofNullable(toldAgain);
    }
}
