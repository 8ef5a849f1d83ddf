package lt.mokiniai.tools.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * An operation, as its WSDL on the class path says it.
 *
 * @param id its service and name
 * @param namespace the namespace of its request
 * @param soapAction what the header {@code SOAPAction} says
 * @param lt what it does, in Lithuanian
 * @param en what it does, in English
 */
public record WsdlOperation(OperationId id, String namespace, String soapAction, String lt, String en) {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";

    /** All of them, by service. */
    public static List<WsdlOperation> all() {
        List<WsdlOperation> found = new ArrayList<>();
        try {
            for (Resource wsdl :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:wsdl/*/v*/*.wsdl")) {
                try (InputStream in = wsdl.getInputStream()) {
                    read(XmlParsers.parse(in).getDocumentElement(), found);
                }
            }
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("the WSDLs cannot be read", e);
        }
        found.sort(Comparator.comparing(WsdlOperation::service));
        return found;
    }

    /** Finds one by its name. */
    public static Optional<WsdlOperation> named(String name) {
        return all().stream().filter(operation -> operation.name().equals(name)).findFirst();
    }

    /** Its service. */
    public ServiceId service() {
        return id.service();
    }

    /** Its name within its service. */
    public String name() {
        return id.name();
    }

    /** What may stand in its request. */
    public SchemaTree request() {
        return published().request();
    }

    /** What may stand in its answer. */
    public SchemaTree answer() {
        return published().answer();
    }

    /** What it does. */
    public Text text() {
        return new Text(lt, en);
    }

    private PublishedOperation published() {
        return PublishedOperations.load()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("the schemas have no " + id));
    }

    private static void read(Element wsdl, List<WsdlOperation> found) {
        String namespace = wsdl.getAttribute("targetNamespace");
        ServiceId service = ServiceId.ofNamespace(namespace);
        Element port = Elements.child(wsdl, WSDL, "portType").orElseThrow();
        Element binding = Elements.child(wsdl, WSDL, "binding").orElseThrow();
        for (Element operation : Elements.children(port, WSDL, "operation")) {
            String name = operation.getAttribute("name");
            Element documentation =
                    Elements.child(operation, WSDL, "documentation").orElseThrow();
            found.add(new WsdlOperation(
                    new OperationId(service, name),
                    namespace,
                    soapAction(binding, name),
                    text(documentation, "lt"),
                    text(documentation, "en")));
        }
    }

    private static String soapAction(Element binding, String name) {
        return Elements.children(binding, WSDL, "operation").stream()
                .filter(operation -> name.equals(operation.getAttribute("name")))
                .map(operation -> Elements.child(operation, SOAP, "operation")
                        .orElseThrow()
                        .getAttribute("soapAction"))
                .findFirst()
                .orElse("");
    }

    private static String text(Element documentation, String language) {
        for (Element text : Elements.children(documentation)) {
            if (language.equals(text.getAttribute("xml:lang").toLowerCase(Locale.ROOT))) {
                return text.getTextContent().strip();
            }
        }
        return "";
    }
}
