package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What describes the form: its schema, its metadata of CSV and the tables of its page are made from the kinds of records. */
class FormDocumentsTests {

    private static final Path PAGE = Path.of("docs/load.md");
    private static final Path METADATA = Path.of("docs/load/csvw.json");

    @Test
    void theSchemaIsMadeFromTheKinds() throws IOException {
        Documents.check(Path.of("src/main/resources/load/register-1.xsd"), FormSchema.made());
    }

    @Test
    void theMetadataIsMadeFromTheKinds() throws IOException {
        Documents.check(METADATA, FormMetadata.made());
    }

    @Test
    void thePageHasEveryFileWithItsColumns() throws IOException {
        Documents.checkPart(PAGE, "files", files());
    }

    @Test
    void thePageHasEveryProblem() throws IOException {
        Documents.checkPart(PAGE, "problems", problems());
    }

    @Test
    void everyTextOfTheFormIsOfAKindOrAColumn() {
        Set<String> keys = new TreeSet<>(Set.of(FormTexts.REGISTER, FormTexts.STUDENT_RECORDS));
        for (RecordKind kind : RecordKind.values()) {
            keys.add(FormTexts.key(kind));
            kind.columns().forEach(column -> keys.add(FormTexts.key(kind, column)));
        }
        assertThat(Messages.keys(Language.LT).stream().filter(key -> key.startsWith("form.")))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(keys.stream().map(Messages::text).flatMap(text -> Stream.of(text.lt(), text.en())))
                .noneMatch(words -> words.endsWith("."));
    }

    @Test
    void everyProblemSaysSomethingElseInEachLanguage() {
        assertThat(Arrays.stream(LoadProblem.values()).map(LoadProblem::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("MR-L[1-3][0-9]{2}"));
        for (LoadProblem problem : LoadProblem.values()) {
            Text text = Messages.unfilled(problem.code() + ".message");
            assertThat(text.lt()).as(problem.code()).isNotEqualTo(text.en()).doesNotEndWith(".");
            assertThat(text.en()).as(problem.code()).doesNotEndWith(".");
        }
    }

    /** Metadata Vocabulary for Tabular Data, 5.3 to 5.8: what a reader of CSV on the Web looks for. */
    @Test
    void theMetadataIsOfTheShapeThatTheVocabularyHas() throws IOException {
        JsonNode group = JsonMapper.shared().readTree(Files.readString(METADATA));
        assertThat(group.get("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(group.get("tables")).hasSize(RecordKind.values().length);
        for (JsonNode table : group.get("tables")) {
            RecordKind kind = RecordKind.ofFile(table.get("url").asString()).orElseThrow();
            JsonNode schema = table.get("tableSchema");
            List<String> names = names(schema);
            assertThat(names)
                    .containsExactlyElementsOf(
                            kind.columns().stream().map(Column::name).toList());
            for (JsonNode column : schema.get("columns")) {
                assertThat(column.get("titles").get("und").asString())
                        .isEqualTo(column.get("name").asString());
                assertThat(column.get("titles").has("lt")).isTrue();
                assertThat(column.get("titles").has("en")).isTrue();
                assertThat(column.get("datatype").get("base").asString())
                        .isIn("string", "date", "dateTimeStamp", "nonNegativeInteger");
            }
            for (JsonNode key : schema.path("foreignKeys")) {
                JsonNode target = key.get("reference");
                RecordKind referred =
                        RecordKind.ofFile(target.get("resource").asString()).orElseThrow();
                assertThat(names).containsAll(texts(key.get("columnReference")));
                assertThat(referred.columns().stream().map(Column::name))
                        .containsAll(texts(target.get("columnReference")));
                assertThat(texts(target.get("columnReference"))).hasSameSizeAs(texts(key.get("columnReference")));
            }
        }
    }

    private static List<String> names(JsonNode schema) {
        return schema.get("columns")
                .valueStream()
                .map(column -> column.get("name").asString())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String files() {
        StringBuilder text = new StringBuilder();
        for (RecordKind kind : RecordKind.values()) {
            Text meaning = FormTexts.of(kind);
            text.append("\n### %s\n%s · %s. In XML `%s`%s.\n\n"
                    .formatted(
                            kind.file(),
                            meaning.lt(),
                            meaning.en(),
                            kind.element(),
                            kind.isOfStudents() ? " within `student`" : ""));
            text.append("| column | value | lt | en |\n| --- | --- | --- | --- |\n");
            for (Column column : kind.columns()) {
                Text words = FormTexts.of(kind, column);
                text.append("| %s | %s | %s | %s |\n"
                        .formatted(
                                column.isRequired() ? "**`" + column.name() + "`**" : "`" + column.name() + "`",
                                value(column),
                                words.lt(),
                                words.en()));
            }
        }
        return text.append('\n').toString();
    }

    private static String value(Column column) {
        return switch (column.type()) {
            case TEXT -> "text, " + column.most();
            case WORDS -> "words, " + column.most();
            case KEY -> "key";
            case DATE -> "day";
            case TIME -> "time";
            case NUMBER -> "number";
        };
    }

    private static String problems() {
        return Arrays.stream(LoadProblem.values())
                .map(problem -> {
                    Text text = Messages.filled(Messages.unfilled(problem.code() + ".message"), "…", "…", "…");
                    return "| `%s` | %s | %s |\n".formatted(problem.code(), text.lt(), text.en());
                })
                .collect(Collectors.joining("", "\n| code | lt | en |\n| --- | --- | --- |\n", "\n"));
    }
}
