package lt.mokiniai.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaAnnotationItem;
import org.apache.ws.commons.schema.XmlSchemaAppInfo;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaDocumentation;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The answers of all published operations, compiled from the schemas on the class path. */
final class Catalogue {

    private static final String META = "http://mokiniai.lt/meta/v1";
    private static final String ANSWER = "Response";
    private static final Pattern SERVICE = Pattern.compile(".*/wsdl/((.+)/v[0-9]+)/\\2\\.wsdl");

    private final Map<String, SchemaTree> answers = new TreeMap<>();

    private Catalogue() {}

    /** Compiles the schema of every service that has a WSDL on the class path. */
    static Catalogue load() {
        Catalogue catalogue = new Catalogue();
        try {
            for (Resource wsdl : new PathMatchingResourcePatternResolver().getResources("classpath*:wsdl/*/*/*.wsdl")) {
                Matcher service = SERVICE.matcher(wsdl.getURL().toString());
                if (service.matches()) {
                    catalogue.add(service.group(1), service.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the published WSDLs cannot be listed", e);
        }
        return catalogue;
    }

    /** The answer of an operation, {@code students/v1/getStudent}. */
    Optional<SchemaTree> answerOf(String operation) {
        return Optional.ofNullable(answers.get(operation));
    }

    /** The operations, {@code students/v1/getStudent}, in alphabetical order. */
    List<String> operations() {
        return List.copyOf(answers.keySet());
    }

    private void add(String path, String service) {
        XmlSchemaCollection schemas = new XmlSchemaCollection();
        schemas.setSchemaResolver(
                (namespace, location, base) -> source(URI.create(base).resolve(location)));
        XmlSchema schema = schemas.read(source(URI.create("classpath:///wsdl/" + path + "/" + service + ".xsd")));
        schema.getElements().forEach((name, element) -> {
            String local = name.getLocalPart();
            if (local.endsWith(ANSWER)) {
                String operation = local.substring(0, local.length() - ANSWER.length());
                answers.put(path + "/" + operation, compile(element));
            }
        });
    }

    private static InputSource source(URI uri) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(uri.getPath())) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + uri.getPath() + " on the class path");
            }
            InputSource source = new InputSource(new ByteArrayInputStream(stream.readAllBytes()));
            source.setSystemId(uri.toString());
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException("a schema on the class path cannot be read", e);
        }
    }

    private static SchemaTree compile(XmlSchemaElement given) {
        XmlSchemaElement element = given.isRef() ? given.getRef().getTarget() : given;
        Map<String, SchemaTree> children = new LinkedHashMap<>();
        boolean isLeaf = true;
        if (element.getSchemaType() instanceof XmlSchemaComplexType type) {
            if (type.getParticle() == null) {
                throw new IllegalStateException("a published schema gives " + element.getName() + " no plain content");
            }
            isLeaf = false;
            collect(type.getParticle(), children);
        }
        return new SchemaTree(
                element.getName(),
                element.getQName().getNamespaceURI(),
                given.getMaxOccurs() > 1,
                isLeaf,
                item(element),
                documentation(element, "lt"),
                documentation(element, "en"),
                children);
    }

    private static void collect(Object particle, Map<String, SchemaTree> children) {
        if (particle instanceof XmlSchemaSequence sequence) {
            sequence.getItems().forEach(item -> collect(item, children));
        } else if (particle instanceof XmlSchemaChoice choice) {
            choice.getItems().forEach(item -> collect(item, children));
        } else if (particle instanceof XmlSchemaElement element) {
            SchemaTree child = compile(element);
            if (children.put(child.name(), child) != null) {
                throw new IllegalStateException("a published schema declares " + child.name() + " twice in one place");
            }
        } else {
            // What the gate cannot compile it cannot narrow: better no start than an open gate.
            throw new IllegalStateException("a published schema holds what the gate cannot compile: " + particle);
        }
    }

    private static Optional<SchemaTree.DataItem> item(XmlSchemaElement element) {
        return annotations(element)
                .filter(XmlSchemaAppInfo.class::isInstance)
                .flatMap(info -> nodes(((XmlSchemaAppInfo) info).getMarkup()))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(node -> META.equals(node.getNamespaceURI()) && "item".equals(node.getLocalName()))
                .map(node -> new SchemaTree.DataItem(node.getAttribute("number"), node.getAttribute("sensitivity")))
                .findFirst();
    }

    private static String documentation(XmlSchemaElement element, String language) {
        return annotations(element)
                .filter(XmlSchemaDocumentation.class::isInstance)
                .map(XmlSchemaDocumentation.class::cast)
                .filter(text -> language.equals(text.getLanguage()))
                .flatMap(text -> nodes(text.getMarkup()))
                .map(Node::getTextContent)
                .collect(Collectors.joining())
                .strip();
    }

    private static Stream<XmlSchemaAnnotationItem> annotations(XmlSchemaElement element) {
        return element.getAnnotation() == null ? Stream.empty() : element.getAnnotation().getItems().stream();
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
