package lt.mokiniai.contract.model;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.platform.xml.Elements;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The last thing that an answer passes before it is signed (docs/contracts.md, 'Four checks'): what the grant does not hold is taken
 * out, whatever the code before did. It knows the elements that may stay; everything else goes.
 */
public final class ResponseFilter {

    private final SchemaTree published;
    private final SchemaTree allowed;
    /** Of the elements that stand where the schema names none; nothing lets them stay. */
    private final Optional<Consumer<Element>> within;

    /**
     * The filter of what is in an answer without a grant.
     *
     * @param known all that may stand there in the edition of the contract
     */
    public ResponseFilter(SchemaTree known) {
        this(known, known);
    }

    /**
     * @param published all that may stand in the operation's answer
     * @param allowed what of it the grant holds
     */
    ResponseFilter(SchemaTree published, SchemaTree allowed) {
        this(published, allowed, Optional.empty());
    }

    private ResponseFilter(SchemaTree published, SchemaTree allowed, Optional<Consumer<Element>> within) {
        this.published = published;
        this.allowed = allowed;
        this.within = within;
    }

    /** Gives the same filter for an answer in which another stands, which passes its own filter. */
    public ResponseFilter around(Consumer<Element> another) {
        return new ResponseFilter(published, allowed, Optional.of(another));
    }

    /**
     * Narrows an answer to the grant. Beside values that are not granted, comments, processing instructions, attributes
     * and text between elements go, and so does every element that is then empty: an empty group would tell that there
     * is something to withhold. Where the grant asks for reasons, a record stays even so, and says what it leaves out. In place of a
     * value that the edition of the contract does not have stands the one that it had for it.
     *
     * @param answer the element in the Body
     * @throws IllegalStateException when it is not the answer of the granted operation
     */
    public void narrow(Element answer) {
        if (!is(answer, allowed)) {
            throw new IllegalStateException("the answer is not the " + allowed.name() + " that the grant speaks of");
        }
        strip(answer);
        narrow(answer, allowed);
        OmissionReasons.tell(answer, published, allowed);
    }

    /** Tells whether there is a data item within an element of the answer: what stands in the answer itself is an outcome. */
    boolean holdsRecord(Element answer) {
        return Elements.children(answer).stream()
                .anyMatch(child -> holdsItemBelow(child, allowed.children().get(child.getLocalName())));
    }

    private static boolean holdsItemBelow(Element element, @Nullable SchemaTree schema) {
        return schema != null
                && Elements.children(element).stream().anyMatch(child -> {
                    SchemaTree within = schema.children().get(child.getLocalName());
                    return within != null && (within.item().isPresent() || holdsItemBelow(child, within));
                });
    }

    private void narrow(Element element, SchemaTree allowed) {
        Node next;
        for (Node child = element.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (!passes(child, allowed)) {
                element.removeChild(child);
            }
        }
    }

    private boolean passes(Node child, SchemaTree parent) {
        if (!(child instanceof Element element)) {
            return parent.isLeaf() && isText(child);
        }
        if (parent.isOpen()) {
            within.ifPresent(filter -> filter.accept(element));
            return within.isPresent();
        }
        SchemaTree allowed = parent.children().get(String.valueOf(element.getLocalName()));
        if (allowed == null || !is(element, allowed)) {
            return false;
        }
        strip(element);
        narrow(element, allowed);
        if (allowed.isLeaf()) {
            allowed.codes().insteadOf(element.getTextContent()).ifPresent(element::setTextContent);
        }
        return allowed.isLeaf() || element.hasChildNodes() || OmissionReasons.areToldIn(allowed);
    }

    private static boolean is(Element element, SchemaTree expected) {
        return expected.name().equals(element.getLocalName())
                && expected.namespace().equals(element.getNamespaceURI());
    }

    private static boolean isText(Node node) {
        return node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
    }

    private static void strip(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) attributes.item(i);
            if (!mayStay(attribute)) {
                element.removeAttributeNode(attribute);
            }
        }
    }

    private static boolean mayStay(Attr attribute) {
        @Nullable String namespace = attribute.getNamespaceURI();
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)) {
            return true;
        }
        return XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)
                && "nil".equals(attribute.getLocalName())
                && ("true".equals(attribute.getValue()) || "false".equals(attribute.getValue()));
    }
}
