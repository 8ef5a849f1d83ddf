package lt.mokiniai.exchange.selfservice;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.contract.model.Connection;
import lt.mokiniai.contract.model.DryRun;
import lt.mokiniai.contract.model.GivenMessage;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.wsdl.contracts.ExplainRequestResponse;
import lt.mokiniai.wsdl.contracts.RuleName;
import lt.mokiniai.wsdl.contracts.RuleResult;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Tells a party what would become of a request of its own, rule by rule. */
@Component
class Explanations {

    private final GivenMessage.Reader messages;
    private final QuotaAxes quotas;
    private final PublishedOperations published;
    /** By service, {@code students/v1}. */
    private final Map<String, SchemaCheck> checks = new ConcurrentHashMap<>();

    Explanations(GivenMessage.Reader messages, QuotaAxes quotas, PublishedOperations published) {
        this.messages = messages;
        this.quotas = quotas;
        this.published = published;
    }

    /** Explains what stands in a Body, with the headers of the message that asks. */
    ExplainRequestResponse ofRequest(Element request, Connection asking) {
        DryRun.Outcome outcome = DryRun.of(
                asking.contracts(),
                asking.party(),
                asking.caller(),
                asking.receivedAt(),
                request,
                () -> operationOf(request),
                this::checkOf);
        return explained(RuleResult.NOT_CHECKED, outcome);
    }

    /**
     * Explains a whole message. One that is signed with a certificate that others' contracts name is treated as one of a
     * certificate that no contract names: it tells nothing of who else has a contract.
     */
    ExplainRequestResponse ofMessage(byte[] bytes, Connection asking) {
        GivenMessage message;
        try {
            message = messages.read(bytes);
        } catch (ExchangeException refused) {
            if (refused.error() == ExchangeError.OVERLOADED) {
                // Says nothing of the message.
                throw refused;
            }
            return Explanation.unverified(refused);
        }
        try (message) {
            return ofVerified(message, asking);
        }
    }

    private ExplainRequestResponse ofVerified(GivenMessage message, Connection asking) {
        Optional<Party> signer = ownSigner(message, asking);
        if (signer.isEmpty()) {
            return Explanation.ofStranger();
        }
        Caller caller;
        try {
            caller = message.caller();
        } catch (ExchangeException refused) {
            return Explanation.refusedAt(RuleName.CLIENT, refused);
        }
        DryRun.Outcome outcome = DryRun.of(
                asking.contracts(),
                signer.get(),
                caller,
                asking.receivedAt(),
                message.request(),
                message::operation,
                this::checkOf);
        return explained(RuleResult.PASSED, outcome);
    }

    /** The party of the certificate, where all contracts that name it name the certificate of who asks too. */
    private static Optional<Party> ownSigner(GivenMessage message, Connection asking) {
        try {
            return Optional.of(asking.contracts().partyOf(message.signer()))
                    .filter(signer -> asking.party().contracts().containsAll(signer.contracts()));
        } catch (ExchangeException ofNoParty) {
            return Optional.empty();
        }
    }

    private ExplainRequestResponse explained(RuleResult verification, DryRun.Outcome outcome) {
        Optional<QuotaAxes.Rest> rest =
                outcome.contract().flatMap(contract -> outcome.grant().map(grant -> quotas.of(contract, grant)));
        return Explanation.of(verification, outcome, rest);
    }

    private PublishedOperation operationOf(Element request) {
        return published.all().stream()
                .filter(operation -> operation.operation().equals(request.getLocalName())
                        && operation.request().namespace().equals(request.getNamespaceURI()))
                .findFirst()
                .orElseThrow(() -> ExchangeException.of(ExchangeError.UNKNOWN_OPERATION));
    }

    private SchemaCheck checkOf(PublishedOperation operation) {
        return checks.computeIfAbsent(
                operation.service(),
                service -> SchemaCheck.of("wsdl/" + service + "/" + Words.service(operation) + ".xsd"));
    }
}
