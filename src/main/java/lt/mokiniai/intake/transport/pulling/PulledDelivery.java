package lt.mokiniai.intake.transport.pulling;

import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.DeliveryHeaders;
import lt.mokiniai.intake.transport.DeliveryHeaders.Part;
import lt.mokiniai.intake.transport.IncomingDeliveries;
import lt.mokiniai.intake.transport.IncomingDeliveries.Incoming;
import lt.mokiniai.intake.transport.ReceivedRecords;
import lt.mokiniai.intake.transport.SupplyContracts;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Asks a source for one delivery, part by part, and gives it to the register. */
@Component
class PulledDelivery {

    private final SupplyContracts contracts;
    private final DeliveryHeaders headers;
    private final IncomingDeliveries incoming;
    private final RecordXml xml;

    PulledDelivery(SupplyContracts contracts, DeliveryHeaders headers, IncomingDeliveries incoming, RecordXml xml) {
        this.contracts = contracts;
        this.headers = headers;
        this.incoming = incoming;
        this.xml = xml;
    }

    /**
     * Asks for a delivery.
     *
     * @param receipt of the row in the message log
     * @return nothing where the source has none
     * @throws lt.mokiniai.intake.transport.NotDelivered when an answer is not taken
     */
    <R> Optional<Delivered> pull(
            SourceRegister<R> register,
            SourceAdapter source,
            SourceQuestion question,
            String receipt,
            Consumer<Finding> findings) {
        return source.ask(question).map(first -> {
            Part begun = part(question, first);
            Incoming<R> delivery =
                    new Incoming<>(register, begun.header(), question.contract(), Way.PULL, receipt, question.place());
            return incoming.receive(delivery, received -> parts(delivery, source, question, first, received), findings);
        });
    }

    private <R> void parts(
            Incoming<R> delivery,
            SourceAdapter source,
            SourceQuestion question,
            SourceAnswer first,
            ReceivedRecords<R> received) {
        SourceAnswer answer = first;
        int told = 0;
        while (true) {
            for (Element record : answer.records()) {
                told++;
                received.add(
                        xml.read(delivery.register(), record),
                        new RecordPlace(question.place().file(), told));
            }
            if (told == delivery.header().records()) {
                return;
            }
            SourceQuestion next = question.from(told + 1);
            if (answer.records().isEmpty() || told > delivery.header().records()) {
                throw TransportProblem.RECORD_COUNT.refusal(
                        next.place(), delivery.header().records(), told);
            }
            answer = source.ask(next)
                    .orElseThrow(() -> TransportProblem.NOT_THERE.refusal(
                            next.place(), delivery.header().named()));
            if (!part(next, answer).header().equals(delivery.header())) {
                throw TransportProblem.OTHER_HEADER.refusal(next.place());
            }
        }
    }

    /** Demands that it is an answer of the supplier to this question: yesterday's delivery is none. */
    private Part part(SourceQuestion question, SourceAnswer answer) {
        RecordPlace place = question.place();
        contracts.requireSupplier(question.register().name(), Way.PULL, answer.signer(), place);
        Part part = headers.read(question.register(), answer.delivery(), place);
        DeliveryHeader header = part.header();
        boolean isAsked = question.delivery()
                .map(asked -> asked.series().equals(header.series()) && asked.sequence() == header.sequence())
                .orElse(header.kind() == DeliveryHeader.Kind.FULL);
        if (!isAsked || part.first() != question.first()) {
            throw TransportProblem.OTHER_DELIVERY.refusal(
                    place, question.delivery().map(Object::toString).orElse("FULL"), header.named());
        }
        if (answer.records().size() > DeliveryIntake.MOST) {
            throw TransportProblem.OTHER_ANSWER.refusal(place);
        }
        return part;
    }
}
