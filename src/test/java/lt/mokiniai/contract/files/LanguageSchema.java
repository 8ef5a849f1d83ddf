package lt.mokiniai.contract.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The words that contract.xsd has: each element and attribute of each type, {@code Grant/quota}, {@code Grant@version}. */
final class LanguageSchema {

    private final Map<String, Map<String, String>> elements = new TreeMap<>();
    private final Set<String> words = new TreeSet<>();

    private LanguageSchema(Element schema) {
        all(schema, "complexType").forEach(type -> {
            String name = type.getAttribute("name");
            Map<String, String> within = elements.computeIfAbsent(name, absent -> new HashMap<>());
            all(type, "element").forEach(element -> {
                within.put(
                        element.getAttribute("name"),
                        element.getAttribute("type").replace("c:", ""));
                words.add(name + "/" + element.getAttribute("name"));
            });
            all(type, "attribute").forEach(attribute -> words.add(name + "@" + attribute.getAttribute("name")));
        });
    }

    static LanguageSchema read() {
        try {
            return new LanguageSchema(FileChange.parse(Files.readAllBytes(Path.of("contracts/contract.xsd")))
                    .getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> words() {
        return words;
    }

    /** The words that a contract uses. */
    Set<String> wordsOf(Element contract) {
        Set<String> used = new TreeSet<>();
        collect(contract, "Contract", used);
        return used;
    }

    private void collect(Element element, String type, Set<String> used) {
        FileChange.attributes(element).forEach(name -> used.add(type + "@" + name));
        ContractDocument.children(element).forEach(child -> {
            used.add(type + "/" + child.getLocalName());
            collect(child, typeOf(type, child.getLocalName()), used);
        });
    }

    private String typeOf(String type, String element) {
        Map<String, String> within = Objects.requireNonNull(elements.get(type), type);
        return Objects.requireNonNull(within.get(element), element);
    }

    private static Stream<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
