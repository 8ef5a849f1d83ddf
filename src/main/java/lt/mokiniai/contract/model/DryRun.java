package lt.mokiniai.contract.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Tells rule by rule what would become of a request under a set of contracts (docs/contracts.md, 'Four checks'). It looks at
 * no student, so it cannot tell what the register alone would find: a wrong personal code, a code that no list has.
 */
public final class DryRun {

    /** What is asked of a request, in this order. */
    public enum Rule {
        /** The client header names the party. */
        CLIENT,
        /** There is such an operation, and all that name it agree. */
        OPERATION,
        /** The party has a contract in force for this subsystem. */
        CONTRACT,
        /** The contract grants the operation. */
        GRANT,
        /** The headers that the grant requires are there. */
        HEADERS,
        /** The request conforms to its schema. */
        SCHEMA,
        /** It asks by what the grant names alone. */
        ASKS,
        /** It asks about no more students at once than the grant lets. */
        DELIVERY,
        /** It asks no further back than the grant reaches. */
        DEPTH
    }

    /** What a rule says. */
    public enum Result {
        /** The request may pass. */
        PASSED,
        /** The request is refused here. */
        REFUSED,
        /** A rule before it refuses. */
        NOT_REACHED
    }

    /**
     * A rule with what it says.
     *
     * @param rule which rule
     * @param result what it says
     * @param refusal how it refuses; there when the result is {@link Result#REFUSED}
     */
    public record Step(Rule rule, Result result, Optional<ExchangeException> refusal) {}

    /**
     * What would become of a request.
     *
     * @param steps every rule, in order
     * @param contract the contract under which it would be answered or refused, where one was found
     * @param grant the grant under which it would be answered; empty too for an operation that needs none
     */
    public record Outcome(List<Step> steps, Optional<Contract> contract, Optional<Grant> grant) {

        /** Tells whether no rule refuses. */
        public boolean isAllowed() {
            return refusal().isEmpty();
        }

        /** The refusal that would be answered. */
        public Optional<ExchangeException> refusal() {
            return steps.stream().flatMap(step -> step.refusal().stream()).findFirst();
        }
    }

    private final ContractSet contracts;
    private final Party party;
    private final Caller caller;
    private final Instant now;

    private @Nullable Rule refusing;
    private @Nullable ExchangeException refusal;
    private @Nullable Admission admission;

    private DryRun(ContractSet contracts, Party party, Caller caller, Instant now) {
        this.contracts = contracts;
        this.party = party;
        this.caller = caller;
        this.now = now;
    }

    /**
     * Asks every rule, until one refuses.
     *
     * @param contracts the set under which it would be answered
     * @param party who would have signed
     * @param caller who would ask, by the headers
     * @param now when it would be received
     * @param request the Body's element
     * @param operation finds the operation; refuses with {@code MR-107} or {@code MR-108}
     * @param checks gives the schema check of an operation
     */
    public static Outcome of(
            ContractSet contracts,
            Party party,
            Caller caller,
            Instant now,
            Element request,
            Supplier<PublishedOperation> operation,
            Function<PublishedOperation, SchemaCheck> checks) {
        DryRun run = new DryRun(contracts, party, caller, now);
        try {
            run.ask(request, operation, checks);
        } catch (ExchangeException refused) {
            run.refusal = refused;
        }
        return run.outcome();
    }

    /** The checks themselves are asked, so that a dry run and an exchange cannot disagree. */
    private void ask(
            Element request, Supplier<PublishedOperation> operation, Function<PublishedOperation, SchemaCheck> checks) {
        refusing = Rule.CLIENT;
        contracts.checkClient(party, caller);
        refusing = Rule.OPERATION;
        PublishedOperation asked = operation.get();
        if (asked.isGrantable()) {
            refusing = Rule.CONTRACT;
            admission = contracts.admit(party, caller, asked.name(), now);
        }
        refusing = Rule.SCHEMA;
        checks.apply(asked).check(request);
        if (admission != null) {
            RequestFilter asking = admission.requestFilter();
            refusing = Rule.ASKS;
            asking.checkItems(request);
            refusing = Rule.DELIVERY;
            asking.checkDelivery(request);
            refusing = Rule.DEPTH;
            asking.checkDepth(request, now);
        }
        refusing = null;
    }

    private Outcome outcome() {
        Optional<ExchangeException> refused = Optional.ofNullable(refusal);
        Rule at = refused.map(this::ruleOf).orElse(null);
        List<Step> steps = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            if (at == null || rule.compareTo(at) < 0) {
                steps.add(new Step(rule, Result.PASSED, Optional.empty()));
            } else if (rule == at) {
                steps.add(new Step(rule, Result.REFUSED, refused));
            } else {
                steps.add(new Step(rule, Result.NOT_REACHED, Optional.empty()));
            }
        }
        Optional<Admission> under = Optional.ofNullable(admission);
        return new Outcome(
                List.copyOf(steps),
                under.map(Admission::contract)
                        .or(() -> refused.flatMap(ExchangeException::contract).flatMap(this::named)),
                under.map(Admission::grant));
    }

    /** Admission asks three rules in one; its refusal tells which of them refused. */
    private Rule ruleOf(ExchangeException refused) {
        return switch (refused.error()) {
            case OPERATION_NOT_GRANTED -> Rule.GRANT;
            case USER_ID_MISSING, ISSUE_MISSING -> Rule.HEADERS;
            default -> Objects.requireNonNull(refusing);
        };
    }

    private Optional<Contract> named(String id) {
        return contracts.all().stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst();
    }
}
