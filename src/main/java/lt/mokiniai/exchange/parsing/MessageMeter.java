package lt.mokiniai.exchange.parsing;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a message comes to in all, and what its document will take, before each node of it is made. The parser
 * itself keeps the limits of one element.
 */
final class MessageMeter {

    private final Limits limits;
    private final long mostTree;
    private final Set<String> names = new HashSet<>();
    private int attributes;
    private int namespaces;
    private long tree = TreeCost.document();

    MessageMeter(Limits limits, int messageBytes) {
        this.limits = limits;
        this.mostTree = limits.treeOf(messageBytes);
    }

    /**
     * Counts the element at which the reader stands, its attributes and its namespace declarations.
     *
     * @throws ExchangeException {@code MR-104} that names the limit
     */
    void element(XMLStreamReader at) {
        int ownAttributes = at.getAttributeCount();
        int ownNamespaces = at.getNamespaceCount();
        attributes += ownAttributes;
        namespaces += ownNamespaces;
        require(attributes <= limits.attributesInAll(), "attributes in all", limits.attributesInAll());
        require(namespaces <= limits.namespacesInAll(), "namespace declarations in all", limits.namespacesInAll());
        String prefix = name(at.getPrefix());
        long cost = TreeCost.element(prefix, name(at.getLocalName()), ownAttributes + ownNamespaces);
        for (int i = 0; i < ownAttributes; i++) {
            cost += TreeCost.attribute(
                    name(at.getAttributePrefix(i)), name(at.getAttributeLocalName(i)), at.getAttributeValue(i));
        }
        for (int i = 0; i < ownNamespaces; i++) {
            String declared = name(at.getNamespacePrefix(i));
            String uri = at.getNamespaceURI(i);
            cost += TreeCost.attribute(declared.isEmpty() ? "" : "xmlns", declared, uri == null ? "" : uri);
        }
        add(cost);
    }

    /**
     * Counts what has been gathered of a text.
     *
     * @throws ExchangeException {@code MR-104}
     */
    void textSoFar(int length) {
        require(length <= limits.text(), "text", limits.text());
    }

    /**
     * Counts a whole text.
     *
     * @param isShared whether an equal one was met before, and its characters are the same
     * @throws ExchangeException {@code MR-104}
     */
    void text(CharSequence text, boolean isShared) {
        add(TreeCost.text(text, isShared));
    }

    /** What the document takes as far as it was counted, in bytes. */
    long tree() {
        return tree;
    }

    private String name(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        require(name.length() <= limits.nameSize(), "name", limits.nameSize());
        if (names.add(name)) {
            require(names.size() <= limits.names(), "names", limits.names());
            add(TreeCost.name(name));
        }
        return name;
    }

    private void add(long cost) {
        tree += cost;
        require(tree <= mostTree, "tree", limits.tree());
    }

    private static void require(boolean within, String limit, int most) {
        if (!within) {
            throw ExchangeException.of(ExchangeError.LIMIT).naming(limit + " (" + most + ")");
        }
    }
}
