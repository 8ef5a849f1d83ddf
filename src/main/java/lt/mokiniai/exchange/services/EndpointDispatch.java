package lt.mokiniai.exchange.services;

import jakarta.xml.bind.JAXBContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Calls the endpoint that a verified Body asks: the Body's element is unmarshalled, the operation of that name is called,
 * and what it gives is marshalled into an envelope. Nothing else reads the message or writes the answer.
 */
@Component
public class EndpointDispatch implements CurrentScope {

    /** What an endpoint can ask of the exchange that it answers. */
    private record Call(CheckedMessage message, Scope scope) {}

    /**
     * An operation of an endpoint. Its request is one element, and so is its answer (WSDL 1.1, section 3.5, literal).
     *
     * @param endpoint whose method it is
     * @param method which takes the request and gives the answer
     * @param binding of the classes of its service
     */
    private record Operation(Object endpoint, Method method, Binding binding) {}

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    private final Map<QName, Operation> operations = new ConcurrentHashMap<>();

    /** Gives the endpoint's answer, an envelope with a Body and no headers; throws what the endpoint threw. */
    public Document answer(CheckedMessage message, Scope scope) {
        Element request = message.request();
        Operation operation = Objects.requireNonNull(
                operations.get(new QName(request.getNamespaceURI(), request.getLocalName())),
                "the check of the operation knows it");
        CURRENT.set(new Call(message, scope));
        try {
            Object asked =
                    operation.binding().unmarshalled(request, operation.method().getParameterTypes()[0]);
            return operation.binding().enveloped(operation.method().invoke(operation.endpoint(), asked));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the endpoint did not answer", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the method of an interface is public", e);
        } finally {
            CURRENT.remove();
        }
    }

    /**
     * Makes an operation known.
     *
     * @param endpoint who answers it
     * @param method of its service's interface, named as the operation is
     * @param namespace of its service
     * @param classes that requests and answers of its service are bound to
     */
    void add(Object endpoint, Method method, String namespace, JAXBContext classes) {
        operations.put(
                new QName(namespace, method.getName()),
                new Operation(endpoint, method, new Binding(namespace, classes)));
    }

    @Override
    public Scope get() {
        return call().scope;
    }

    /** Gives the connection of the exchange that is being answered. */
    Connection connection() {
        return message().connection();
    }

    /** Gives the message of the exchange that is being answered. */
    CheckedMessage message() {
        return call().message;
    }

    private static Call call() {
        return Objects.requireNonNull(CURRENT.get(), "an endpoint was called outside an exchange");
    }
}
