package lt.mokiniai.exchange.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lt.mokiniai.exchange.checks.Outcome.Result;
import lt.mokiniai.exchange.checks.Outcome.Step;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.exchange.parsing.EnvelopeReader;
import lt.mokiniai.exchange.parsing.Limits;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.platform.trust.RegisterKeys;

/**
 * The list of checks, in the order of their stages. Two stages have no check: the values of a request are checked by the
 * operation that reads them, the students of an answer when they are known ({@link UsageAccounting#students}).
 */
public final class Checks {

    /** Who may act for whom (docs/decisions/0044). */
    @FunctionalInterface
    public interface Representatives {

        /** Tells whether a subsystem may act for an institution at a time. */
        boolean mayAct(XRoadId client, LegalEntityCode institution, Instant at);
    }

    private final List<Check> list;

    private Checks(List<Check> checks) {
        this.list = checks.stream().sorted(Comparator.comparing(Check::stage)).toList();
    }

    /**
     * All checks that spend nothing. The service puts three of its own in their places: that of the entry point, the
     * guard against replays, one that takes from the quota.
     *
     * @param proof the check that proves who sent a message
     */
    public static Checks of(
            Check proof,
            EnvelopeReader envelopes,
            RegisterKeys keys,
            XRoadId register,
            Operations operations,
            UsageAccounting usage,
            Representatives representatives) {
        return new Checks(List.of(new TransportCheck(), new EnvelopeCheck(envelopes), proof, new PartyCheck(keys)))
                .with(ofContent(operations))
                .with(new ContractCheck(Optional.of(representatives)))
                .with(new RegisterCheck(register))
                .with(new QuotaCheck(usage::look));
    }

    /** That of the envelope, within the limits that a service has where nothing else is set. */
    public static Check ofEnvelope() {
        return new EnvelopeCheck(new EnvelopeReader(Limits.standard()));
    }

    /**
     * Those that need neither keys nor a database: of what a message says, under contracts. Whoever says that it acts for an
     * institution is believed.
     */
    public static Checks ofContent(Operations operations) {
        return new Checks(List.of(
                new XRoadCheck(),
                new ClientCheck(),
                new OperationCheck(operations),
                new ContractCheck(Optional.empty()),
                new AdmissionCheck(Stage.GRANT),
                new AdmissionCheck(Stage.HEADERS),
                new RequestSchemaCheck(operations),
                new AsksCheck(),
                new DeliveryCheck(),
                new DepthCheck()));
    }

    /** Gives the same list with a check put in, in the place of the one at its stage. */
    public Checks with(Check check) {
        return with(new Checks(List.of(check)));
    }

    private Checks with(Checks others) {
        List<Check> all =
                new ArrayList<>(only(stage -> others.list.stream().noneMatch(check -> check.stage() == stage)).list);
        all.addAll(others.list);
        return new Checks(all);
    }

    /** Gives those of some stages. */
    public Checks only(Predicate<Stage> stages) {
        return new Checks(
                list.stream().filter(check -> stages.test(check.stage())).toList());
    }

    /** Gives those before a stage. */
    public Checks before(Stage stage) {
        return only(other -> other.compareTo(stage) < 0);
    }

    /** Gives those from a stage on. */
    public Checks from(Stage stage) {
        return only(other -> other.compareTo(stage) >= 0);
    }

    /** The checks, in their order. */
    public List<Check> list() {
        return list;
    }

    /**
     * Runs each check, until one refuses.
     *
     * @throws ExchangeException of the check that refuses
     */
    public void run(CheckedMessage message) {
        list.forEach(check -> check.check(message));
    }

    /**
     * Tells what each check says, until one refuses.
     *
     * @throws ExchangeException that says nothing of the message: it cannot be looked at now
     */
    public Outcome report(CheckedMessage message) {
        try {
            run(message);
            return new Outcome(message, steps(message, Optional.empty()));
        } catch (ExchangeException refused) {
            if (refused.error().stage().isEmpty()) {
                throw refused;
            }
            return new Outcome(message, steps(message, Optional.of(refused)));
        }
    }

    private List<Step> steps(CheckedMessage message, Optional<ExchangeException> refusal) {
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            steps.add(step(message, stage, refusal));
        }
        return steps;
    }

    private Step step(CheckedMessage message, Stage stage, Optional<ExchangeException> refusal) {
        Optional<Stage> at = refusal.flatMap(refused -> refused.error().stage());
        if (at.equals(Optional.of(stage))) {
            return new Step(stage, Result.REFUSED, refusal);
        }
        return new Step(stage, resultOf(message, stage, at, refusal), Optional.empty());
    }

    private Result resultOf(
            CheckedMessage message, Stage stage, Optional<Stage> at, Optional<ExchangeException> refusal) {
        // Nobody computes with a key that anybody may have made.
        boolean isOfAStranger = stage == Stage.SIGNATURE
                && refusal.map(ExchangeException::error).equals(Optional.of(ExchangeError.CERTIFICATE_NOT_TRUSTED));
        if (isOfAStranger || list.stream().noneMatch(check -> check.covers(stage) && check.isWhole(message))) {
            return Result.NOT_RUN;
        }
        return at.filter(refusing -> refusing.compareTo(stage) < 0).isPresent() ? Result.NOT_REACHED : Result.PASSED;
    }
}
