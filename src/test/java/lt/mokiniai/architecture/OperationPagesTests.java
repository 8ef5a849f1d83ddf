package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.architecture.Declarations.Declared;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** A page for each operation, made from the WSDL and the schemas that clients read. */
class OperationPagesTests {

    private static final Path PAGES = Path.of("docs", "operations");
    private static final Path EXAMPLES = Path.of("docs", "examples");

    static List<PublishedOperation> operations() {
        return PublishedOperations.load().all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void thePageOfAnOperationIsWhatItsSchemaSays(PublishedOperation operation) throws IOException {
        Documents.check(PAGES.resolve(operation.operation() + ".md"), page(operation));
    }

    @Test
    void theListNamesEveryOperation() throws IOException {
        StringBuilder list = new StringBuilder("""
                # Operations · Operacijos

                A page for each, made from the WSDL and the schemas by `OperationPagesTests`. What may be asked and answered is more
                than any party gets: that stands in its contract.

                | service | operation | lt | en |
                | --- | --- | --- | --- |
                """);
        for (PublishedOperation operation : operations()) {
            List<String> texts = texts(operation);
            list.append("| `%s` | [%s](%s.md) | %s | %s |\n"
                    .formatted(
                            operation.service(),
                            operation.operation(),
                            operation.operation(),
                            texts.get(0),
                            texts.get(1)));
        }
        Documents.check(PAGES.resolve("README.md"), list.toString());
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages)
                    .as("a page of an operation that is no more")
                    .hasSize(operations().size() + 1);
        }
    }

    private static String page(PublishedOperation operation) throws IOException {
        List<String> texts = texts(operation);
        String name = operation.operation();
        Declarations declared = new Declarations(schema(operation), Path.of("wsdl/types/v1/types.xsd"));
        return """
                # %s

                %s

                %s

                | | |
                | --- | --- |
                | address | `/services/%s` |
                | SOAPAction | `http://mokiniai.lt/%s/%s` |
                | Body | `{http://mokiniai.lt/%s}%s` |
                | contract | %s |

                In the tables **item** is the number of the data item in the register's regulations, with its sensitivity. A field that
                a contract does not grant is left out of an answer.

                ## Request · Užklausa
                %s
                ## Answer · Atsakymas
                %s
                ## Faults · Klaidos
                Any of [the catalogue](../faults.md), by HTTP 500 with `detail/fault/code`.%s

                ## Examples · Pavyzdžiai
                Sent by the tests, with what came back.

                %s
                """.formatted(
                        name,
                        texts.get(0),
                        texts.get(1),
                        operation.service(),
                        operation.service(),
                        name,
                        operation.service(),
                        name,
                        operation.isGrantable()
                                ? "grants it; delivery " + delivery(operation)
                                : "none is needed: it tells a party about itself",
                        table(operation.request(), declared, declared.message(name)),
                        table(operation.answer(), declared, declared.message(name + "Response")),
                        operation.isGrantable()
                                ? " Those of the contract (MR-3xx) and of quotas are of the grant for this operation."
                                : " No quota is counted.",
                        examples(name));
    }

    private static String delivery(PublishedOperation operation) {
        return operation.ways().stream().sorted().map(way -> "`" + way + "`").collect(Collectors.joining(", "));
    }

    private static String table(SchemaTree message, Declarations declared, Declared parent) {
        StringBuilder rows = new StringBuilder();
        rows(message, declared, parent, "", rows);
        return rows.isEmpty()
                ? "Empty. · Tuščia.\n"
                : "| path | type | times | item | lt | en |\n| --- | --- | --- | --- | --- | --- |\n" + rows;
    }

    private static void rows(
            SchemaTree parent, Declarations declared, Declared declaration, String prefix, StringBuilder rows) {
        Map<String, Declared> fields = declared.within(declaration);
        parent.children().forEach((name, field) -> {
            Declared found = fields.get(name);
            assertThat(found).as(prefix + name).isNotNull();
            rows.append("| `%s%s` | `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            prefix,
                            name,
                            found.type(),
                            found.occurs(),
                            field.item().map(OperationPagesTests::item).orElse(""),
                            cell(field.text().lt()),
                            cell(field.text().en())));
            rows(field, declared, found, prefix + name + "/", rows);
        });
    }

    private static String item(DataItem item) {
        return item.number() + " " + item.sensitivity();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static String examples(String operation) throws IOException {
        Path folder = EXAMPLES.resolve(operation);
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted()
                    .map(example ->
                            "- [%1$s](../examples/%2$s/%1$s/README.md)".formatted(example.getFileName(), operation))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static List<String> texts(PublishedOperation operation) throws IOException {
        Element wsdl = Declarations.parse(Path.of(schema(operation).toString().replaceAll("xsd$", "wsdl")));
        return Declarations.documentation(wsdl, operation.operation());
    }

    private static Path schema(PublishedOperation operation) {
        return Path.of(operation.service().schema());
    }
}
