package lt.mokiniai.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import lt.mokiniai.schema.SchemaTree;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Says in each record of an answer what it leaves out and why, where the grant asks for it (docs/decisions/0009). What
 * the register withholds it has said itself; beside it stand what the contract does not hold and what is not recorded.
 */
final class Absences {

    /** The element of a record that says what is left out; a schema gives it to whatever is a record. */
    static final String ELEMENT = "absence";

    private static final String OUTSIDE_CONTRACT = "OUTSIDE_CONTRACT";
    private static final String NOT_RECORDED = "NOT_RECORDED";

    private Absences() {}

    /** Completes all records within an element. */
    static void tell(Element element, SchemaTree published, SchemaTree allowed) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            SchemaTree within = allowed.children().get(String.valueOf(child.getLocalName()));
            if (child instanceof Element below && within != null && !within.isLeaf()) {
                tell(below, published.children().get(within.name()), within);
            }
        }
        SchemaTree absence = allowed.children().get(ELEMENT);
        if (absence != null) {
            complete(element, published, allowed, absence);
        }
    }

    private static void complete(Element record, SchemaTree published, SchemaTree allowed, SchemaTree absence) {
        Map<String, String> reasons = new LinkedHashMap<>();
        collect(record, published, allowed, "", reasons);
        for (Node child = record.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (ELEMENT.equals(child.getLocalName())) {
                String said = child.getFirstChild().getTextContent();
                reasons.keySet().removeIf(path -> path.equals(said) || path.startsWith(said + "/"));
            }
        }
        reasons.forEach((path, reason) -> {
            Element told = append(record, absence, "");
            append(told, absence.children().get("path"), path);
            append(told, absence.children().get("reason"), reason);
        });
    }

    /** Names the topmost elements that are missing: of a group that is not there, the group. */
    private static void collect(
            Element element, SchemaTree published, SchemaTree allowed, String prefix, Map<String, String> reasons) {
        published.children().forEach((name, child) -> {
            SchemaTree within = allowed.children().get(name);
            boolean isStructure = child.item().isEmpty() && child.isLeaf();
            if (name.equals(ELEMENT) || isStructure) {
                return;
            }
            if (within == null) {
                reasons.put(prefix + name, OUTSIDE_CONTRACT);
                return;
            }
            boolean isThere = false;
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element below && name.equals(below.getLocalName())) {
                    isThere = true;
                    if (!child.isLeaf() && !child.children().containsKey(ELEMENT)) {
                        collect(below, child, within, prefix + name + "/", reasons);
                    }
                }
            }
            if (!isThere) {
                reasons.put(prefix + name, NOT_RECORDED);
            }
        });
    }

    private static Element append(Element parent, SchemaTree schema, String text) {
        Element element = parent.getOwnerDocument().createElementNS(schema.namespace(), schema.name());
        if (!text.isEmpty()) {
            element.setTextContent(text);
        }
        parent.appendChild(element);
        return element;
    }
}
