package lt.mokiniai.platform.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The elements of a tree. Lists are copies: what is taken out of the tree meanwhile stays in them. */
public final class Elements {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 200;

    private Elements() {}

    /** The elements that stand directly within a node. */
    public static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Those of a local name. */
    public static List<Element> children(Node parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** Those of a local name in a namespace. */
    public static List<Element> children(Node parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The first of a local name in a namespace. */
    public static Optional<Element> child(Node parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .findFirst();
    }

    /** The elements of a local name anywhere within a node, parents first. */
    public static List<Element> within(Node ancestor, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(ancestor)) {
            if (name.equals(child.getLocalName())) {
                found.add(child);
            }
            found.addAll(within(child, name));
        }
        return found;
    }

    /** The elements of a local name in a namespace anywhere within a document or an element. */
    public static List<Element> all(Node ancestor, String namespace, String name) {
        NodeList found = ancestor instanceof Document document
                ? document.getElementsByTagNameNS(namespace, name)
                : ((Element) ancestor).getElementsByTagNameNS(namespace, name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    /** The local name as a refusal may repeat it: a sender chooses names as long as the limits let. */
    public static String shortName(Node element) {
        return shortened(String.valueOf(element.getLocalName()), LONGEST_NAME);
    }

    /** A text of a sender's names as a refusal may repeat it. */
    public static String shortText(String names) {
        return shortened(names, LONGEST_TEXT);
    }

    private static String shortened(String names, int longest) {
        return names.length() <= longest ? names : names.substring(0, longest) + "…";
    }

    /** Tells whether a node is an element of that name. */
    public static boolean is(@Nullable Node node, String namespace, String name) {
        return node instanceof Element element
                && name.equals(element.getLocalName())
                && namespace.equals(element.getNamespaceURI());
    }
}
