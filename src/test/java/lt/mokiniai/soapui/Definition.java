package lt.mokiniai.soapui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The WSDL that an interface of the project names: its operations, their answers, and the schemas it imports. */
final class Definition {

    private static final Map<Path, Definition> LOADED = new ConcurrentHashMap<>();

    private final Document wsdl;
    private final Schema schema;

    private Definition(Path file) {
        try {
            this.wsdl = Documents.parse(Files.readAllBytes(file));
            List<String> imports = XPathQuestion.ask(
                    wsdl, "declare namespace xs='http://www.w3.org/2001/XMLSchema';//xs:import/@schemaLocation");
            Source[] schemas = imports.stream()
                    .map(location -> new StreamSource(new File(file.getParent().toFile(), location)
                            .toPath()
                            .normalize()
                            .toFile()))
                    .toArray(Source[]::new);
            this.schema = SchemaFactory.newDefaultInstance().newSchema(schemas);
        } catch (IOException | SAXException e) {
            throw new AssertionError("the definition " + file + " cannot be loaded", e);
        }
    }

    static Definition at(String path) {
        return LOADED.computeIfAbsent(Path.of(path).toAbsolutePath().normalize(), Definition::new);
    }

    List<String> operations() {
        return ask("//w:portType/w:operation/@name");
    }

    String action(String operation) {
        return ask("//w:binding/w:operation[@name='" + operation + "']/s:operation/@soapAction")
                .get(0);
    }

    /** Fails where an element is not the operation's answer, or is not valid. */
    void check(String operation, Element answer) {
        String message = local(ask("//w:portType/w:operation[@name='" + operation + "']/w:output/@message"));
        String element = local(ask("//w:message[@name='" + message + "']/w:part/@element"));
        String namespace = ask("/w:definitions/@targetNamespace").get(0);
        if (!element.equals(answer.getLocalName()) || !namespace.equals(answer.getNamespaceURI())) {
            throw new AssertionError(operation + " is answered with " + answer.getNodeName());
        }
        try {
            schema.newValidator().validate(new DOMSource(answer));
        } catch (SAXException | IOException e) {
            throw new AssertionError("the answer does not comply with its schema: " + e.getMessage(), e);
        }
    }

    private List<String> ask(String path) {
        return XPathQuestion.ask(
                wsdl,
                "declare namespace w='http://schemas.xmlsoap.org/wsdl/';"
                        + "declare namespace s='http://schemas.xmlsoap.org/wsdl/soap/';" + path);
    }

    private static String local(List<String> names) {
        return names.get(0).substring(names.get(0).indexOf(':') + 1);
    }
}
