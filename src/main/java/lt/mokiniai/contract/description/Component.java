package lt.mokiniai.contract.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;

/**
 * A declaration at the top of a schema, as others refer to it.
 *
 * @param kind {@code type}, or the name of the declaring element in XML Schema, such as {@code element}
 * @param namespace of its name
 * @param name its local name
 */
record Component(String kind, String namespace, String name) {

    static final String TYPE = "type";
    static final String ELEMENT = "element";
    private static final List<String> TO_TYPES = List.of(TYPE, "base", "itemType", "memberTypes");
    private static final List<String> TO_THE_SAME = List.of("ref", "substitutionGroup");

    /** What a child of a schema declares; empty for imports and annotations. */
    static Optional<Component> declaredBy(Element child, String namespace) {
        String kind = child.getLocalName().endsWith("Type") ? TYPE : child.getLocalName();
        return child.hasAttribute("name")
                ? Optional.of(new Component(kind, namespace, child.getAttribute("name")))
                : Optional.empty();
    }

    /** What a qualified name says, by the prefixes at the root of the document in which it stands. */
    static Component named(String kind, String qualified, Element where) {
        int colon = qualified.indexOf(':');
        Element root = where.getOwnerDocument().getDocumentElement();
        String namespace = root.lookupNamespaceURI(colon < 0 ? null : qualified.substring(0, colon));
        return new Component(kind, String.valueOf(namespace), qualified.substring(colon + 1));
    }

    /** Tells whether XML Schema itself declares it. */
    boolean isBuiltIn() {
        return namespace.equals(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    }

    /** All that an element of a schema, and what is within, refers to. */
    static List<Component> referredToBy(Element part) {
        List<Component> found = new ArrayList<>();
        for (String attribute : TO_TYPES) {
            addNamed(TYPE, attribute, part, found);
        }
        for (String attribute : TO_THE_SAME) {
            addNamed(part.getLocalName(), attribute, part, found);
        }
        Elements.children(part).stream()
                .filter(child -> !"annotation".equals(child.getLocalName()))
                .forEach(child -> found.addAll(referredToBy(child)));
        return found;
    }

    private static void addNamed(String kind, String attribute, Element part, List<Component> found) {
        for (String name : part.getAttribute(attribute).split("\\s+")) {
            if (!name.isEmpty()) {
                found.add(named(kind, name, part));
            }
        }
    }
}
