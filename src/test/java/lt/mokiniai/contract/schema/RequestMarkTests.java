package lt.mokiniai.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a request asks about, and how far back, is read from marks of its schema: an element without its mark would go
 * unchecked.
 */
class RequestMarkTests {

    static Stream<PublishedOperation> operations() {
        return PublishedOperations.load().all().stream().filter(PublishedOperation::isGrantable);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyDateOfARequestSaysWhatItMeans(PublishedOperation operation) {
        SchemaTree request = operation.request();

        assertThat(request.paths().stream()
                        .filter(path -> request.at(path).orElseThrow().isDateOrTime())
                        .filter(path -> isWithoutMeaning(request.at(path).orElseThrow())))
                .as("a date is marked with meta:asks, unless it is a data item or identifies somebody")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyListOfARequestSaysAboutHowManyStudentsItIs(PublishedOperation operation) {
        SchemaTree request = operation.request();

        assertThat(request.paths().stream()
                        .filter(path -> request.at(path).orElseThrow().isList()
                                || path.toLowerCase(java.util.Locale.ROOT).endsWith("size"))
                        .filter(path ->
                                request.at(path).orElseThrow().marks().counted().isEmpty()))
                .as("a list, and a number of students, is marked with meta:counts")
                .isEmpty();
    }

    private static boolean isWithoutMeaning(SchemaTree element) {
        return element.marks().asked().isEmpty()
                && element.item().isEmpty()
                && element.marks().identification() == Marks.Identification.NONE;
    }
}
