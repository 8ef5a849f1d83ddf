package lt.mokiniai.contract.description;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.wsdl.Definition;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.service.model.BindingInfo;
import org.apache.cxf.service.model.OperationInfo;
import org.apache.cxf.service.model.ServiceInfo;
import org.apache.cxf.wsdl.WSDLManager;
import org.apache.cxf.wsdl11.WSDLServiceBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** A WSDL as tools read it: CXF its model, the JDK its schemas. */
public final class Description {

    private static final Bus BUS = new ExtensionManagerBus();

    private final ServiceInfo service;
    private final Schema schema;

    private Description(ServiceInfo service, Schema schema) {
        this.service = service;
        this.schema = schema;
    }

    /** The one in the repository, read as files. */
    static Description published(String service) {
        String name = service.substring(0, service.indexOf('/'));
        Path folder = Path.of("wsdl", service).toAbsolutePath();
        try {
            Definition definition = BUS.getExtension(WSDLManager.class)
                    .getDefinition(folder.resolve(name + ".wsdl").toUri().toString());
            return new Description(
                    read(definition),
                    factory().newSchema(folder.resolve(name + ".xsd").toFile()));
        } catch (Exception e) {
            throw new AssertionError(service, e);
        }
    }

    /** One that stands in a file of its own. */
    public static Description of(byte[] wsdl) {
        Element root = Documents.parse(wsdl).getDocumentElement();
        try {
            Schema schema = compile(Documents.child(root, "types"), root.getAttribute("targetNamespace"));
            return new Description(read(BUS.getExtension(WSDLManager.class).getDefinition(root)), schema);
        } catch (Exception e) {
            throw new AssertionError(new String(wsdl, StandardCharsets.UTF_8), e);
        }
    }

    public List<String> operations() {
        return service.getInterface().getOperations().stream()
                .map(operation -> operation.getName().getLocalPart())
                .sorted()
                .toList();
    }

    List<String> boundOperations() {
        BindingInfo binding = service.getBindings().iterator().next();
        return binding.getOperations().stream()
                .map(operation -> operation.getName().getLocalPart())
                .sorted()
                .toList();
    }

    public URI address() {
        return URI.create(service.getEndpoints().iterator().next().getAddress());
    }

    MessageSchema request(String operation) {
        return message(named(operation).getInput().getFirstMessagePart().getElementQName());
    }

    MessageSchema answer(String operation) {
        return message(named(operation).getOutput().getFirstMessagePart().getElementQName());
    }

    public boolean accepts(Element message) {
        try {
            schema.newValidator().validate(new DOMSource(message));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private OperationInfo named(String operation) {
        return service.getInterface().getOperations().stream()
                .filter(candidate -> candidate.getName().getLocalPart().equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + operation + " among " + operations()));
    }

    private MessageSchema message(QName element) {
        return new MessageSchema(service.getXmlSchemaCollection().getElementByQName(element));
    }

    private static ServiceInfo read(Definition definition) {
        return new WSDLServiceBuilder(BUS).buildServices(definition).get(0);
    }

    private static Schema compile(Element types, String namespace) throws SAXException {
        Map<String, String> inline = new TreeMap<>();
        for (Element schema : Documents.children(types)) {
            inline.put(
                    schema.getAttribute("targetNamespace"),
                    new String(Documents.write(schema), StandardCharsets.UTF_8));
        }
        SchemaFactory factory = factory();
        factory.setResourceResolver((type, imported, publicId, systemId, base) -> {
            LSInput input = loadAndSave().createLSInput();
            input.setSystemId(imported);
            input.setStringData(inline.get(imported));
            return input;
        });
        Source main = new StreamSource(new StringReader(inline.get(namespace)), namespace);
        Schema whole = factory.newSchema(main);
        for (Map.Entry<String, String> each : inline.entrySet()) {
            factory.newSchema(new StreamSource(new StringReader(each.getValue()), each.getKey()));
        }
        return whole;
    }

    private static SchemaFactory factory() {
        return SchemaFactory.newDefaultInstance();
    }

    private static DOMImplementationLS loadAndSave() {
        try {
            return (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the JDK has LS", e);
        }
    }
}
