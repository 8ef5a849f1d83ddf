package lt.mokiniai.exchange.services;

import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.kernel.ServiceId;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.ws.policy.PolicyEngine;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Publishes every bean that implements a generated service interface, at the path that its namespace says:
 * {@code http://mokiniai.lt/students/v1} stands at {@code /services/students/v1}, with its WSDL from the class path. CXF knows
 * what a service is made of and publishes its WSDL; messages are not its own.
 */
@Component
class Services implements ServiceCatalogue {

    /** The names of the operations, by their service. */
    private final Map<ServiceId, List<String>> services = new TreeMap<>();

    Services(ApplicationContext beans, Bus bus, EndpointDispatch dispatch, Operations operations) {
        // The checks enforce what the policy in the WSDL says, and more; CXF need not enforce it again.
        Objects.requireNonNull(bus.getExtension(PolicyEngine.class)).setEnabled(false);
        beans.getBeansWithAnnotation(WebService.class).values().forEach(bean -> publish(bean, bus, dispatch));
        // A message whose schema is compiled first would wait for it.
        services.keySet().forEach(operations::schemaOf);
    }

    private void publish(Object bean, Bus bus, EndpointDispatch dispatch) {
        Class<?> contract = Arrays.stream(ClassUtils.getAllInterfaces(bean))
                .filter(type -> type.isAnnotationPresent(WebService.class))
                .findFirst()
                .orElseThrow();
        WebService service = Objects.requireNonNull(AnnotationUtils.findAnnotation(contract, WebService.class));
        String namespace = service.targetNamespace();
        ServiceId id = ServiceId.ofNamespace(namespace);

        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(bus);
        server.setServiceClass(contract);
        server.setServiceBean(bean);
        server.setServiceName(new QName(namespace, service.name() + "Service"));
        server.setEndpointName(new QName(namespace, service.name() + "Port"));
        server.setWsdlLocation("classpath:" + id.wsdl());
        server.setAddress("/" + id);
        JAXBDataBinding binding =
                (JAXBDataBinding) server.create().getEndpoint().getService().getDataBinding();
        List<Method> operations = Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(WebMethod.class))
                .toList();
        operations.forEach(method -> dispatch.add(bean, method, namespace, binding.getContext()));
        services.put(id, operations.stream().map(Method::getName).sorted().toList());
    }

    @Override
    public List<Published> services() {
        return services.entrySet().stream()
                .map(service -> new Published(service.getKey(), service.getValue()))
                .toList();
    }
}
