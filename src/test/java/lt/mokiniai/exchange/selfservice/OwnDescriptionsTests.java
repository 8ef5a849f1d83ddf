package lt.mokiniai.exchange.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lt.mokiniai.contract.description.Description;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.ChangedSchemas;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.ServiceId;
import org.junit.jupiter.api.Test;

/** A party's WSDL is made once for a set, and follows the set and the day. */
class OwnDescriptionsTests {

    private static final URI ADDRESS = URI.create("https://register.example.lt/services/students/v1");
    private static final Instant NOW = Instant.parse("2026-09-02T10:00:00Z");
    private static final SetReader READER = new SetReader(PublishedOperations.load());
    private static final String BENEFITS = "MR-2026-001-benefits.xml";

    private final OwnDescriptions descriptions = new OwnDescriptions();

    @Test
    void isMadeOnceForASetAndAnAddress() {
        ContractSet set = READER.read(FileSet.of(files()));
        byte[] first = file(set, ADDRESS, NOW, "MR-2026-001");
        assertThat(file(set, ADDRESS, NOW, "MR-2026-001")).isSameAs(first);
        URI other = URI.create("https://other.example.lt/services/students/v1");
        assertThat(Description.of(file(set, other, NOW, "MR-2026-001")).address())
                .isEqualTo(other);
    }

    @Test
    void followsTheSet() {
        ContractSet before = READER.read(FileSet.of(files()));
        assertThat(text(file(before, ADDRESS, NOW, "MR-2026-001"))).contains("familyName");
        SortedMap<String, byte[]> files = files();
        files.computeIfPresent(
                BENEFITS,
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("version=\"1\" kind", "version=\"2\" kind")
                        .getBytes(StandardCharsets.UTF_8));
        ContractSet after = READER.read(FileSet.of(files));
        assertThat(text(file(after, ADDRESS, NOW, "MR-2026-001"))).contains("MR-2026-001, version 2");
        assertThat(text(file(before, ADDRESS, NOW, "MR-2026-001"))).contains("MR-2026-001, version 1");
    }

    @Test
    void endsWithTheContract() {
        ContractSet set = READER.read(FileSet.of(files()));
        List<Contract> own = contracts(set, "MR-2026-001");
        Instant later = Instant.parse("2099-01-01T10:00:00Z");
        assertThat(descriptions.of(ServiceId.parse("students/v1"), ADDRESS, set, own, later))
                .isEmpty();
        assertThat(descriptions.of(ServiceId.parse("students/v1"), ADDRESS, set, own, NOW))
                .isPresent();
    }

    @Test
    void holdsWhatAnyOfSeveralContractsAllows() {
        ContractSet set = READER.read(FileSet.of(files()));
        byte[] both = file(set, ADDRESS, NOW, "MR-2026-001", "MR-2026-002");
        assertThat(Description.of(both).operations())
                .containsAll(
                        Description.of(file(set, ADDRESS, NOW, "MR-2026-002")).operations());
        assertThat(text(both)).contains("contracts MR-2026-001, version 1", "; MR-2026-002, version 1", "guardian");
        assertThat(text(file(set, ADDRESS, NOW, "MR-2026-001"))).doesNotContain("guardian");
    }

    @Test
    void changesNothingWhereALaterEditionAddsToTheSchemas() {
        OwnDescriptions later = new OwnDescriptions(ChangedSchemas.SECOND_EDITION);
        ContractSet before = READER.read(FileSet.of(files()));
        ContractSet after = new SetReader(ChangedSchemas.published()).read(FileSet.of(files()));
        int described = 0;
        for (int i = 0; i < before.all().size(); i++) {
            for (ServiceId service : List.of(
                    ServiceId.parse("students/v1"),
                    ServiceId.parse("enrolments/v1"),
                    ServiceId.parse("results/v1"),
                    ServiceId.parse("certificates/v1"))) {
                Optional<OwnDescriptions.Description> old = descriptions.of(
                        service, ADDRESS, before, List.of(before.all().get(i)), NOW);
                Optional<OwnDescriptions.Description> same =
                        later.of(service, ADDRESS, after, List.of(after.all().get(i)), NOW);
                assertThat(same.map(file -> text(file.content()))).isEqualTo(old.map(file -> text(file.content())));
                described += old.isPresent() ? 1 : 0;
            }
        }
        assertThat(described).isGreaterThan(8);
    }

    @Test
    void holdsWhatCameWithTheEditionOfTheContract() {
        SortedMap<String, byte[]> files = files();
        files.replaceAll((name, bytes) ->
                text(bytes).replace("edition=\"1\"", "edition=\"2\"").getBytes(StandardCharsets.UTF_8));
        ContractSet set = new SetReader(ChangedSchemas.published()).read(FileSet.of(files));

        String file = text(new OwnDescriptions(ChangedSchemas.SECOND_EDITION)
                .of(ServiceId.parse("students/v1"), ADDRESS, set, contracts(set, "MR-2026-005"), NOW)
                .orElseThrow()
                .content());

        assertThat(Description.of(file.getBytes(StandardCharsets.UTF_8)).operations())
                .containsExactly(
                        "changePersonalCode",
                        "findStudents",
                        "getStudent",
                        "registerStudent",
                        "removeStudent",
                        "resolveStudents",
                        "updateStudent");
        assertThat(file)
                .contains("edition 2 of the data items")
                .contains("name=\"preferredLanguage\"", "name=\"plan\"", "name=\"postcode\"", "name=\"sex\"")
                .contains("name=\"source\"", "name=\"brief\"", "name=\"node\"", "name=\"hint\"")
                .contains("value=\"WITHHELD\"");
    }

    @Test
    void ofContractsOfTwoEditionsItIsOfTheNewest() {
        SortedMap<String, byte[]> files = files();
        files.replaceAll((name, bytes) -> text(bytes).contains("MR-2026-001")
                ? text(bytes).replace("edition=\"1\"", "edition=\"2\"").getBytes(StandardCharsets.UTF_8)
                : bytes);
        ContractSet set = new SetReader(ChangedSchemas.published()).read(FileSet.of(files));

        assertThat(later(set, "MR-2026-001", "MR-2026-002")).contains("name=\"source\"");
        assertThat(later(set, "MR-2026-002", "MR-2026-001")).contains("name=\"source\"");
        assertThat(later(set, "MR-2026-002")).doesNotContain("name=\"source\"");
    }

    private static String later(ContractSet set, String... ids) {
        return text(new OwnDescriptions(ChangedSchemas.SECOND_EDITION)
                .of(ServiceId.parse("students/v1"), ADDRESS, set, contracts(set, ids), NOW)
                .orElseThrow()
                .content());
    }

    private byte[] file(ContractSet set, URI address, Instant now, String... ids) {
        return descriptions
                .of(ServiceId.parse("students/v1"), address, set, contracts(set, ids), now)
                .orElseThrow()
                .content();
    }

    private static List<Contract> contracts(ContractSet set, String... ids) {
        return set.all().stream()
                .filter(contract -> List.of(ids).contains(contract.id()))
                .toList();
    }

    private static SortedMap<String, byte[]> files() {
        FileSet files = new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files();
        assertThat(files.digests()).containsKey(BENEFITS);
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.digests().keySet().forEach(name -> bytes.put(name, files.read(name)));
        return bytes;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
