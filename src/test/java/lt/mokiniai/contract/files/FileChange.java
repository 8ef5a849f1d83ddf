package lt.mokiniai.contract.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One change of a contract's file: an element or attribute that is taken out, or says something else.
 *
 * @param place which element, in the order of the document
 * @param attribute which of its attributes; empty for the element itself
 * @param instead what it then says; empty when it is taken out
 * @param name what is changed, to be read in a failed test
 */
record FileChange(int place, String attribute, String instead, String name) {

    private static final String NAMESPACE = "http://mokiniai.lt/contract/v1";

    /** Of a choice that must be made, another one. */
    private static final Map<String, String> OTHER_CHOICE = Map.of("current", "years", "push", "file", "file", "push");

    /** What else may stand there; what is not listed is found from the value. */
    private static final Map<String, String> OTHER_WORD = Map.ofEntries(
            Map.entry("provision", "processing"),
            Map.entry("request", "provision"),
            Map.entry("processing", "request"),
            Map.entry("supply", "provision"),
            Map.entry("in-force", "suspended"),
            Map.entry("reasons", "absent"),
            Map.entry("decision", "provision"),
            Map.entry("RSA", "EC"),
            Map.entry("true", "false"),
            Map.entry("with-code", "without-code"),
            Map.entry("without-code", "with-code"),
            Map.entry("LT", "LV"),
            Map.entry("20", "30"),
            Map.entry("19", "21"),
            Map.entry("13", "15"),
            Map.entry("BASIC", "PRIMARY"),
            Map.entry("COURT", "ADOPTION"),
            Map.entry("v1", "v2"),
            Map.entry("MR-5 MR-6", "MR-5 MR-6 MR-7"),
            Map.entry("190000015", "190000022"),
            Map.entry("191000018", "190000022"),
            Map.entry("LM000016", "LM000024"),
            Map.entry("CN=Test CA, C=LT", "CN=Test CA 2, C=LT"));

    /** All changes of a file. */
    static List<FileChange> all(Document sound) {
        List<FileChange> changes = new ArrayList<>();
        List<Element> elements = elements(sound);
        for (int place = 1; place < elements.size(); place++) {
            Element element = elements.get(place);
            String name = element.getParentNode().getLocalName() + "/" + element.getLocalName();
            changes.add(new FileChange(place, "", "", "without " + name));
            boolean isText = ContractDocument.children(element).findAny().isEmpty()
                    && !element.getTextContent().isBlank();
            String other = isText
                    ? otherThan(element.getTextContent())
                    : OTHER_CHOICE.getOrDefault(element.getLocalName(), "");
            if (!other.isEmpty()) {
                changes.add(new FileChange(place, "", other, "other " + name));
            }
        }
        for (int place = 0; place < elements.size(); place++) {
            Element element = elements.get(place);
            for (String attribute : attributes(element)) {
                String name = element.getLocalName() + "@" + attribute;
                changes.add(new FileChange(place, attribute, "", "without " + name));
                changes.add(
                        new FileChange(place, attribute, otherThan(element.getAttribute(attribute)), "other " + name));
            }
        }
        return changes;
    }

    /** Without a thing that must be there, a file is refused, and this says nothing of whether the thing is read. */
    boolean mayBreakTheSchema() {
        return instead.isEmpty();
    }

    /** Gives the file with this change. */
    byte[] made(Document sound) {
        Document changed = (Document) sound.cloneNode(true);
        Element element = elements(changed).get(place);
        if (!attribute.isEmpty()) {
            if (instead.isEmpty()) {
                element.removeAttribute(attribute);
            } else {
                element.setAttribute(attribute, instead);
            }
        } else if (instead.isEmpty()) {
            element.getParentNode().removeChild(element);
        } else if (OTHER_CHOICE.containsValue(instead)) {
            Element choice = changed.createElementNS(NAMESPACE, instead);
            choice.setTextContent("years".equals(instead) ? "1" : "");
            element.getParentNode().replaceChild(choice, element);
        } else {
            element.setTextContent(instead);
        }
        return bytes(changed);
    }

    private static String otherThan(String value) {
        if (OTHER_WORD.containsKey(value)) {
            return OTHER_WORD.get(value);
        } else if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return LocalDate.parse(value).plusDays(1).toString();
        } else if (value.matches("\\d{1,4}")) {
            return String.valueOf(Integer.parseInt(value) + 1);
        } else if (value.matches("MR-\\d{4}-\\d+|[0-9A-Z]{16}|[0-9A-F]{64}")) {
            return value.substring(0, value.length() - 1) + "9";
        } else if (value.startsWith("0 ")) {
            return value.replaceFirst("0", "1");
        }
        return value.replaceFirst("(\\.?)$", "x$1");
    }

    static Document parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The names of an element's attributes, but of namespaces. */
    static List<String> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(attribute -> attribute.getNamespaceURI() == null)
                .map(Attr::getName)
                .toList();
    }

    private static List<Element> elements(Document document) {
        var all = document.getElementsByTagNameNS(NAMESPACE, "*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
