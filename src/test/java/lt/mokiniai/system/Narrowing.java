package lt.mokiniai.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lt.mokiniai.system.ContractFile.Grant;
import org.w3c.dom.Element;

/** What a contract leaves of a full answer: written anew from docs/contracts.md, and not with the code that is tested. */
final class Narrowing {

    /** What a disclosure restriction hides (docs/register.md, 'Disclosure restriction'), as paths below whatever stands for one student or certificate. */
    private static final Set<String> HIDDEN = Set.of(
            "residence",
            "guardian",
            "institution",
            "approvedBy",
            "stage/gymnasiumLabel",
            "stage/className",
            "learningContract",
            "movement/cameFrom",
            "movement/leftTo");

    private final PublishedSchema schema;
    private final Grant grant;
    private final List<String> withheld = new ArrayList<>();

    Narrowing(String operation, Grant grant) {
        this.schema = PublishedSchema.of(operation);
        this.grant = grant;
    }

    /** Narrows an answer; a text that went is remembered. */
    Element narrow(Element answer) {
        narrow(answer, "");
        return answer;
    }

    /** Takes out of a student's or a certificate's element what a restriction hides. */
    void hide(Element student) {
        for (String path : HIDDEN) {
            List<Element> found = List.of(student);
            for (String name : path.split("/")) {
                found = found.stream()
                        .flatMap(parent -> Xml.children(parent, name).stream())
                        .toList();
            }
            found.forEach(this::remove);
        }
    }

    /** Takes an element out, and remembers its texts. */
    void remove(Element element) {
        Xml.leaves(element).forEach(leaf -> withheld.add(leaf.getTextContent()));
        element.getParentNode().removeChild(element);
    }

    /** The texts that were taken out. */
    List<String> withheld() {
        return withheld;
    }

    /** The kind of a restriction is told only where the contract names it. */
    private boolean isUnnamedRestriction(Element child) {
        return child.getLocalName().equals("restriction")
                && !grant.restrictions().contains(child.getTextContent());
    }

    private void narrow(Element parent, String path) {
        for (Element child : Xml.children(parent)) {
            String childPath = path.isEmpty() ? child.getLocalName() : path + "/" + child.getLocalName();
            if (!Xml.children(child).isEmpty()) {
                narrow(child, childPath);
                if (Xml.children(child).isEmpty()) {
                    parent.removeChild(child);
                }
            } else if (child.getTextContent().isEmpty()
                    || (schema.isItem(childPath) && !grant.holds(childPath))
                    || isUnnamedRestriction(child)) {
                remove(child);
            }
        }
    }
}
