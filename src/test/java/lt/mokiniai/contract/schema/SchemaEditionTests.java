package lt.mokiniai.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.contract.schema.ChangedSchemas.Change;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.kernel.OperationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaEditionTests {

    private final PublishedOperations later = ChangedSchemas.published();

    @Test
    void anEarlierEditionOfLaterSchemasIsWhatWasPublished() {
        assertThat(later.edition()).isEqualTo(2);
        assertThat(later.in(1).edition()).isEqualTo(1);
        assertThat(EditionLists.of(later.in(1))).isEqualTo(EditionLists.of(PublishedOperations.load()));
        assertThat(later.in(1).numbers())
                .isEqualTo(PublishedOperations.load().numbers())
                .doesNotContain("MR-2.4");
        assertThat(later.in(1).find(OperationId.parse("students/v1/previewStudent")))
                .isEmpty();
        assertThat(later.in(1)
                        .find(OperationId.parse("enrolments/v1/getClassRoster"))
                        .orElseThrow()
                        .ways())
                .containsExactly(WayOfDelivery.BATCH);
    }

    @Test
    void aLaterEditionHasWhatCameWithIt() {
        PublishedOperation operation =
                later.in(2).find(OperationId.parse("students/v1/getStudent")).orElseThrow();

        assertThat(later.in(2).numbers()).contains("MR-2.4", "MR-5.3");
        assertThat(operation.answer().paths())
                .contains("source", "student/origin/preferredLanguage", "student/residence/postcode");
        assertThat(operation.request().paths()).contains("brief");
        assertThat(later.in(2).find(OperationId.parse("students/v1/previewStudent")))
                .isPresent();
        assertThat(later.in(2)
                        .find(OperationId.parse("enrolments/v1/getClassRoster"))
                        .orElseThrow()
                        .ways())
                .containsExactlyInAnyOrder(WayOfDelivery.BATCH, WayOfDelivery.EXTRACT);
    }

    @Test
    void aLaterValueIsToldAsTheOneThatStandsForIt() {
        Codes first = outcome(later.in(1));
        Codes second = outcome(later.in(2));

        assertThat(first.hold("WITHHELD")).isFalse();
        assertThat(first.insteadOf("WITHHELD")).contains("NOT_FOUND");
        assertThat(first.insteadOf("FOUND")).isEmpty();
        assertThat(second.hold("WITHHELD")).isTrue();
        assertThat(second.insteadOf("WITHHELD")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void schemasThatWouldWidenOrBreakEarlierContractsDoNotCompile(String what, Change mistake, String why) {
        String root = ChangedSchemas.copy(what.replace(' ', '-'), List.of(mistake));

        assertThatThrownBy(() -> PublishedOperations.load(root))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    static Stream<Arguments> mistakes() {
        String item = ChangedSchemas.item("preferredLanguage", "MR-2.4", "personal");
        String delivers = "<meta:delivers as=\"batch\" edition=\"1\"/>";
        return Stream.of(
                Arguments.of(
                        "an item that says no edition",
                        ChangedSchemas.addedTo("Origin", item.replace(" edition=\"2\"", "")),
                        "does not say since which edition there is the item MR-2.4"),
                Arguments.of(
                        "an item of an edition that is no number",
                        ChangedSchemas.addedTo("Origin", item.replace("\"2\"", "\"0\"")),
                        "does not say since which edition there is the item MR-2.4"),
                Arguments.of(
                        "a delivery that says no edition",
                        new Change("enrolments.xsd", delivers, "<meta:delivers as=\"batch\"/>"),
                        "does not say since which edition there is the delivers batch"),
                Arguments.of(
                        "an element that must stand there",
                        ChangedSchemas.addedTo("Origin", item.replace(" minOccurs=\"0\"", "")),
                        "adds to origin what must stand there"),
                Arguments.of(
                        "a choice that must be made",
                        ChangedSchemas.addedTo(
                                "Origin", "<xs:choice>" + item.replace(" minOccurs=\"0\"", "") + "</xs:choice>"),
                        "adds to origin what must stand there"),
                Arguments.of(
                        "a value that nothing stands for",
                        ChangedSchemas.value("Outcome", "WITHHELD", ""),
                        "adds the value WITHHELD to Outcome and does not say which value stands for it"),
                Arguments.of(
                        "a value that stands for itself",
                        ChangedSchemas.value("Outcome", "WITHHELD", "WITHHELD"),
                        "adds the value WITHHELD to Outcome and does not say which value stands for it"));
    }

    private static Codes outcome(PublishedOperations published) {
        return published
                .find(OperationId.parse("students/v1/getStudent"))
                .orElseThrow()
                .answer()
                .child("outcome")
                .codes();
    }
}
