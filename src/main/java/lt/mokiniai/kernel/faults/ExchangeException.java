package lt.mokiniai.kernel.faults;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * A message, a caller or a request is refused, for a reason of the catalogue. It carries no personal data: a field is
 * named by its path, never by its value, and {@code particulars} hold only names of parts, limits and codes.
 */
public final class ExchangeException extends RuntimeException {

    private final ExchangeError error;
    private final @Nullable String field;
    private final @Nullable String contract;
    private final @Nullable Text particulars;
    private final @Nullable Instant freesAt;
    private final FaultCode faultCode;

    private ExchangeException(
            ExchangeError error,
            @Nullable String field,
            @Nullable String contract,
            @Nullable Text particulars,
            @Nullable Instant freesAt,
            FaultCode faultCode,
            @Nullable Throwable cause) {
        super(error.code() + (particulars == null ? "" : ": " + particulars.en()), cause);
        this.error = error;
        this.field = field;
        this.contract = contract;
        this.particulars = particulars;
        this.freesAt = freesAt;
        this.faultCode = faultCode;
    }

    /** Gives the refusal for a reason. */
    public static ExchangeException of(ExchangeError error) {
        return new ExchangeException(
                error, null, null, null, null, error.isOurs() ? FaultCode.SERVER : FaultCode.CLIENT, null);
    }

    /** Gives the same refusal that names the request field at fault, by its path. */
    public ExchangeException at(String path) {
        return new ExchangeException(error, path, contract, particulars, freesAt, faultCode, getCause());
    }

    /** Gives the same refusal under a contract, by its id. */
    public ExchangeException under(String contractId) {
        return new ExchangeException(error, field, contractId, particulars, freesAt, faultCode, getCause());
    }

    /** Gives the same refusal with what fills the {@code {0}} of its text: the name of a part, limit or code list. */
    public ExchangeException naming(String what) {
        return naming(Text.same(what));
    }

    /** Gives the same refusal with what fills the {@code {0}} of its text where it is told in words of a language. */
    public ExchangeException naming(Text what) {
        return new ExchangeException(error, field, contract, what, freesAt, faultCode, getCause());
    }

    /** Gives the same refusal with the time from which the same message is not refused for this reason any more. */
    public ExchangeException freeingAt(Instant when) {
        return new ExchangeException(error, field, contract, particulars, when, faultCode, getCause());
    }

    /** Gives the same refusal with the fault code that SOAP 1.1 has for it where that is neither Client nor Server. */
    public ExchangeException as(FaultCode code) {
        return new ExchangeException(error, field, contract, particulars, freesAt, code, getCause());
    }

    /** Gives the same refusal with the failure behind it, for the log of the operator only. */
    public ExchangeException because(Throwable cause) {
        return new ExchangeException(error, field, contract, particulars, freesAt, faultCode, cause);
    }

    /** The reason. */
    public ExchangeError error() {
        return error;
    }

    /** Whose fault it is, as SOAP 1.1 says it. */
    public FaultCode faultCode() {
        return faultCode;
    }

    /** The path of the request field at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The contract, where known. */
    public Optional<String> contract() {
        return Optional.ofNullable(contract);
    }

    /** When the quota that refused frees again; nothing where waiting does not help. */
    public Optional<Instant> freesAt() {
        return Optional.ofNullable(freesAt);
    }

    /** The text in Lithuanian. */
    public String messageLt() {
        return error.messageLt(particulars == null ? null : particulars.lt());
    }

    /** The text in English. */
    public String messageEn() {
        return error.messageEn(particulars == null ? null : particulars.en());
    }
}
