package lt.mokiniai.contract.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Allowed;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.PublishedOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Nothing that contract.xsd lets a lawyer write is ignored: whatever is changed in a file changes what is read of it. */
class WholeLanguageTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    @ParameterizedTest
    @MethodSource("soundFiles")
    void eachElementAndAttributeMakesADifference(Path file) throws IOException {
        Document sound = FileChange.parse(Files.readAllBytes(file));
        Optional<Contract> asItIs = read(ContractDocument.of("contract.xml", FileChange.bytes(sound)));
        List<FileChange> changes = FileChange.all(sound);
        List<FileChange> ignored = new ArrayList<>();

        for (FileChange change : changes) {
            ContractDocument changed = ContractDocument.of("contract.xml", change.made(sound));
            assertThat(changed.isValid() || change.mayBreakTheSchema())
                    .as("%s: %s", change, changed.problems())
                    .isTrue();
            if (changed.isValid()) {
                Optional<Contract> read = read(changed);
                if (changed.problems().isEmpty() && read.equals(asItIs)) {
                    ignored.add(change);
                }
            }
        }

        assertThat(changes).hasSizeGreaterThan(50);
        assertThat(ignored).isEmpty();
    }

    @Test
    void theSoundFilesHoldEachElementAndAttributeOfTheLanguage() throws IOException {
        LanguageSchema language = LanguageSchema.read();
        Set<String> unused = new TreeSet<>(language.words());
        for (Path file : soundFiles()) {
            unused.removeAll(
                    language.wordsOf(FileChange.parse(Files.readAllBytes(file)).getDocumentElement()));
        }

        assertThat(unused).isEqualTo(waysThatNoOperationHas());
    }

    /** A way that nothing delivers in stands in no sound file; way-that-the-operation-does-not-have shows that it is read. */
    private static Set<String> waysThatNoOperationHas() {
        Set<WayOfDelivery> ways = EnumSet.allOf(WayOfDelivery.class);
        PUBLISHED.all().forEach(operation -> ways.removeAll(operation.ways()));
        Set<String> words = new TreeSet<>();
        ways.forEach(way -> words.add("Delivery/" + way));
        return words;
    }

    static List<Path> soundFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/contracts"))) {
            return files.filter(file -> file.toString().matches(".*/sound[^/]*/[^/]*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    /** Reads a contract, but for where it stands: its digest and its lines. */
    private static Optional<Contract> read(ContractDocument document) {
        return ContractReader.read(document, new byte[0], PUBLISHED).map(WholeLanguageTests::withoutPlace);
    }

    private static Contract withoutPlace(Contract read) {
        return new Contract(
                read.identity(),
                read.term(),
                read.party(),
                read.statements(),
                read.students(),
                read.supply(),
                new Allowed(
                        read.grants().stream()
                                .map(WholeLanguageTests::withoutLine)
                                .toList(),
                        read.representation()));
    }

    private static Grant withoutLine(Grant grant) {
        return new Grant(
                0,
                grant.operation(),
                grant.requested(),
                grant.shown(),
                grant.coverage(),
                grant.delivery(),
                grant.conditions());
    }
}
