package lt.mokiniai.exchange.selfservice;

import java.util.Optional;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.checks.Outcome;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.wsdl.contracts.ExplainRequestResponse;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Tells a party what would become of a request of its own, check by check. */
@Component
class Explanations {

    private final Checks ofContent;
    private final Checks ofMessage;
    private final ParsingBudget budget;
    private final QuotaAxes quotas;

    Explanations(Checks checks, ParsingBudget budget, QuotaAxes quotas) {
        this.ofContent = checks.from(Stage.CLIENT);
        // It is not sent yet, so it has no transport.
        this.ofMessage = checks.from(Stage.MESSAGE);
        this.budget = budget;
        this.quotas = quotas;
    }

    /** Explains what stands in a Body, with the headers of the message that asks. */
    ExplainRequestResponse ofRequest(Element request, Connection asking) {
        CheckedMessage message = unsent(new byte[0], asking)
                .of(asking.party())
                .calledBy(new XRoadHeaders(asking.caller(), Optional.empty()))
                .saying(request, request);
        return explained(ofContent.report(message));
    }

    /**
     * Explains a whole message. One that is signed with a certificate that others' contracts name is treated as one of a
     * certificate that no contract names: it tells nothing of who else has a contract.
     */
    ExplainRequestResponse ofMessage(byte[] bytes, Connection asking) {
        Reservation room =
                budget.reserve(bytes.length).orElseThrow(() -> ExchangeException.of(ExchangeError.OVERLOADED));
        try (room) {
            return explained(ofMessage.with(new OwnPartyCheck(asking)).report(unsent(bytes, asking)));
        }
    }

    private static CheckedMessage unsent(byte[] bytes, Connection asking) {
        return new CheckedMessage(RawRequest.unsent(bytes), asking.contracts(), asking.receivedAt());
    }

    private ExplainRequestResponse explained(Outcome outcome) {
        return Explanation.of(
                outcome,
                outcome.contract().flatMap(contract -> outcome.grant().map(grant -> quotas.of(contract, grant))));
    }

    /** The certificate is of the party that asks: all contracts that name it name the certificate of who asks too. */
    private record OwnPartyCheck(Connection asking) implements Check {

        @Override
        public Stage stage() {
            return Stage.PARTY;
        }

        @Override
        public void check(CheckedMessage message) {
            Party signer =
                    message.contracts().partyOf(message.proof().orElseThrow().certificate());
            if (!asking.party().contracts().containsAll(signer.contracts())) {
                throw ExchangeException.of(ExchangeError.CERTIFICATE_OF_NO_PARTY);
            }
            message.of(signer);
        }
    }
}
