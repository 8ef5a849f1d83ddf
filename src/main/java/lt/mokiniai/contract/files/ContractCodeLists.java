package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import org.w3c.dom.Element;

/**
 * The values of code lists that a contract may name. A contract is checked where there is no database: they are read from
 * the script that fills the register's code lists, so that there is one text of them.
 */
final class ContractCodeLists {

    private static final String SCRIPT = "/db/migration/common/V4__code_lists.sql";
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^INSERT INTO code_list_entry \\([^)]*\\) VALUES \\('(\\w+)', '([^']+)'");
    private static final Map<String, String> LIST_OF_ELEMENT = Map.of(
            "municipality", "MUNICIPALITY",
            "programmeFamily", "PROGRAMME_FAMILY",
            "restriction", "RESTRICTION",
            "citizenship", "ISO 3166-1");
    private static final Map<String, List<String>> VALUES = values();

    private ContractCodeLists() {}

    /** Notes where an element names a value that its code list does not have. */
    static void check(ContractDocument document, Element element) {
        String list = LIST_OF_ELEMENT.get(element.getLocalName());
        if (list != null && !valuesOf(list).contains(text(element))) {
            String nearest = Suggestions.nearest(text(element), valuesOf(list));
            document.problem(element, ContractProblem.UNKNOWN_CODE, list, text(element), nearest);
        }
    }

    /** The values of a list, in its order. */
    static List<String> valuesOf(String list) {
        return Objects.requireNonNull(VALUES.get(list), list);
    }

    private static Map<String, List<String>> values() {
        Map<String, List<String>> values = new HashMap<>();
        values.put(
                "ISO 3166-1", Arrays.stream(Locale.getISOCountries()).sorted().toList());
        Matcher entry = ENTRY.matcher(script());
        while (entry.find()) {
            values.computeIfAbsent(entry.group(1), list -> new ArrayList<>()).add(entry.group(2));
        }
        return values;
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(ContractCodeLists.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the code lists on the class path cannot be read", e);
        }
    }
}
