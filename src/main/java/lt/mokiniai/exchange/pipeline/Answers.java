package lt.mokiniai.exchange.pipeline;

import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.exchange.checks.UsageAccounting;
import lt.mokiniai.exchange.keys.Pseudonyms;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes what goes back, whole but for what proves whose it is. */
@Component
class Answers {

    private final EditionFilters filters;
    private final UsageAccounting usage;
    private final Pseudonyms pseudonyms;

    Answers(EditionFilters filters, UsageAccounting usage, Pseudonyms pseudonyms) {
        this.filters = filters;
        this.usage = usage;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Counts a message before it is answered.
     *
     * @throws ExchangeException {@code MR-307}, {@code MR-308} or {@code MR-311}
     */
    void take(Admission admission) {
        usage.take(admission);
    }

    /** The scope that a message is answered within: what its contract admits. */
    Scope scopeOf(Exchange exchange) {
        return exchange.checked()
                .admission()
                .map(admission -> admission.newScope(
                        pseudonyms.under(admission.contract().id()),
                        exchange.provenanceUnder(admission.contract()),
                        exchange.checked().request()))
                .orElseGet(Scope::none);
    }

    /** Gives the answer to a message that passed every check before its work: through its filter, counted. */
    ResponseEnvelope of(Exchange exchange, Scope scope, Channel channel) {
        ResponseEnvelope answer = narrowed(exchange, scope, channel.answer(exchange.checked(), scope));
        count(exchange, scope);
        return headed(answer, exchange, scope);
    }

    /** Gives the answer to a message whose students were counted before: through its filter. */
    ResponseEnvelope of(Exchange exchange, Scope scope, Document given) {
        return headed(narrowed(exchange, scope, given), exchange, scope);
    }

    /** Counts the students that the answer to a message tells about. */
    void count(Exchange exchange, Scope scope) {
        CheckedMessage message = exchange.checked();
        message.admission().ifPresent(admission -> {
            if (message.toldAgain().isPresent()) {
                usage.studentsAgain(admission, exchange.receipt(), scope);
            } else {
                usage.students(admission, exchange.receipt(), scope);
            }
        });
    }

    private ResponseEnvelope narrowed(Exchange exchange, Scope scope, Document given) {
        CheckedMessage message = exchange.checked();
        ResponseEnvelope answer = ResponseEnvelope.of(given);
        PublishedOperation asked = message.operation().orElseThrow();
        message.toldAgain()
                .ifPresentOrElse(
                        told -> filters.of(asked, exchange.edition())
                                .around(within -> narrow(within, told, exchange, scope))
                                .narrow(answer.content()),
                        () -> narrow(answer.content(), asked, exchange, scope));
        return answer;
    }

    private ResponseEnvelope headed(ResponseEnvelope answer, Exchange exchange, Scope scope) {
        CheckedMessage message = exchange.checked();
        answer.repeating(message.header()).hashing(message.raw().bytes());
        message.admission()
                .ifPresent(admission -> answer.receipting(
                        exchange.receiptOf(admission, scope), filters.of("receipt", exchange.edition())));
        return answer;
    }

    private void narrow(Element answer, PublishedOperation operation, Exchange exchange, Scope scope) {
        exchange.checked()
                .admission()
                .ifPresentOrElse(
                        admission -> admission.narrow(answer, scope),
                        () -> filters.of(operation, exchange.edition()).narrow(answer));
    }

    /** Gives the fault that tells a refusal, as far as its edition has it. */
    ResponseEnvelope refusing(Exchange exchange, ExchangeException refusal) {
        return ResponseEnvelope.refusing(refusal, exchange.receipt())
                .detailedThrough(filters.of("fault", exchange.edition()));
    }
}
