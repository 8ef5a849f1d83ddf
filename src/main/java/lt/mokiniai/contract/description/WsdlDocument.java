package lt.mokiniai.contract.description;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;

/** A published WSDL 1.1 of one port type, one binding and one port, as a document that may be changed. */
final class WsdlDocument {

    private static final String DOCUMENTATION = "http://mokiniai.lt/meta/v1/documentation";

    private final Element root;

    WsdlDocument(Element root) {
        this.root = root;
    }

    /** The names of its operations, in order. */
    List<String> operations() {
        return operationsOf("portType").map(WsdlDocument::nameOf).toList();
    }

    /** Leaves these operations, and the messages that they and their headers name. */
    void retain(Collection<String> operations) {
        Stream.of("portType", "binding")
                .flatMap(this::operationsOf)
                .filter(operation -> !operations.contains(nameOf(operation)))
                .toList()
                .forEach(PublishedXml::remove);
        Set<String> messages = new LinkedHashSet<>();
        Stream.of("input", "output", "fault", "header")
                .flatMap(kind -> Elements.within(root, kind).stream())
                .filter(reference -> reference.hasAttribute("message"))
                .forEach(reference -> messages.add(localName(reference.getAttribute("message"))));
        Elements.children(root, "message").stream()
                .filter(message -> !messages.contains(nameOf(message)))
                .forEach(PublishedXml::remove);
    }

    /** The element in the Body of an operation's {@code input} or {@code output}. */
    Component bodyOf(String operation, String direction) {
        String message = operationsOf("portType")
                .filter(candidate -> nameOf(candidate).equals(operation))
                .map(found -> Elements.children(found, direction).get(0).getAttribute("message"))
                .findFirst()
                .orElseThrow();
        return Elements.children(root, "message").stream()
                .filter(candidate -> nameOf(candidate).equals(localName(message)))
                .flatMap(found -> Elements.children(found, "part").stream())
                .map(WsdlDocument::elementOf)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the published " + message + " has no part"));
    }

    /** The elements of all messages. */
    List<Component> elements() {
        return Elements.within(root, "part").stream()
                .map(WsdlDocument::elementOf)
                .toList();
    }

    /** Adds a text in both languages to what it says of itself. */
    void say(String lt, String en) {
        Element documentation = Elements.children(root, "documentation").get(0);
        documentation.appendChild(text("lt", lt));
        documentation.appendChild(text("en", en));
    }

    void setAddress(URI address) {
        Elements.within(root, "address").forEach(port -> port.setAttribute("location", address.toString()));
    }

    /** Puts schemas in place of those that it imports. */
    void setSchemas(List<Element> schemas) {
        Element types = Elements.children(root, "types").get(0);
        Elements.children(types).forEach(PublishedXml::remove);
        schemas.forEach(schema -> types.appendChild(root.getOwnerDocument().importNode(schema, true)));
    }

    byte[] bytes() {
        return PublishedXml.pretty(root.getOwnerDocument());
    }

    private Stream<Element> operationsOf(String owner) {
        return Elements.children(root, owner).stream().flatMap(found -> Elements.children(found, "operation").stream());
    }

    private Element text(String language, String content) {
        Element text = root.getOwnerDocument().createElementNS(DOCUMENTATION, "doc:text");
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", language);
        text.setTextContent(content);
        return text;
    }

    private static Component elementOf(Element part) {
        return Component.named(Component.ELEMENT, part.getAttribute("element"), part);
    }

    private static String nameOf(Element part) {
        return part.getAttribute("name");
    }

    private static String localName(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }
}
