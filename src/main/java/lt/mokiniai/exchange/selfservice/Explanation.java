package lt.mokiniai.exchange.selfservice;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.DryRun;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Wording;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.kernel.Messages;
import lt.mokiniai.wsdl.contracts.ExplainRequestResponse;
import lt.mokiniai.wsdl.contracts.RuleName;
import lt.mokiniai.wsdl.contracts.RuleOutcome;
import lt.mokiniai.wsdl.contracts.RuleResult;
import lt.mokiniai.wsdl.contracts.Verdict;
import lt.mokiniai.wsdl.types.BilingualText;

/** What is told of a request, in the words of the schema. */
final class Explanation {

    /** A check asks all of these at once, before it knows whose message it is. */
    private static final List<RuleName> VERIFICATION =
            List.of(RuleName.MESSAGE, RuleName.SIGNATURE, RuleName.CERTIFICATE);

    private Explanation() {}

    /**
     * Tells what a dry run said.
     *
     * @param verification what is said of the rules before those of the dry run
     * @param rest what is left of the quota of the grant, where one was found
     */
    static ExplainRequestResponse of(RuleResult verification, DryRun.Outcome outcome, Optional<QuotaAxes.Rest> rest) {
        ExplainRequestResponse told = new ExplainRequestResponse();
        VERIFICATION.forEach(name -> told.getRule().add(rule(name, verification)));
        outcome.steps()
                .forEach(step -> told.getRule()
                        .add(step.refusal()
                                .map(refusal ->
                                        refused(RuleName.valueOf(step.rule().name()), refusal))
                                .orElseGet(() -> rule(
                                        RuleName.valueOf(step.rule().name()),
                                        RuleResult.valueOf(step.result().name())))));
        Optional<ExchangeException> spent =
                rest.flatMap(QuotaAxes.Rest::refusal).filter(refusal -> outcome.isAllowed());
        RuleResult quota = outcome.isAllowed() ? RuleResult.PASSED : RuleResult.NOT_REACHED;
        told.getRule()
                .add(spent.map(refusal -> refused(RuleName.QUOTA, refusal))
                        .orElseGet(() -> rule(RuleName.QUOTA, quota)));
        told.setVerdict(outcome.isAllowed() && spent.isEmpty() ? Verdict.ALLOWED : Verdict.REFUSED);
        outcome.contract().ifPresent(contract -> name(told, contract));
        outcome.grant().ifPresent(grant -> show(told, grant));
        rest.ifPresent(left -> told.getQuota().addAll(left.states()));
        return told;
    }

    /** Tells that a message cannot be read or its signer cannot be believed. */
    static ExplainRequestResponse unverified(ExchangeException refusal) {
        RuleName at = switch (refusal.error()) {
            case NOT_XML, NOT_SOAP, LIMIT, FOREIGN_HEADER -> RuleName.MESSAGE;
            case CERTIFICATE_NOT_TRUSTED, CERTIFICATE_REVOKED, CERTIFICATE_EXPIRED, REVOCATION_UNKNOWN ->
                RuleName.CERTIFICATE;
            default -> RuleName.SIGNATURE;
        };
        ExplainRequestResponse told = refusedAt(at, refusal);
        if (refusal.error() == ExchangeError.CERTIFICATE_NOT_TRUSTED) {
            // Nobody computes with a key that anybody may have made.
            told.getRule().get(VERIFICATION.indexOf(RuleName.SIGNATURE)).setResult(RuleResult.NOT_CHECKED);
        }
        return told;
    }

    /** Tells that the certificate is not the asking party's; whether it is another's is not told. */
    static ExplainRequestResponse ofStranger() {
        ExplainRequestResponse told =
                refusedAt(RuleName.CERTIFICATE, ExchangeException.of(ExchangeError.CERTIFICATE_OF_NO_PARTY));
        told.getRule()
                .get(VERIFICATION.indexOf(RuleName.CERTIFICATE))
                .setText(Words.text(Messages.text("explanation.stranger")));
        return told;
    }

    /** Tells that a rule refuses: those before it let the message pass, those after it are not asked. */
    static ExplainRequestResponse refusedAt(RuleName at, ExchangeException refusal) {
        ExplainRequestResponse told = new ExplainRequestResponse();
        told.setVerdict(Verdict.REFUSED);
        for (RuleName name : RuleName.values()) {
            int order = name.compareTo(at);
            told.getRule()
                    .add(
                            order == 0
                                    ? refused(name, refusal)
                                    : rule(name, order < 0 ? RuleResult.PASSED : RuleResult.NOT_REACHED));
        }
        return told;
    }

    private static RuleOutcome refused(RuleName name, ExchangeException refusal) {
        RuleOutcome rule = rule(name, RuleResult.REFUSED);
        BilingualText text = Words.text(
                refusal.messageLt(),
                refusal.messageEn() + " " + refusal.error().remedy().en());
        rule.setCode(refusal.error().code());
        rule.setText(text);
        refusal.field().ifPresent(rule::setField);
        return rule;
    }

    private static RuleOutcome rule(RuleName name, RuleResult result) {
        RuleOutcome rule = new RuleOutcome();
        rule.setName(name);
        rule.setResult(result);
        return rule;
    }

    private static void name(ExplainRequestResponse told, Contract contract) {
        told.setContract(contract.id());
        told.setContractVersion(Integer.parseInt(contract.version()));
        told.setEdition(contract.edition());
    }

    private static void show(ExplainRequestResponse told, Grant grant) {
        told.setGrant(grant.name());
        told.getItem().addAll(Words.items(grant.answer(), grant.answer().grantable()));
        told.setPopulation(Words.text(Wording.population(grant.population())));
    }
}
