package lt.mokiniai.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.ServiceId;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xml.sax.InputSource;

/**
 * All published operations, compiled from the schemas on the class path, as they are in one edition of the list of data
 * items: what came with a later edition is not there (docs/decisions/0018).
 */
public final class PublishedOperations {

    private static final String ANSWER = "Response";
    private static final Pattern SERVICE = Pattern.compile(".*/wsdl/(.+)/(v[0-9]+)/\\1\\.wsdl");

    private final int edition;
    private final Map<OperationId, PublishedOperation> operations;
    private final Map<String, SchemaTree> parts;
    private final Set<String> numbers = new TreeSet<>();
    /** Of every edition, the first one first. */
    private final List<PublishedOperations> editions;
    /** As contracts see them that may not write. */
    private final PublishedOperations forReaders;

    private PublishedOperations(
            int edition,
            Map<OperationId, PublishedOperation> operations,
            Map<String, SchemaTree> parts,
            List<PublishedOperations> editions,
            boolean isForReaders) {
        this.edition = edition;
        this.operations = operations;
        this.parts = parts;
        this.editions = editions;
        this.forReaders =
                isForReaders ? this : new PublishedOperations(edition, forReaders(operations), parts, editions, true);
        operations.values().forEach(operation -> {
            addNumbers(operation.request());
            addNumbers(operation.answer());
        });
    }

    private static Map<OperationId, PublishedOperation> forReaders(Map<OperationId, PublishedOperation> operations) {
        Map<OperationId, PublishedOperation> shared = new TreeMap<>(operations);
        shared.replaceAll((id, operation) -> operation.forReaders());
        return shared;
    }

    private void addNumbers(SchemaTree element) {
        element.item().map(DataItem::number).ifPresent(number -> {
            numbers.add(number);
            numbers.add(number.replaceFirst("\\..*", ""));
        });
        element.children().values().forEach(this::addNumbers);
    }

    /** What stands on the class path stays as it is while a program runs. */
    private static final class Compiled {
        static final PublishedOperations NEWEST = load("");
    }

    /** Compiles the schema of every service that has a WSDL on the class path, once; gives the newest edition. */
    public static PublishedOperations load() {
        return Compiled.NEWEST;
    }

    /** @param root the folder on the class path that holds {@code wsdl/}; an empty text, or one that ends in a slash */
    static PublishedOperations load(String root) {
        Map<OperationId, PublishedOperation> operations = new TreeMap<>();
        try {
            String wsdls = "classpath*:" + root + "wsdl/*/*/*.wsdl";
            for (Resource wsdl : new PathMatchingResourcePatternResolver().getResources(wsdls)) {
                Matcher service = SERVICE.matcher(wsdl.getURL().toString());
                if (service.matches()) {
                    add(root, new ServiceId(service.group(1), service.group(2)), operations);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the published WSDLs cannot be listed", e);
        }
        Map<String, SchemaTree> parts = new TreeMap<>();
        read(root + "wsdl/types/v1/types.xsd")
                .getElements()
                .forEach((name, element) -> parts.put(name.getLocalPart(), SchemaCompiler.answer(element, 1)));
        return ofAllEditions(operations, parts);
    }

    private static PublishedOperations ofAllEditions(
            Map<OperationId, PublishedOperation> operations, Map<String, SchemaTree> parts) {
        int newest = Stream.concat(
                        operations.values().stream().map(PublishedOperation::newest),
                        parts.values().stream().map(SchemaTree::newest))
                .max(Comparator.naturalOrder())
                .orElse(1);
        List<PublishedOperations> editions = new ArrayList<>();
        for (int edition = 1; edition <= newest; edition++) {
            int asked = edition;
            Map<OperationId, PublishedOperation> known = new TreeMap<>();
            operations.forEach((id, operation) -> operation.in(asked).ifPresent(older -> known.put(id, older)));
            Map<String, SchemaTree> standing = new TreeMap<>(parts);
            standing.replaceAll((name, part) -> part.in(asked));
            editions.add(new PublishedOperations(edition, known, standing, editions, false));
        }
        return editions.get(newest - 1);
    }

    /** The number of this edition. */
    public int edition() {
        return edition;
    }

    /** Gives them as they were in an edition that is no newer than the newest. */
    public PublishedOperations in(int asked) {
        return editions.get(asked - 1);
    }

    /** Gives them as contracts see them that may not write. */
    public PublishedOperations forReaders() {
        return forReaders;
    }

    /** Finds an operation. */
    public Optional<PublishedOperation> find(OperationId id) {
        return Optional.ofNullable(operations.get(id));
    }

    /** The numbers of all data items, and of their groups: with MR-15.1 also MR-15. */
    public Set<String> numbers() {
        return numbers;
    }

    /** The operations in alphabetical order of their names. */
    public List<PublishedOperation> all() {
        return List.copyOf(operations.values());
    }

    /** What stands beside the answer of any operation, or in place of it: {@code receipt} or {@code fault}. */
    public SchemaTree part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** All such parts by name. */
    Map<String, SchemaTree> parts() {
        return Collections.unmodifiableMap(parts);
    }

    private static void add(String root, ServiceId service, Map<OperationId, PublishedOperation> operations) {
        Map<QName, XmlSchemaElement> elements = read(root + service.schema()).getElements();
        elements.forEach((name, request) -> {
            XmlSchemaElement answer = elements.get(new QName(name.getNamespaceURI(), name.getLocalPart() + ANSWER));
            if (answer != null) {
                SchemaTree asked = SchemaCompiler.request(request);
                Map<WayOfDelivery, Integer> deliveries = SchemaCompiler.deliveries(request);
                PublishedOperation operation = new PublishedOperation(
                        new OperationId(service, name.getLocalPart()),
                        asked,
                        deliveries.isEmpty()
                                ? SchemaCompiler.ungrantedAnswer(answer, asked.edition())
                                : SchemaCompiler.answer(answer, asked.edition()),
                        SchemaCompiler.writtenUnder(request),
                        SchemaCompiler.isInParts(request),
                        deliveries);
                operations.put(operation.id(), operation);
            }
        });
    }

    private static XmlSchema read(String resource) {
        XmlSchemaCollection schemas = new XmlSchemaCollection();
        schemas.setSchemaResolver(
                (namespace, location, base) -> source(URI.create(base).resolve(location)));
        return schemas.read(source(ClassPathSchemas.uri(resource)));
    }

    private static InputSource source(URI uri) {
        InputSource source = new InputSource(ClassPathSchemas.open(uri));
        source.setSystemId(uri.toString());
        return source;
    }
}
