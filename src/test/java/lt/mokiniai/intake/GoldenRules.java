package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.architecture.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deliveries of the files, one after the other, with what came of each record and what is recorded then. */
interface GoldenRules {

    List<String> FILES = List.of("full", "changes", "correction", "end", "quarantine");

    /** What a register refers to. */
    Map<String, List<String>> GIVEN = Map.of(
            "institutions", List.of(),
            "programmes", List.of(),
            "licences", List.of("institutions", "programmes"),
            "pedagogues", List.of("institutions"));

    Deliveries deliveries();

    /** Has what a register refers to recorded. */
    default void given(String register) {
        GIVEN.get(register).forEach(other -> deliveries().deliver(other, "full"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"institutions", "programmes", "licences", "pedagogues"})
    default void recordsWhatIsDelivered(String register) throws IOException {
        given(register);
        for (String file : FILES) {
            List<String> lines = new ArrayList<>(deliveries().deliver(register, file));
            for (int place = 0; place < lines.size(); place++) {
                lines.set(place, (place + 1) + " " + lines.get(place));
            }
            String told = String.join("\n", lines)
                    + "\n\n"
                    + RecordedSources.of(register, deliveries().jdbc());
            Documents.check(DeliveredFile.FOLDER.resolve(register).resolve(file + ".expected.txt"), told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"institutions", "programmes", "licences", "pedagogues"})
    default void theSameDeliveryAgainChangesNothing(String register) {
        given(register);
        for (String file : FILES) {
            deliveries().deliver(register, file);
            String recorded = RecordedSources.of(register, deliveries().jdbc());

            assertThat(deliveries().deliver(register, file)).as(file).doesNotContain("APPLIED");
            assertThat(RecordedSources.of(register, deliveries().jdbc()))
                    .as(file)
                    .isEqualTo(recorded);
        }
    }
}
