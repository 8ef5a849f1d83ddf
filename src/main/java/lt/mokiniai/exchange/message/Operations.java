package lt.mokiniai.exchange.message;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.w3c.dom.Element;

/** Finds the operation that a message asks, and what checks its requests. */
public final class Operations {

    private final PublishedOperations published;
    private final Map<ServiceId, SchemaCheck> schemas = new ConcurrentHashMap<>();

    /** @param published all operations */
    public Operations(PublishedOperations published) {
        this.published = published;
    }

    /**
     * Finds the operation on which the address, the SOAPAction, the service header and the Body's element agree (design,
     * the same name, exactly). What is not there yet is not asked: an address, a SOAPAction, a header.
     *
     * @throws ExchangeException {@code MR-108} or {@code MR-107}
     */
    public PublishedOperation askedBy(CheckedMessage message) {
        RawRequest raw = message.raw();
        Element request = message.request();
        PublishedOperation asked = published.all().stream()
                .filter(operation ->
                        raw.path().map(operation.service().toString()::equals).orElse(true)
                                && operation.operation().equals(request.getLocalName())
                                && operation.request().namespace().equals(request.getNamespaceURI()))
                .findFirst()
                .orElseThrow(() -> ExchangeException.of(ExchangeError.UNKNOWN_OPERATION));
        boolean isCalledSo = message.headers()
                .flatMap(XRoadHeaders::service)
                .map(header -> header.code().equals(asked.operation())
                        && header.version()
                                .map(asked.service().version()::equals)
                                .orElse(true))
                .orElse(true);
        String action = asked.request().namespace() + "/" + asked.operation();
        if (!isCalledSo || !(raw.soapAction().isEmpty() || raw.soapAction().equals(action))) {
            throw ExchangeException.of(ExchangeError.OPERATION_MISMATCH);
        }
        return asked;
    }

    /** Gives what checks the requests of a service; it is compiled once. */
    public SchemaCheck schemaOf(ServiceId service) {
        return schemas.computeIfAbsent(service, asked -> SchemaCheck.of(asked.schema(), isOpen(asked)));
    }

    private boolean isOpen(ServiceId service) {
        return published.all().stream()
                .filter(operation -> operation.service().equals(service))
                .anyMatch(operation -> isOpen(operation.request()));
    }

    private static boolean isOpen(SchemaTree element) {
        return element.isOpen() || element.children().values().stream().anyMatch(Operations::isOpen);
    }
}
