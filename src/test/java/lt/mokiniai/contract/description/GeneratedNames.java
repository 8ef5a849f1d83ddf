package lt.mokiniai.contract.description;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The names of the classes that a tool makes of a description.
 *
 * @param unused names of types that nothing in the file refers to
 * @param clashing names that two classes would have if all went into one package, as some tools do; case aside
 */
record GeneratedNames(List<String> unused, List<String> clashing) {

    private static final Pattern REFERENCE = Pattern.compile("(?:type|base)=\"[a-z]+:([^\"]+)\"");

    static GeneratedNames of(byte[] file) {
        Map<String, Integer> references = new HashMap<>();
        Matcher reference = REFERENCE.matcher(new String(file, StandardCharsets.UTF_8));
        while (reference.find()) {
            references.merge(reference.group(1), 1, Integer::sum);
        }
        List<String> unused = new ArrayList<>();
        Map<String, Integer> classes = new HashMap<>();
        for (Element schema :
                Documents.children(Documents.child(Documents.parse(file).getDocumentElement(), "types"))) {
            for (Element declared : Documents.children(schema)) {
                String name = declared.getAttribute("name");
                boolean isType = declared.getLocalName().endsWith("Type");
                if (isType && !references.containsKey(name)) {
                    unused.add(name);
                }
                if ("complexType".equals(declared.getLocalName()) || hasTypeOfItsOwn(declared)) {
                    classes.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
                }
            }
        }
        List<String> clashing = classes.entrySet().stream()
                .filter(named -> named.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return new GeneratedNames(unused, clashing);
    }

    private static boolean hasTypeOfItsOwn(Element declared) {
        return "element".equals(declared.getLocalName())
                && Documents.children(declared).stream().anyMatch(child -> "complexType".equals(child.getLocalName()));
    }
}
