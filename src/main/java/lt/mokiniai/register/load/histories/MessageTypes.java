package lt.mokiniai.register.load.histories;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What the simple types of messages allow, as their schemas say it: what a schema keeps out of a message is kept out of a file
 * too.
 */
public final class MessageTypes {

    private static final List<String> SCHEMAS = List.of("types", "students", "results");

    private static final Map<RecordKind, Map<String, String>> TYPES = Map.ofEntries(
            Map.entry(RecordKind.IDENTITY, Map.of("foreignerId", "ForeignerId")),
            Map.entry(RecordKind.RESIDENCE, Map.of("eldership", "Code", "locality", "Code", "street", "Code")),
            Map.entry(RecordKind.GUARDIAN, Map.of("place", "GuardianPlace", "phone", "Phone", "email", "Email")),
            Map.entry(RecordKind.STAGE, Map.of("classLevel", "ClassLevel")),
            Map.entry(
                    RecordKind.RESULT,
                    Map.of("schoolYear", "Year", "classLevel", "ClassLevel", "grade", "Grade", "score", "Score")),
            Map.entry(
                    RecordKind.CERTIFICATE,
                    Map.of(
                            "series", "DocumentNumber",
                            "documentNumber", "DocumentNumber",
                            "registrationNumber", "DocumentNumber")),
            Map.entry(RecordKind.CERTIFICATE_CHECK, Map.of("score", "Score", "year", "Year")),
            Map.entry(RecordKind.PROGRAMME, Map.of("stateCode", "ProgrammeCode")),
            Map.entry(RecordKind.MODULE, Map.of("code", "Code", "credits", "Credits")));

    private static final MessageTypes ALL = new MessageTypes();

    /** What a type allows; bounds are of numbers, or of lengths. */
    private record Facets(
            boolean isNumber, int least, int most, @Nullable Pattern pattern) {

        boolean allow(String value) {
            int measure = isNumber ? Integer.parseInt(value) : value.codePointCount(0, value.length());
            return least <= measure
                    && measure <= most
                    && (pattern == null || pattern.matcher(value).matches());
        }
    }

    private final Map<String, Facets> facets = new HashMap<>();

    private MessageTypes() {
        for (String service : SCHEMAS) {
            String schema = "/wsdl/" + service + "/v1/" + service + ".xsd";
            try (InputStream stream =
                    Objects.requireNonNull(MessageTypes.class.getResourceAsStream(schema), "a schema of messages")) {
                for (Element type : Elements.children(XmlParsers.parse(stream).getDocumentElement(), "simpleType")) {
                    Elements.children(type, "restriction")
                            .forEach(restriction -> facets.put(type.getAttribute("name"), facets(restriction)));
                }
            } catch (IOException | SAXException e) {
                throw new IllegalStateException("a schema of messages cannot be read: " + schema, e);
            }
        }
    }

    /** Tells of each value of a record that no message could hold. */
    public static void look(FormRecord record, StudentFindings findings) {
        TYPES.getOrDefault(record.kind(), Map.of()).forEach((column, type) -> {
            String value = record.text(column);
            if (value != null && !ALL.allows(type, value)) {
                findings.tell(record, column, LoadProblem.NOT_OF_ITS_TYPE, Text.same(type));
            }
        });
    }

    /** Tells whether a value is one of a type. */
    static boolean isOf(String type, String value) {
        return ALL.allows(type, value);
    }

    private boolean allows(String type, String value) {
        return Objects.requireNonNull(facets.get(type), type).allow(value);
    }

    private static Facets facets(Element restriction) {
        boolean isNumber = restriction.getAttribute("base").endsWith("int");
        return new Facets(
                isNumber,
                number(restriction, isNumber ? "minInclusive" : "minLength").orElse(0),
                number(restriction, isNumber ? "maxInclusive" : "maxLength").orElse(Integer.MAX_VALUE),
                value(restriction, "pattern").map(Pattern::compile).orElse(null));
    }

    private static Optional<Integer> number(Element restriction, String facet) {
        return value(restriction, facet).map(Integer::valueOf);
    }

    private static Optional<String> value(Element restriction, String facet) {
        return Elements.children(restriction, facet).stream()
                .map(each -> each.getAttribute("value"))
                .findFirst();
    }
}
