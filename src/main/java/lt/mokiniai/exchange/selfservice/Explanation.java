package lt.mokiniai.exchange.selfservice;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.files.ContractCodeLists;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Wording;
import lt.mokiniai.exchange.checks.Outcome;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.wsdl.contracts.ExplainRequestResponse;
import lt.mokiniai.wsdl.contracts.QuotaState;
import lt.mokiniai.wsdl.contracts.RuleName;
import lt.mokiniai.wsdl.contracts.RuleOutcome;
import lt.mokiniai.wsdl.contracts.RuleResult;
import lt.mokiniai.wsdl.contracts.Verdict;
import lt.mokiniai.wsdl.types.BilingualText;

/** What is told of a request, in the words of the schema. */
final class Explanation {

    private Explanation() {}

    /**
     * Tells what the checks said.
     *
     * @param quota what is left of the quota of the grant, where one was found
     */
    static ExplainRequestResponse of(Outcome outcome, Optional<List<QuotaState>> quota) {
        ExplainRequestResponse told = new ExplainRequestResponse();
        outcome.steps().forEach(step -> told.getRule().add(rule(step)));
        told.setVerdict(outcome.isAllowed() ? Verdict.ALLOWED : Verdict.REFUSED);
        outcome.contract().ifPresent(contract -> name(told, contract));
        outcome.grant().ifPresent(grant -> show(told, grant));
        quota.ifPresent(told.getQuota()::addAll);
        return told;
    }

    private static RuleOutcome rule(Outcome.Step step) {
        RuleOutcome rule = new RuleOutcome();
        rule.setName(RuleName.valueOf(step.stage().name()));
        rule.setResult(RuleResult.valueOf(step.result().name()));
        step.refusal().ifPresent(refusal -> {
            rule.setCode(refusal.error().code());
            rule.setText(text(refusal));
            refusal.field().ifPresent(rule::setField);
        });
        return rule;
    }

    private static BilingualText text(ExchangeException refusal) {
        // Whether a certificate that is not the calling party's is another's is not told.
        return refusal.error() == ExchangeError.CERTIFICATE_OF_NO_PARTY
                ? Words.text(Messages.text("explanation.stranger"))
                : Words.text(
                        refusal.messageLt() + " " + refusal.error().remedy().lt(),
                        refusal.messageEn() + " " + refusal.error().remedy().en());
    }

    private static void name(ExplainRequestResponse told, Contract contract) {
        told.setContract(contract.id());
        told.setContractVersion(Integer.parseInt(contract.version()));
        told.setEdition(contract.edition());
    }

    private static void show(ExplainRequestResponse told, Grant grant) {
        told.setGrant(grant.id().toString());
        told.getItem().addAll(Words.items(grant.answer(), grant.answer().grantable()));
        told.setPopulation(Words.text(Wording.population(grant.coverage().population(), ContractCodeLists::named)));
    }
}
