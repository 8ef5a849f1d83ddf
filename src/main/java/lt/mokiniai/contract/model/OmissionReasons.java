package lt.mokiniai.contract.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;

/**
 * Says in each record of an answer what it leaves out and why, where the grant asks for it (docs/decisions/0009). What
 * the register withholds it has said itself; beside it stand what the contract does not hold and what is not recorded. A
 * group that is not there is named as one where one reason is true of all that is in it, and else item by item: of a
 * street that the contract does not hold, nobody is told that it is not recorded.
 */
final class OmissionReasons {

    /** The element of a record that says what is left out; a schema gives it to whatever is a record. */
    static final String ELEMENT = "absence";

    private static final String OUTSIDE_CONTRACT = "OUTSIDE_CONTRACT";
    private static final String NOT_RECORDED = "NOT_RECORDED";

    private final Set<String> withheld = new LinkedHashSet<>();

    private OmissionReasons() {}

    /** Tells whether the elements of a granted answer are records that say what they leave out. */
    static boolean areToldIn(SchemaTree allowed) {
        return allowed.children().containsKey(ELEMENT);
    }

    /** Completes all records within an element that the filter has narrowed. */
    static void tell(Element element, SchemaTree published, SchemaTree allowed) {
        Elements.children(element).forEach(child -> {
            SchemaTree within = allowed.children().get(child.getLocalName());
            if (within != null && !within.isLeaf()) {
                tell(child, published.child(within.name()), within);
            }
        });
        if (areToldIn(allowed)) {
            new OmissionReasons().complete(element, published, allowed);
        }
    }

    private void complete(Element record, SchemaTree published, SchemaTree allowed) {
        SchemaTree absence = allowed.child(ELEMENT);
        children(record, ELEMENT).forEach(said -> {
            String path = children(said, "path")
                    .map(Element::getTextContent)
                    .findFirst()
                    .orElse("");
            if (path.equals(ELEMENT) || allowed.at(path).isEmpty()) {
                // Of what the contract does not hold, the register has nothing to say.
                record.removeChild(said);
            } else {
                withheld.add(path);
            }
        });
        missing(List.of(record), published, allowed, "").forEach((path, reason) -> {
            Element told = append(record, absence);
            append(told, absence.child("path")).setTextContent(path);
            SchemaTree reasons = absence.child("reason");
            append(told, reasons)
                    .setTextContent(reasons.codes().insteadOf(reason).orElse(reason));
        });
    }

    /**
     * Gives the reasons of what is missing, by path.
     *
     * @param parents the elements that stand at one path; none when the path is missing itself
     */
    private Map<String, String> missing(
            List<Element> parents, SchemaTree published, SchemaTree allowed, String prefix) {
        Map<String, String> reasons = new LinkedHashMap<>();
        published.children().forEach((name, child) -> {
            String path = prefix + name;
            SchemaTree within = allowed.children().get(name);
            if (isStructure(child) || withheld.contains(path)) {
                return;
            }
            if (within == null) {
                reasons.put(path, OUTSIDE_CONTRACT);
                return;
            }
            List<Element> standing =
                    parents.stream().flatMap(parent -> children(parent, name)).toList();
            boolean isMissing = parents.isEmpty() || parents.stream().anyMatch(parent -> isMissing(parent, child));
            if (isMissing) {
                reasons.putAll(child.isLeaf() ? Map.of(path, NOT_RECORDED) : missingGroup(child, within, path));
            }
            // A record within this one has reasons of its own.
            if (!child.isLeaf() && !standing.isEmpty() && !areToldIn(within)) {
                reasons.putAll(missing(standing, child, within, path + "/"));
            }
        });
        return reasons;
    }

    /** Tells whether neither an element stands there nor what stands there instead of it, as another branch of a choice. */
    private static boolean isMissing(Element parent, SchemaTree child) {
        return Stream.concat(Stream.of(child.name()), child.form().insteadOf().stream())
                .noneMatch(name -> children(parent, name).findAny().isPresent());
    }

    private Map<String, String> missingGroup(SchemaTree published, SchemaTree allowed, String path) {
        Map<String, String> parts = missing(List.of(), published, allowed, path + "/");
        boolean isWithheldInPart = withheld.stream().anyMatch(said -> said.startsWith(path + "/"));
        return isWithheldInPart || parts.containsValue(OUTSIDE_CONTRACT) ? parts : Map.of(path, NOT_RECORDED);
    }

    private static boolean isStructure(SchemaTree element) {
        return element.name().equals(ELEMENT)
                || (element.isLeaf() && element.item().isEmpty());
    }

    private static Stream<Element> children(Element parent, String name) {
        return Elements.children(parent, name).stream();
    }

    private static Element append(Element parent, SchemaTree schema) {
        Element element = parent.getOwnerDocument().createElementNS(schema.namespace(), schema.name());
        // The answer is signed as this tree: there a namespace holds where it is declared.
        element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", schema.namespace());
        parent.appendChild(element);
        return element;
    }
}
