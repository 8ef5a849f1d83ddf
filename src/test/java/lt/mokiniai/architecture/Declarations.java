package lt.mokiniai.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the schema files say of an element beside what {@code SchemaTree} keeps: its type, and how often it stands there. */
final class Declarations {

    /** By local name: no two schemas of one service name two types alike. */
    private final Map<String, Element> types = new HashMap<>();

    private final Map<String, Element> elements = new HashMap<>();

    /** Reads the schema of a service, and the types that all services share. */
    Declarations(Path schema, Path shared) throws IOException {
        for (Path file : List.of(shared, schema)) {
            for (Element child : children(parse(file))) {
                boolean isType = child.getLocalName().endsWith("Type");
                (isType ? types : elements).put(child.getAttribute("name"), child);
            }
        }
    }

    static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file.toString(), e);
        }
    }

    /** One element as it is declared. */
    record Declared(Element element, boolean isOfAChoice) {

        /** The local name of its type; a type without a name is nothing but its elements. */
        String type() {
            String type = element.getAttribute("type");
            return type.isEmpty() ? "–" : type.startsWith("xs:") ? type : type.substring(type.indexOf(':') + 1);
        }

        /** {@code 1}, {@code 0..1}, {@code 1..1000}, {@code 0..n}. */
        String occurs() {
            String min = isOfAChoice || "0".equals(element.getAttribute("minOccurs")) ? "0" : "1";
            String max = element.getAttribute("maxOccurs");
            String most = max.isEmpty() ? "1" : "unbounded".equals(max) ? "n" : max;
            return min.equals(most) ? most : min + ".." + most;
        }
    }

    /** The message of a name. */
    Declared message(String name) {
        return new Declared(Objects.requireNonNull(elements.get(name)), false);
    }

    /** What is declared directly within an element. */
    Map<String, Declared> within(Declared parent) {
        Map<String, Declared> found = new HashMap<>();
        Element type = types.get(parent.type());
        collect(type == null ? parent.element() : type, false, found);
        return found;
    }

    private void collect(@Nullable Element where, boolean isChoice, Map<String, Declared> found) {
        if (where == null) {
            return;
        }
        for (Element child : children(where)) {
            switch (child.getLocalName()) {
                case "element" -> found.put(nameOf(child), new Declared(referred(child), isChoice));
                case "extension" -> {
                    String base = child.getAttribute("base");
                    collect(types.get(base.substring(base.indexOf(':') + 1)), isChoice, found);
                    collect(child, isChoice, found);
                }
                case "choice" -> collect(child, true, found);
                case "complexType", "complexContent", "sequence" -> collect(child, isChoice, found);
                default -> {}
            }
        }
    }

    private Element referred(Element element) {
        Element other = elements.get(nameOf(element));
        return element.hasAttribute("ref") && other != null ? other : element;
    }

    private static String nameOf(Element element) {
        String ref = element.getAttribute("ref");
        return ref.isEmpty() ? element.getAttribute("name") : ref.substring(ref.indexOf(':') + 1);
    }

    /** The texts of an operation in a WSDL, lt and en. */
    static List<String> documentation(Element wsdl, String operation) {
        return all(wsdl.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/", "portType"))
                .flatMap(port -> children(port).stream())
                .filter(child -> operation.equals(child.getAttribute("name")))
                .flatMap(found -> children(children(found).get(0)).stream())
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Element> children(Element parent) {
        return new ArrayList<>(all(parent.getChildNodes()).toList());
    }

    private static Stream<Element> all(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
