package lt.mokiniai.exchange.outcomes;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.Optional;
import lt.mokiniai.exchange.evidence.LoggedExchange.Unsealed;
import lt.mokiniai.exchange.evidence.originals.Original;
import lt.mokiniai.exchange.evidence.originals.Original.UnderContract;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.wsdl.contracts.GetOutcomeResponse;
import lt.mokiniai.wsdl.contracts.MessageOutcome;
import lt.mokiniai.wsdl.contracts.RetoldContent;
import lt.mokiniai.wsdl.types.BilingualText;
import lt.mokiniai.wsdl.types.Fault;
import lt.mokiniai.wsdl.types.ObjectFactory;
import lt.mokiniai.wsdl.types.Receipt;
import org.w3c.dom.Element;

/** What is told of a message, in the words of the schema. */
final class OutcomeAnswer {

    private static final JAXBContext TYPES = types();

    private OutcomeAnswer() {}

    static GetOutcomeResponse of(MessageOutcome outcome) {
        GetOutcomeResponse answer = new GetOutcomeResponse();
        answer.setOutcome(outcome);
        return answer;
    }

    /** The answer, where it is given. */
    static GetOutcomeResponse answered(Optional<Unsealed> given) {
        if (given.isEmpty()) {
            return of(MessageOutcome.CONTENT_NO_LONGER_GIVEN);
        }
        GetOutcomeResponse answer = of(MessageOutcome.ANSWERED);
        RetoldContent retold = new RetoldContent();
        retold.setAny(LoggedMessage.of(given.get().response()).content());
        answer.setContent(retold);
        return answer;
    }

    /**
     * The fault as it was told, where it is given. Of one that says nothing of the register, and cannot be read any more, what
     * the catalogue says of its code.
     */
    static GetOutcomeResponse refused(Original original, Optional<Unsealed> given) {
        GetOutcomeResponse answer = of(MessageOutcome.REFUSED);
        if (given.isPresent()) {
            answer.setFault(fault(LoggedMessage.of(given.get().response()).detail()));
        } else if (!original.tellsOfTheRegister()) {
            answer.setFault(fault(original));
        }
        return answer;
    }

    /** That no more of it will be done. What was done is told by whoever is asked for the rest. */
    static GetOutcomeResponse interrupted(Original original) {
        GetOutcomeResponse answer = of(MessageOutcome.INTERRUPTED);
        name(answer, original);
        return answer;
    }

    /** Says which exchange it was. */
    static void name(GetOutcomeResponse answer, Original original) {
        answer.setReceivedAt(original.receivedAt());
        answer.setNumber(original.receipt());
        original.operation().map(Object::toString).ifPresent(answer::setOperation);
    }

    static Receipt receipt(Original original, UnderContract under, int edition) {
        Receipt told = new Receipt();
        told.setContract(under.id());
        told.setContractVersion(under.version());
        told.setEdition(edition);
        told.setGrant(original.operation().orElseThrow().toString());
        told.setStudents(original.result().students());
        told.setNumber(original.receipt());
        original.acting().ifPresent(acting -> {
            told.setRepresented(acting.institution());
            told.setRepresentative(acting.client().toString());
        });
        return told;
    }

    private static Fault fault(Element told) {
        try {
            return TYPES.createUnmarshaller().unmarshal(told, Fault.class).getValue();
        } catch (JAXBException e) {
            throw new IllegalStateException("a fault of ours is unmarshalled", e);
        }
    }

    private static Fault fault(Original original) {
        String code = original.result().faultCode().orElseThrow();
        ExchangeError error = ExchangeError.of(code)
                .orElseThrow(() -> new IllegalStateException("a code of the catalogue stays: " + code));
        BilingualText message = new BilingualText();
        message.setLt(error.messageLt(null));
        message.setEn(error.messageEn(null));
        Fault fault = new Fault();
        fault.setCode(code);
        fault.setMessage(message);
        fault.setCorrelationId(original.receipt());
        fault.setRetryable(error.retryable());
        return fault;
    }

    private static JAXBContext types() {
        try {
            return JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the generated types do not bind", e);
        }
    }
}
