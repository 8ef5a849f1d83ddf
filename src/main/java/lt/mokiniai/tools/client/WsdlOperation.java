package lt.mokiniai.tools.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import org.apache.cxf.helpers.DOMUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;

/**
 * An operation, as its WSDL on the class path says it.
 *
 * @param service the service and its version, {@code students/v1}
 * @param name the operation
 * @param namespace the namespace of its request
 * @param soapAction what the header {@code SOAPAction} says
 * @param lt what it does, in Lithuanian
 * @param en what it does, in English
 */
public record WsdlOperation(String service, String name, String namespace, String soapAction, String lt, String en) {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";

    /** All of them, by service. */
    public static List<WsdlOperation> all() {
        List<WsdlOperation> found = new ArrayList<>();
        try {
            for (Resource wsdl :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:wsdl/*/v*/*.wsdl")) {
                try (InputStream in = wsdl.getInputStream()) {
                    read(SoapXml.parse(in.readAllBytes()).getDocumentElement(), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the WSDLs cannot be read", e);
        }
        found.sort(Comparator.comparing(WsdlOperation::service));
        return found;
    }

    public static Optional<WsdlOperation> named(String name) {
        return all().stream().filter(operation -> operation.name().equals(name)).findFirst();
    }

    public String version() {
        return service.substring(service.indexOf('/') + 1);
    }

    /** What may stand in its request. */
    public SchemaTree request() {
        return PublishedOperations.load()
                .named(service + "/" + name)
                .orElseThrow(() -> new IllegalStateException("the schema of " + service + " has no " + name))
                .request();
    }

    private static void read(Element wsdl, List<WsdlOperation> found) {
        String namespace = wsdl.getAttribute("targetNamespace");
        String service = namespace.replaceFirst("^https?://[^/]+/", "");
        Element port = DOMUtils.getFirstChildWithName(wsdl, WSDL, "portType");
        Element binding = DOMUtils.getFirstChildWithName(wsdl, WSDL, "binding");
        for (Element operation : DOMUtils.getChildrenWithName(port, WSDL, "operation")) {
            String name = operation.getAttribute("name");
            Element documentation = DOMUtils.getFirstChildWithName(operation, WSDL, "documentation");
            found.add(new WsdlOperation(
                    service,
                    name,
                    namespace,
                    soapAction(binding, name),
                    text(documentation, "lt"),
                    text(documentation, "en")));
        }
    }

    private static String soapAction(Element binding, String name) {
        return DOMUtils.getChildrenWithName(binding, WSDL, "operation").stream()
                .filter(operation -> name.equals(operation.getAttribute("name")))
                .map(operation -> DOMUtils.getFirstChildWithName(operation, SOAP, "operation")
                        .getAttribute("soapAction"))
                .findFirst()
                .orElse("");
    }

    private static String text(Element documentation, String language) {
        for (Element text = DOMUtils.getFirstElement(documentation);
                text != null;
                text = DOMUtils.getNextElement(text)) {
            if (language.equals(text.getAttribute("xml:lang").toLowerCase(Locale.ROOT))) {
                return text.getTextContent().strip();
            }
        }
        return "";
    }
}
