package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.kernel.texts.Text;
import org.w3c.dom.Element;

/**
 * The values of code lists that a contract may name. A contract is checked where there is no database: they are read from
 * the script that fills the register's code lists, so that there is one text of them.
 */
public final class ContractCodeLists {

    private static final String SCRIPT = "/db/migration/common/V4__code_lists.sql";
    private static final Pattern ENTRY = Pattern.compile("(?m)^INSERT INTO code_list_entry \\([^)]*\\) VALUES"
            + " \\('(\\w+)', '([^']+)', '((?:[^']|'')*)', '((?:[^']|'')*)'");
    private static final String COUNTRIES = "ISO 3166-1";
    private static final Map<String, String> LIST_OF_ELEMENT = Map.of(
            "municipality", "MUNICIPALITY",
            "schoolMunicipality", "MUNICIPALITY",
            "founderMunicipality", "MUNICIPALITY",
            "programmeFamily", "PROGRAMME_FAMILY",
            "restriction", "RESTRICTION",
            "citizenship", COUNTRIES);
    private static final Locale LITHUANIAN = Locale.forLanguageTag("lt");
    private static final Map<String, Map<String, Text>> VALUES = values();

    private ContractCodeLists() {}

    /** Notes where an element names a value that its code list does not have. */
    static void check(ContractDocument document, Element element) {
        String list = LIST_OF_ELEMENT.get(element.getLocalName());
        if (list != null) {
            check(document, element, list, text(element));
        }
    }

    /** Notes where a value, of an element or of its attribute, is none of a list. */
    static void check(ContractDocument document, Element element, String list, String value) {
        if (!valuesOf(list).contains(value)) {
            document.problem(
                    element, ContractProblem.UNKNOWN_CODE, list, value, Suggestions.nearest(value, valuesOf(list)));
        }
    }

    /** The values of a list, in its order. */
    static List<String> valuesOf(String list) {
        return List.copyOf(Objects.requireNonNull(VALUES.get(list), list).keySet());
    }

    /** Gives a value of a list with its name: {@code 19 Kauno m. sav.}; one that the list does not have stands alone. */
    public static Text named(String list, String code) {
        Text name = VALUES.getOrDefault(list, Map.of()).get(code);
        return name == null ? Text.same(code) : new Text(code + " " + name.lt(), code + " " + name.en());
    }

    private static Map<String, Map<String, Text>> values() {
        Map<String, Map<String, Text>> values = new HashMap<>();
        Map<String, Text> countries = new TreeMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            countries.put(
                    code, new Text(country.getDisplayCountry(LITHUANIAN), country.getDisplayCountry(Locale.ENGLISH)));
        }
        values.put(COUNTRIES, countries);
        Matcher entry = ENTRY.matcher(script());
        while (entry.find()) {
            values.computeIfAbsent(entry.group(1), list -> new LinkedHashMap<>())
                    .put(entry.group(2), new Text(unquoted(entry.group(3)), unquoted(entry.group(4))));
        }
        return values;
    }

    private static String unquoted(String text) {
        return text.replace("''", "'");
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(ContractCodeLists.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the code lists on the class path cannot be read", e);
        }
    }
}
