package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lt.mokiniai.system.Examples.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.assertj3.XmlAssert;

/**
 * Sends the examples again and compares the answers with those of an earlier day, which are kept as they were then,
 * without times and signatures. Unlike {@code docs/examples/} these are not made anew: what differs is a change of the
 * service that somebody must have meant. With {@code -Dmokiniai.frozen=write} an example that is not kept yet is added.
 */
class FrozenExamplesTests {

    private static final Path FOLDER = Path.of("src", "test", "resources", "frozen", "2026-11-29");

    static Stream<Example> examples() {
        return Examples.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isAnsweredAsItWasThen(Example example) throws IOException {
        String answer =
                ComparableMessage.of(example.message(Register.shared()).send().bytes());
        Path kept = FOLDER.resolve(file(example));
        if ("write".equals(System.getProperty("mokiniai.frozen")) && Files.notExists(kept)) {
            Files.createDirectories(FOLDER);
            Files.writeString(kept, answer);
        }
        XmlAssert.assertThat(answer).and(Files.readString(kept)).areSimilar();
    }

    @Test
    void nothingIsKeptThatIsNotAskedForAnyMore() throws IOException {
        try (Stream<Path> kept = Files.list(FOLDER)) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .isSubsetOf(examples().map(FrozenExamplesTests::file).toList());
        }
    }

    private static String file(Example example) {
        return example.folder().replace('/', '-') + ".xml";
    }
}
