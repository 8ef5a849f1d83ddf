package lt.mokiniai.intake.transport;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The header of a delivery as it stands in files and answers: the element {@code delivery} of the request that brings the same. */
@Component
public class DeliveryHeaders {

    /** The name of the element. */
    public static final String ELEMENT = "delivery";

    private final Map<String, SchemaCheck> schemas = new ConcurrentHashMap<>();

    /**
     * A header and which record of the delivery the first one behind it is.
     *
     * @param first from 1
     */
    public record Part(DeliveryHeader header, int first) {}

    /**
     * Reads a header.
     *
     * @param place of the file or answer
     * @throws NotDelivered {@code MR-S607} where it is not what the schema says
     */
    public Part read(SourceDescription<?> register, Element delivery, RecordPlace place) {
        Document request = XmlParsers.newDocument();
        Element root = request.createElementNS(register.namespace(), register.request());
        request.appendChild(root);
        root.appendChild(request.importNode(delivery, true));
        try {
            schemas.computeIfAbsent(register.schema(), schema -> SchemaCheck.of(schema, false))
                    .check(root);
        } catch (ExchangeException invalid) {
            throw TransportProblem.HEADER.refusal(place, invalid.problem().message());
        }
        Optional<DeliveryHeader.Kind> kind = Arrays.stream(DeliveryHeader.Kind.values())
                .filter(known -> known.name().equals(text(delivery, "kind").orElse("")))
                .findFirst();
        return new Part(
                new DeliveryHeader(
                        kind.orElseThrow(() -> TransportProblem.HEADER.refusal(place, ELEMENT + "/kind")),
                        text(delivery, "series").orElseThrow(),
                        number(delivery, "sequence").orElseThrow(),
                        Math.toIntExact(number(delivery, "records").orElseThrow())),
                Math.toIntExact(number(delivery, "first").orElse(1L)));
    }

    private static Optional<String> text(Element delivery, String name) {
        return Elements.child(delivery, String.valueOf(delivery.getNamespaceURI()), name)
                .map(Element::getTextContent);
    }

    /** White space around a number is the schema's to take away. */
    private static Optional<Long> number(Element delivery, String name) {
        return text(delivery, name).map(String::strip).map(Long::valueOf);
    }
}
