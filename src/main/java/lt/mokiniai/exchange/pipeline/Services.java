package lt.mokiniai.exchange.pipeline;

import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lt.mokiniai.contract.model.ResponseFilter;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.ws.policy.PolicyEngine;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Element;

/**
 * Publishes every bean that implements a generated service interface, at the path that its namespace says:
 * {@code http://mokiniai.lt/students/v1} stands at {@code /services/students/v1}, with its WSDL from the class path.
 */
@Component
class Services implements ServiceCatalogue {

    /** By the path of their service, {@code students/v1}. */
    private final Map<String, List<Operation>> operations = new TreeMap<>();

    private final PublishedOperations schemas;

    Services(ApplicationContext beans, Bus bus, CxfDispatch dispatch, PublishedOperations schemas) {
        this.schemas = schemas;
        // The checks enforce what the policy in the WSDL says, and more; CXF need not enforce it again.
        Objects.requireNonNull(bus.getExtension(PolicyEngine.class)).setEnabled(false);
        beans.getBeansWithAnnotation(WebService.class).values().forEach(bean -> publish(bean, bus, dispatch));
    }

    private void publish(Object bean, Bus bus, CxfDispatch dispatch) {
        Class<?> contract = Arrays.stream(ClassUtils.getAllInterfaces(bean))
                .filter(type -> type.isAnnotationPresent(WebService.class))
                .findFirst()
                .orElseThrow();
        WebService service = Objects.requireNonNull(AnnotationUtils.findAnnotation(contract, WebService.class));
        String namespace = service.targetNamespace();
        String path = URI.create(namespace).getPath().substring(1);
        String name = path.substring(0, path.indexOf('/'));

        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(bus);
        server.setServiceClass(contract);
        server.setServiceBean(bean);
        server.setServiceName(new QName(namespace, service.name() + "Service"));
        server.setEndpointName(new QName(namespace, service.name() + "Port"));
        server.setWsdlLocation("classpath:wsdl/" + path + "/" + name + ".wsdl");
        server.setAddress("/" + path);
        server.setProperties(dispatch.endpointProperties());
        server.getInInterceptors().add(dispatch.takesTheVerifiedMessage());
        server.getInInterceptors().add(dispatch.understandsWhatTheGatesRead());
        server.getOutInterceptors().add(dispatch.keepsTheAnswer());
        server.create();

        SchemaCheck check = SchemaCheck.of("wsdl/" + path + "/" + name + ".xsd");
        operations.put(
                path,
                Arrays.stream(contract.getMethods())
                        .filter(method -> method.isAnnotationPresent(WebMethod.class))
                        .map(Method::getName)
                        .sorted()
                        .map(operation -> new Operation(
                                schemas.named(path + "/" + operation).orElseThrow(), namespace, check))
                        .toList());
    }

    @Override
    public List<Published> services() {
        return operations.entrySet().stream()
                .map(service -> new Published(
                        service.getKey(),
                        service.getValue().stream().map(Operation::name).toList()))
                .toList();
    }

    /**
     * Finds what a request asks, where the address, the SOAPAction, the service header and the Body's element agree
     * (docs/security.md, E8: the same name, exactly).
     *
     * @throws ExchangeException {@code MR-108} or {@code MR-107}
     */
    Operation match(RawRequest question, XRoadHeaders headers, Element request) {
        return match(
                operations.getOrDefault(question.path(), List.of()).stream(), question.soapAction(), headers, request);
    }

    /**
     * Finds what a request asks that has not been sent to an address yet.
     *
     * @param soapAction the header that it would be sent with, or an empty text
     * @throws ExchangeException {@code MR-108} or {@code MR-107}
     */
    Operation match(String soapAction, XRoadHeaders headers, Element request) {
        return match(operations.values().stream().flatMap(List::stream), soapAction, headers, request);
    }

    /** The filter of an operation that needs no grant; one that came later than the edition tells all that it has. */
    ResponseFilter filterOf(PublishedOperation asked, int edition) {
        return new ResponseFilter(
                published(edition).named(asked.name()).orElse(asked).answer());
    }

    /** The filter of what stands beside an answer or in its place, {@code receipt} or {@code fault}. */
    ResponseFilter filterOf(String part, int edition) {
        return new ResponseFilter(published(edition).part(part));
    }

    private PublishedOperations published(int edition) {
        return schemas.in(Math.min(edition, schemas.edition()));
    }

    /** The schema check of an operation. */
    SchemaCheck checkOf(PublishedOperation asked) {
        return operations.values().stream()
                .flatMap(List::stream)
                .filter(operation -> operation.published().name().equals(asked.name()))
                .map(Operation::check)
                .findFirst()
                .orElseThrow();
    }

    private static Operation match(
            Stream<Operation> candidates, String soapAction, XRoadHeaders headers, Element request) {
        Operation operation = candidates
                .filter(candidate -> candidate.name().equals(request.getLocalName())
                        && candidate.namespace().equals(request.getNamespaceURI()))
                .findFirst()
                .orElseThrow(() -> ExchangeException.of(ExchangeError.UNKNOWN_OPERATION));
        boolean agrees = operation.name().equals(headers.serviceCode())
                && headers.serviceVersion().map(operation.version()::equals).orElse(true)
                && (soapAction.isEmpty() || soapAction.equals(operation.soapAction()));
        if (!agrees) {
            throw ExchangeException.of(ExchangeError.OPERATION_MISMATCH);
        }
        return operation;
    }
}
