package lt.mokiniai.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the CSV files by the Metadata Vocabulary for Tabular Data (W3C, CSV on the Web). A foreign key must lead to
 * one row: a student and an enrolment have a row for each thing that was known of them, so what leads to them is not declared.
 */
final class FormMetadata {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Map<RecordKind, List<String>> KEYS = Map.of(
            RecordKind.INSTITUTION, List.of("code"),
            RecordKind.PROGRAMME, List.of("stateCode"),
            RecordKind.MODULE, List.of("programme", "code"),
            RecordKind.CERTIFICATE, List.of("student", "certificate"));

    /** Parties of writes are no institutions of the register, or not always. */
    private static final Set<RecordKind> OTHER_INSTITUTIONS = Set.of(RecordKind.WRITE);

    private FormMetadata() {}

    static String made() {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("encoding", "utf-8");
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("header", true);
        dialect.put("lineTerminators", List.of("\r\n", "\n"));
        dialect.put("trim", false);
        group.put("dialect", dialect);
        group.put(
                "tables",
                Arrays.stream(RecordKind.values()).map(FormMetadata::table).toList());
        return JSON.writeValueAsString(group).replace("\r\n", "\n") + "\n";
    }

    private static Map<String, Object> table(RecordKind kind) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "columns",
                kind.columns().stream().map(column -> column(kind, column)).toList());
        if (KEYS.containsKey(kind)) {
            schema.put("primaryKey", KEYS.get(kind));
        }
        List<Object> foreignKeys = foreignKeys(kind);
        if (!foreignKeys.isEmpty()) {
            schema.put("foreignKeys", foreignKeys);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("url", kind.file());
        table.put("dc:title", values(FormTexts.of(kind)));
        table.put("tableSchema", schema);
        return table;
    }

    private static Map<String, Object> column(RecordKind kind, Column column) {
        Text meaning = FormTexts.of(kind, column);
        Map<String, Object> titles = new LinkedHashMap<>();
        // What stands in the header must be among the titles.
        titles.put("und", column.name());
        titles.put("lt", meaning.lt());
        titles.put("en", meaning.en());
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", titles);
        described.put("datatype", datatype(column));
        if (column.type() == Column.Type.WORDS) {
            described.put("separator", " ");
        }
        if (column.isRequired()) {
            described.put("required", true);
        }
        return described;
    }

    private static Object datatype(Column column) {
        Map<String, Object> type = new LinkedHashMap<>();
        switch (column.type()) {
            case TEXT, KEY, WORDS -> {
                type.put("base", "string");
                type.put("maxLength", column.most());
            }
            case DATE -> {
                type.put("base", "date");
                type.put("format", "yyyy-MM-dd");
            }
            case TIME -> type.put("base", "dateTimeStamp");
            case NUMBER -> {
                type.put("base", "nonNegativeInteger");
                type.put("maximum", 999_999_999);
            }
        }
        return type;
    }

    private static List<Object> foreignKeys(RecordKind kind) {
        List<Object> keys = new ArrayList<>();
        for (Column column : kind.columns()) {
            target(kind, column.name()).ifPresent(target -> keys.add(reference(List.of(column.name()), target)));
        }
        boolean isOfCertificate =
                kind.columns().stream().anyMatch(column -> column.name().equals("certificate"));
        if (isOfCertificate && kind != RecordKind.CERTIFICATE) {
            keys.add(reference(List.of("student", "certificate"), RecordKind.CERTIFICATE));
        }
        if (kind == RecordKind.CERTIFICATE_LINK) {
            keys.add(reference(List.of("student", "other"), RecordKind.CERTIFICATE));
        }
        if (kind == RecordKind.CERTIFICATE_MODULE) {
            keys.add(reference(List.of("programme", "code"), RecordKind.MODULE));
        }
        return keys;
    }

    private static Optional<RecordKind> target(RecordKind kind, String column) {
        return switch (column) {
            case "institution", "parent", "successor" ->
                OTHER_INSTITUTIONS.contains(kind) ? Optional.empty() : Optional.of(RecordKind.INSTITUTION);
            case "programme" -> Optional.of(RecordKind.PROGRAMME);
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> reference(List<String> columns, RecordKind target) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("resource", target.file());
        resource.put("columnReference", KEYS.get(target));
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("columnReference", columns);
        reference.put("reference", resource);
        return reference;
    }

    private static List<Map<String, String>> values(Text text) {
        return List.of(value(text.lt(), "lt"), value(text.en(), "en"));
    }

    private static Map<String, String> value(String words, String language) {
        Map<String, String> value = new LinkedHashMap<>();
        value.put("@value", words);
        value.put("@language", language);
        return value;
    }
}
