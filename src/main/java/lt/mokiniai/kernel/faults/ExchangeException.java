package lt.mokiniai.kernel.faults;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * A message, a caller or a request is refused, for a reason of the catalogue, or for several at once. Like a
 * {@link Problem}, it carries no personal data.
 */
public final class ExchangeException extends RuntimeException {

    /** What is told besides what is wrong. */
    private record Circumstances(
            @Nullable String contract, @Nullable Instant freesAt, FaultCode faultCode) {}

    private final Problem problem;
    /** All that is wrong, where the message was looked at to its end; empty where the first thing wrong ended it. */
    private final List<Problem> all;

    private final Circumstances circumstances;

    private ExchangeException(
            Problem problem, List<Problem> all, Circumstances circumstances, @Nullable Throwable cause) {
        super(
                problem.error().code()
                        + (problem.particulars() == null
                                ? ""
                                : ": " + problem.particulars().en()),
                cause);
        this.problem = problem;
        this.all = all;
        this.circumstances = circumstances;
    }

    /** Gives the refusal for a reason. */
    public static ExchangeException of(ExchangeError error) {
        return of(new Problem(error, null, null), List.of());
    }

    /** Gives the refusal of a message in which several things may be wrong; the first gives it its code. */
    public static ExchangeException ofAll(List<Problem> problems) {
        return of(problems.get(0), List.copyOf(problems));
    }

    private static ExchangeException of(Problem problem, List<Problem> all) {
        FaultCode code = problem.error().isOurs() ? FaultCode.SERVER : FaultCode.CLIENT;
        return new ExchangeException(problem, all, new Circumstances(null, null, code), null);
    }

    /** Gives the same refusal that names the request field at fault, by its path. */
    public ExchangeException at(String path) {
        return with(new Problem(problem.error(), path, problem.particulars()));
    }

    /** Gives the same refusal under a contract, by its id. */
    public ExchangeException under(String contractId) {
        return with(new Circumstances(contractId, circumstances.freesAt, circumstances.faultCode));
    }

    /** Gives the same refusal with what fills the {@code {0}} of its text: the name of a part, limit or code list. */
    public ExchangeException naming(String what) {
        return naming(Text.same(what));
    }

    /** Gives the same refusal with what fills the {@code {0}} of its text where it is told in words of a language. */
    public ExchangeException naming(Text what) {
        return with(problem.naming(what));
    }

    /** Gives the same refusal with the time from which the same message is not refused for this reason any more. */
    public ExchangeException freeingAt(Instant when) {
        return with(new Circumstances(circumstances.contract, when, circumstances.faultCode));
    }

    /** Gives the same refusal with the fault code that SOAP 1.1 has for it where that is neither Client nor Server. */
    public ExchangeException as(FaultCode code) {
        return with(new Circumstances(circumstances.contract, circumstances.freesAt, code));
    }

    /** Gives the same refusal with the failure behind it, for the log of the operator only. */
    public ExchangeException because(Throwable cause) {
        return new ExchangeException(problem, all, circumstances, cause);
    }

    private ExchangeException with(Problem told) {
        return new ExchangeException(told, all, circumstances, getCause());
    }

    private ExchangeException with(Circumstances told) {
        return new ExchangeException(problem, all, told, getCause());
    }

    /** What is wrong; the first where there are several things. */
    public Problem problem() {
        return problem;
    }

    /** The reason; the first where there are several. */
    public ExchangeError error() {
        return problem.error();
    }

    /** All that is wrong with a message that was looked at to its end; nothing where the first thing wrong ended it. */
    public List<Problem> problems() {
        return all;
    }

    /** Whose fault it is, as SOAP 1.1 says it. */
    public FaultCode faultCode() {
        return circumstances.faultCode;
    }

    /** The path of the request field at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(problem.field());
    }

    /** The contract, where known. */
    public Optional<String> contract() {
        return Optional.ofNullable(circumstances.contract);
    }

    /** When the quota that refused frees again; nothing where waiting does not help. */
    public Optional<Instant> freesAt() {
        return Optional.ofNullable(circumstances.freesAt);
    }

    /** The text in Lithuanian. */
    public String messageLt() {
        return problem.message().lt();
    }

    /** The text in English. */
    public String messageEn() {
        return problem.message().en();
    }
}
