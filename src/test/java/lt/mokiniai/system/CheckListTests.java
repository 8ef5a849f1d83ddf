package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.architecture.Documents;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.checks.Checks;
import lt.mokiniai.exchange.services.ServiceCatalogue;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.wsdl.contracts.RuleName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The list of checks is whole, has one order, and stands so in the documents. */
class CheckListTests {

    private static final List<Check> CHECKS =
            Register.shared().bean(Checks.class).list();

    @Test
    void everyStageHasOneCheckButThoseThatAnExplanationCannotRun() {
        for (Stage stage : Stage.values()) {
            assertThat(CHECKS.stream().filter(check -> check.covers(stage)))
                    .as(stage.name())
                    .hasSize(
                            EnumSet.of(Stage.REPLAY, Stage.VALUES, Stage.STUDENTS)
                                            .contains(stage)
                                    ? 0
                                    : 1);
        }
        assertThat(CHECKS).extracting(Check::stage).isSorted();
    }

    @Test
    void everyFaultOfAMessageKnowsItsStageAndEveryStageItsFaults() {
        assertThat(Arrays.stream(ExchangeError.values())
                        .filter(error -> error.stage().isEmpty()))
                .containsExactly(
                        ExchangeError.BROKEN_OFF,
                        ExchangeError.INTERNAL,
                        ExchangeError.DATABASE,
                        ExchangeError.OVERLOADED);
        assertThat(Arrays.stream(ExchangeError.values())
                        .flatMap(error -> error.stage().stream())
                        .distinct())
                .containsExactlyInAnyOrder(Stage.values());
    }

    /** A message whose refusal undoes nothing spends its id too: what comes after the guard against replays, and passes not. */
    @Test
    void noMessageUsesItsIdUpBeforeTheGuardAgainstReplays() {
        for (ExchangeError error : ExchangeError.values()) {
            if (error.stage()
                    .filter(stage -> stage.compareTo(Stage.REPLAY) <= 0)
                    .isPresent()) {
                assertThat(error.usesIdUp()).as(error.code()).isFalse();
            }
        }
    }

    /** The operation check finds what is published; a message of one that nothing answers would fail after all checks. */
    @Test
    void everyOperationThatIsFoundIsAnswered() {
        List<String> answered = Register.shared().bean(ServiceCatalogue.class).services().stream()
                .flatMap(service -> service.operations().stream().map(operation -> service.id() + "/" + operation))
                .toList();
        assertThat(Register.shared().bean(PublishedOperations.class).all())
                .extracting(operation -> operation.id().toString())
                .containsExactlyInAnyOrderElementsOf(answered);
    }

    @Test
    void explainRequestNamesTheStages() {
        assertThat(RuleName.values()).extracting(Enum::name).containsExactly(names());
    }

    @Test
    void theListInTheDocumentsIsTheListOfTheCode() throws IOException {
        StringBuilder table = new StringBuilder(
                "\n| stage | holds when the message passes | check | else |\n| --- | --- | --- | --- |\n");
        for (Stage stage : Stage.values()) {
            table.append("| `%s` | %s | %s | %s |\n".formatted(stage, meaning(stage), check(stage), faults(stage)));
        }
        Documents.checkPart(
                Path.of("docs/architecture.md"),
                "checks, drawn by CheckListTests",
                table.append('\n').toString());
    }

    private static String[] names() {
        return Arrays.stream(Stage.values()).map(Enum::name).toArray(String[]::new);
    }

    private static String check(Stage stage) {
        return switch (stage) {
            case REPLAY -> "`MessageProcessor.ReplayCheck`";
            case VALUES -> "the operation";
            case STUDENTS -> "`UsageAccounting.students`";
            default ->
                CHECKS.stream()
                        .filter(check -> check.covers(stage))
                        .map(check -> "`" + check.getClass().getSimpleName() + "`")
                        .collect(Collectors.joining());
        };
    }

    private static String faults(Stage stage) {
        return Arrays.stream(ExchangeError.values())
                .filter(error -> error.stage().equals(Optional.of(stage)))
                .map(ExchangeError::code)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** As the schema of explainRequest tells it; what is said there of that operation alone is left out. */
    private static String meaning(Stage stage) throws IOException {
        Element schema = Xml.parse(Files.readAllBytes(Path.of("wsdl/contracts/v1/contracts.xsd")))
                .getDocumentElement();
        return Xml.children(schema, "simpleType").stream()
                .filter(type -> type.getAttribute("name").equals("RuleName"))
                .flatMap(type -> Xml.children(Xml.child(type, "restriction"), "enumeration").stream())
                .filter(value -> value.getAttribute("value").equals(stage.name()))
                .flatMap(value -> documentation(value))
                .map(text -> text.replaceFirst("\\. .*", ".").replaceFirst("\\.$", ""))
                .collect(Collectors.joining());
    }

    private static Stream<String> documentation(Element value) {
        return Xml.children(Xml.child(value, "annotation"), "documentation").stream()
                .filter(text -> text.getAttribute("xml:lang").equals("en"))
                .map(Element::getTextContent);
    }
}
