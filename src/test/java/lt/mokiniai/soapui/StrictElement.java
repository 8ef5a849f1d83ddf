package lt.mokiniai.soapui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** An element that may hold what its reader names, and nothing else: what is not known is not passed over. */
record StrictElement(Element element) {

    /** What SoapUI writes by itself when it saves a project, and what says nothing. */
    private static final Set<String> UNSAID = Set.of(
            "timeout=",
            "timeout=0",
            "sslKeystore=",
            "wssPasswordType=",
            "useWsAddressing=false",
            "useWsReliableMessaging=false",
            "JMSDeliveryMode=PERSISTENT",
            "mustUnderstand=NONE",
            "mustUnderstand=false",
            "version=200508",
            "version=1.2",
            "disabled=false",
            "useXQuery=false",
            "entitize=false",
            "transferChildNodes=false");

    private static final String NO_HEADERS = "<xml-fragment/>";

    /** Names all that may be there. */
    StrictElement holding(Set<String> attributes, Set<String> children) {
        NamedNodeMap present = element.getAttributes();
        for (int i = 0; i < present.getLength(); i++) {
            Attr attribute = (Attr) present.item(i);
            boolean declaration = "http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI());
            boolean unsaid = "id".equals(attribute.getName())
                    || UNSAID.contains(attribute.getName() + "=" + attribute.getValue());
            if (!declaration && !unsaid && !attributes.contains(attribute.getName())) {
                throw unknown("the attribute " + attribute.getName());
            }
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && !children.contains(child.getLocalName())) {
                throw unknown("the element " + child.getNodeName());
            }
            if (!children.isEmpty()
                    && node.getNodeType() == Node.TEXT_NODE
                    && !node.getNodeValue().isBlank()) {
                throw unknown("text");
            }
        }
        return this;
    }

    /** Elements that SoapUI writes and that say nothing here: they must be empty. */
    StrictElement withEmpty(String... names) {
        for (String name : names) {
            children(name).forEach(child -> child.holding(Set.of(), Set.of()).mustSay(""));
        }
        return this;
    }

    /** The settings, of which the only one can be that there are no more headers. */
    StrictElement withoutSettings() {
        children("settings")
                .forEach(settings -> settings.holding(Set.of(), Set.of("setting"))
                        .children("setting")
                        .forEach(setting -> setting.mustSay(NO_HEADERS)));
        return this;
    }

    /** Demands a value of an attribute that the player plays in one way only. */
    StrictElement with(String attribute, String value) {
        if (!attribute(attribute).equals(value)) {
            throw unknown(attribute + "=\"" + attribute(attribute) + "\"");
        }
        return this;
    }

    /** Demands a text, where the player plays one only. */
    StrictElement mustSay(String text) {
        if (!text().equals(text)) {
            throw unknown("the text '" + text() + "'");
        }
        return this;
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    String text() {
        return element.getTextContent();
    }

    List<StrictElement> children(String name) {
        List<StrictElement> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getLocalName().equals(name)) {
                found.add(new StrictElement(child));
            }
        }
        return found;
    }

    Optional<StrictElement> optional(String name) {
        List<StrictElement> found = children(name);
        if (found.size() > 1) {
            throw unknown("a second " + name);
        }
        return found.stream().findFirst();
    }

    StrictElement child(String name) {
        return optional(name).orElseThrow(() -> new AssertionError(path() + " has no " + name));
    }

    /** Gives what the file says, so that somebody can find it. */
    AssertionError unknown(String what) {
        return new AssertionError("the player does not know " + what + " of " + path());
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Node node = element; node instanceof Element ancestor; node = node.getParentNode()) {
            String name = ancestor.getAttribute("name");
            path.insert(0, "/" + ancestor.getLocalName() + (name.isEmpty() ? "" : "[" + name + "]"));
        }
        return path.toString();
    }
}
