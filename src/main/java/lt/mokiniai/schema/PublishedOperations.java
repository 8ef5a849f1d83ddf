package lt.mokiniai.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xml.sax.InputSource;

/** All published operations, compiled from the schemas on the class path. */
public final class PublishedOperations {

    private static final String ANSWER = "Response";
    private static final Pattern SERVICE = Pattern.compile(".*/wsdl/((.+)/v[0-9]+)/\\2\\.wsdl");

    private final Map<String, PublishedOperation> operations = new TreeMap<>();

    private PublishedOperations() {}

    /** Compiles the schema of every service that has a WSDL on the class path. */
    public static PublishedOperations load() {
        PublishedOperations published = new PublishedOperations();
        try {
            for (Resource wsdl : new PathMatchingResourcePatternResolver().getResources("classpath*:wsdl/*/*/*.wsdl")) {
                Matcher service = SERVICE.matcher(wsdl.getURL().toString());
                if (service.matches()) {
                    published.add(service.group(1), service.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the published WSDLs cannot be listed", e);
        }
        return published;
    }

    /** The newest edition of the data items. */
    public int edition() {
        return 1;
    }

    /** Finds an operation by its name with its service, {@code students/v1/getStudent}. */
    public Optional<PublishedOperation> named(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /** The operations in alphabetical order of their names. */
    public List<PublishedOperation> all() {
        return List.copyOf(operations.values());
    }

    private void add(String path, String service) {
        XmlSchemaCollection schemas = new XmlSchemaCollection();
        schemas.setSchemaResolver(
                (namespace, location, base) -> source(URI.create(base).resolve(location)));
        XmlSchema schema = schemas.read(source(ClassPathSchemas.uri("wsdl/" + path + "/" + service + ".xsd")));
        Map<QName, XmlSchemaElement> elements = schema.getElements();
        elements.forEach((name, request) -> {
            XmlSchemaElement answer = elements.get(new QName(name.getNamespaceURI(), name.getLocalPart() + ANSWER));
            if (answer != null) {
                Set<String> ways = SchemaCompiler.ways(request);
                PublishedOperation operation = new PublishedOperation(
                        path,
                        name.getLocalPart(),
                        SchemaCompiler.request(request),
                        SchemaCompiler.answer(answer),
                        ways);
                operations.put(operation.name(), operation);
            }
        });
    }

    private static InputSource source(URI uri) {
        InputSource source = new InputSource(ClassPathSchemas.open(uri));
        source.setSystemId(uri.toString());
        return source;
    }
}
