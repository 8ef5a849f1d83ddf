package lt.mokiniai.exchange.outcomes;

import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.checks.UsageAccounting;
import lt.mokiniai.exchange.evidence.LoggedExchange.Unsealed;
import lt.mokiniai.exchange.evidence.SentMessage;
import lt.mokiniai.exchange.evidence.originals.Original;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.wsdl.contracts.GetOutcomeResponse;
import lt.mokiniai.wsdl.contracts.MessageOutcome;
import org.springframework.stereotype.Component;

/**
 * Tells what became of a message (getOutcome). What it tells of one that is over stays so: a message that did not come is
 * refused when it comes. An answer that is told again counts as any other: a message of the quota, a look at each student.
 */
@Component
public class Outcomes {

    private final CheckedMessage.Current current;
    private final CurrentScope scope;
    private final GrantedToday granted;
    private final PublishedOperations operations;
    private final UsageAccounting usage;
    private final OutcomeProperties properties;
    private final MessagesOfParty messages;

    Outcomes(
            CheckedMessage.Current current,
            CurrentScope scope,
            GrantedToday granted,
            PublishedOperations operations,
            UsageAccounting usage,
            OutcomeProperties properties,
            MessagesOfParty messages) {
        this.current = current;
        this.scope = scope;
        this.granted = granted;
        this.operations = operations;
        this.usage = usage;
        this.properties = properties;
        this.messages = messages;
    }

    /**
     * Tells what became of a message of the party that asks, or that was sent for it.
     *
     * @param id its X-Road id
     * @param sender the subsystem that sent it for the party that asks; where none is named, it is that which asks
     * @throws ExchangeException {@code MR-304} or {@code MR-305} when a header is missing that its contract requires, {@code
     *     MR-307} or {@code MR-308} when the quota of messages is used up
     */
    public GetOutcomeResponse of(String id, Optional<String> sender) {
        CheckedMessage asking = current.get();
        Connection connection = asking.connection();
        Optional<SentMessage> asked = messages.askedBy(connection, id, sender.map(XRoadId::parse));
        if (asked.isEmpty()) {
            return OutcomeAnswer.of(MessageOutcome.NOT_RECEIVED);
        }
        SentMessage message = asked.get();
        if (sender.isEmpty() && id.equals(connection.caller().messageId())) {
            // The one that asks.
            return OutcomeAnswer.of(MessageOutcome.IN_PROGRESS);
        }
        return messages.originalOf(message, asking)
                .map(found -> found.isOpen()
                        ? OutcomeAnswer.of(MessageOutcome.IN_PROGRESS)
                        : found.isInterrupted() ? OutcomeAnswer.interrupted(found) : told(found, asking))
                .orElseGet(() ->
                        OutcomeAnswer.of(asking.mayWait() ? MessageOutcome.NOT_RECEIVED : MessageOutcome.IN_PROGRESS));
    }

    private GetOutcomeResponse told(Original original, CheckedMessage asking) {
        Optional<PublishedOperation> operation = original.operation().flatMap(operations::find);
        boolean needsLeave = original.tellsOfTheRegister();
        boolean isTold = MessagesOfParty.isToldTo(asking.connection(), original);
        Optional<Admission> admission = operation
                .filter(same -> isTold)
                .filter(PublishedOperation::isGrantable)
                .filter(same -> needsLeave)
                .flatMap(same -> granted.admission(asking, original));
        admission.ifPresent(usage::takeAgain);
        Optional<Unsealed> given =
                needsLeave ? given(original, operation, admission, asking).filter(kept -> isTold) : original.kept();
        if (admission.isPresent()) {
            given.map(Unsealed::students).orElse(Set.of()).forEach(scope.get()::discloses);
        }
        operation.ifPresent(same -> asking.tellingAgain(same, admission));
        GetOutcomeResponse answer =
                original.isRefused() ? OutcomeAnswer.refused(original, given) : OutcomeAnswer.answered(given);
        OutcomeAnswer.name(answer, original);
        if (!original.isRefused()) {
            original.contract()
                    .map(under -> OutcomeAnswer.receipt(original, under, granted.editionOf(under)))
                    .ifPresent(answer::setReceipt);
        }
        return answer;
    }

    /**
     * Gives what may be told again, an answer or a refusal after a look at the register; an answer of getOutcome is asked for
     * by the id that it was about.
     */
    private Optional<Unsealed> given(
            Original original,
            Optional<PublishedOperation> operation,
            Optional<Admission> admission,
            CheckedMessage asking) {
        if (original.receivedAt().plus(properties.content()).isBefore(asking.receivedAt())
                || operation.isEmpty()
                || operation.get().equals(asking.operation().orElseThrow())) {
            return Optional.empty();
        }
        return original.kept()
                .filter(kept -> !operation.get().isGrantable()
                        || admission
                                .filter(today -> granted.covers(
                                        today,
                                        original,
                                        LoggedMessage.of(kept.request()).content()))
                                .isPresent());
    }
}
