package lt.mokiniai.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.contract.signatures.ContractSignature;
import lt.mokiniai.contract.signatures.ContractText;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.contract.signatures.SignatureVerifier;
import lt.mokiniai.kernel.LegalEntityCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class DemoContractsTests {

    private static final LegalEntityCode REGISTER = new LegalEntityCode("190000008");
    private static final String TICKETING = "MR-2026-003-ticketing.xml";

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    /** An authority without RSA keys beside it, which take long to make. */
    private static DemoAuthority authority;

    @TempDir
    private Path temporary;

    private Path source;
    private Path folder;

    @BeforeAll
    static void makeTheAuthority() throws Exception {
        authority = DemoAuthority.create(DemoParty.issuer(), NOW);
    }

    @BeforeEach
    void copyTheContracts() throws IOException {
        source = Files.createDirectory(temporary.resolve("contracts"));
        folder = temporary.resolve("demo");
        try (Stream<Path> files = Files.list(Path.of("contracts"))) {
            for (Path file : files.toList()) {
                Files.copy(file, source.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void signsEachContractForTheRegisterAndItsParty() throws Exception {
        assertThat(prepare()).isEqualTo(16);

        BothParties rule = new BothParties(REGISTER, Signatories.load(folder.resolve("signatories")));
        Map<String, String> parties = Map.ofEntries(
                Map.entry("MR-2026-001-benefits.xml", "190000015"),
                Map.entry("MR-2026-002-municipality.xml", "190000022"),
                Map.entry(TICKETING, "190000039"),
                Map.entry("MR-2026-004-migration.xml", "190000047"),
                Map.entry("MR-2026-005-school.xml", "191000018"),
                Map.entry("MR-2026-006-health.xml", "190000054"),
                Map.entry("MR-2026-007-founder.xml", "190000022"),
                Map.entry("MR-2026-008-monitoring.xml", "190000079"),
                Map.entry("MR-2026-009-vendor.xml", "190000093"),
                Map.entry("MR-2026-010-agency.xml", "190000086"),
                Map.entry("MR-2026-011-division.xml", "190000022"),
                Map.entry("MR-2026-012-progymnasium.xml", "191000114"),
                Map.entry("MR-2026-013-institutions.xml", "190000104"),
                Map.entry("MR-2026-014-programmes.xml", "190000111"),
                Map.entry("MR-2026-015-licences.xml", "190000129"),
                Map.entry("MR-2026-016-pedagogues.xml", "190000136"));
        assertThat(files("contracts").keySet()).isEqualTo(new TreeMap<>(parties).keySet());
        for (Map.Entry<String, String> party : parties.entrySet()) {
            assertThat(rule.problems(signed(party.getKey()).root(), party.getValue()))
                    .as(party.getKey())
                    .isEmpty();
        }
        assertThat(folder.resolve("register-signatory.p12")).exists();
        assertThat(folder.resolve("ticketing-signatory.p12")).exists();
    }

    @Test
    void changesNothingAtTheNextStart() throws Exception {
        prepare();
        Map<String, String> before = files(".");

        assertThat(prepare()).isZero();

        assertThat(files(".")).isEqualTo(before);
    }

    @Test
    void signsAChangedContractAgainWithTheSameKeys() throws Exception {
        prepare();
        Map<String, String> keys = files("signatories");
        Map<String, String> before = files("contracts");
        change(TICKETING, "version=\"1\"", "version=\"2\"");

        assertThat(prepare()).isEqualTo(1);

        assertThat(files("signatories")).isEqualTo(keys);
        Map<String, String> after = files("contracts");
        assertThat(after.remove(TICKETING)).contains("version=\"2\"").isNotEqualTo(before.remove(TICKETING));
        assertThat(after).isEqualTo(before);
        assertThat(intact(TICKETING)).containsExactly(true, true);
    }

    @Test
    void signsAgainWhatSomebodyChangedInTheDemoFolder() throws Exception {
        prepare();
        Path file = folder.resolve("contracts").resolve(TICKETING);
        Files.writeString(file, Files.readString(file).replace("<ds:DigestValue>", "<ds:DigestValue>AA"));

        assertThat(prepare()).isEqualTo(1);

        assertThat(intact(TICKETING)).containsExactly(true, true);
    }

    @Test
    void signsAgainWhenAKeyIsMissing() throws Exception {
        prepare();
        Files.delete(folder.resolve("ticketing-signatory.p12"));

        assertThat(prepare()).isEqualTo(1);

        assertThat(new BothParties(REGISTER, Signatories.load(folder.resolve("signatories")))
                        .problems(signed(TICKETING).root(), "190000039"))
                .isEmpty();
    }

    @Test
    void removesWhatTheSourceNoLongerHas() throws Exception {
        prepare();
        Files.delete(source.resolve(TICKETING));

        assertThat(prepare()).isZero();

        assertThat(files("contracts")).hasSize(15).doesNotContainKey(TICKETING);
    }

    @Test
    void leavesAloneWhatSomebodyElsePutBesideIt() throws Exception {
        prepare();
        Files.copy(source.resolve(TICKETING), folder.resolve("contracts").resolve("of-a-user.xml"));

        prepare();

        assertThat(files("contracts")).containsKeys(TICKETING, "of-a-user.xml");
    }

    @Test
    void makesAKeyForAPartyOfItsUser() throws Exception {
        Files.writeString(
                source.resolve("own.xml"),
                Files.readString(source.resolve(TICKETING)).replace("190000039", "190000905"));

        prepare();

        assertThat(folder.resolve("190000905-signatory.p12")).exists();
        assertThat(folder.resolve("signatories/190000905.crt")).exists();
        assertThat(intact("own.xml")).containsExactly(true, true);
    }

    @Test
    void leavesItToTheReadingOfContractsToTellWhatIsBroken() throws Exception {
        change(TICKETING, "</grants>", "");
        change("MR-2026-005-school.xml", "code=\"191000018\"", "code=\"191000019\"");
        change("MR-2026-001-benefits.xml", "code=\"190000015\"", "code=\"190000008\"");

        prepare();

        for (String name : List.of(TICKETING, "MR-2026-005-school.xml", "MR-2026-001-benefits.xml")) {
            assertThat(folder.resolve("contracts").resolve(name)).hasSameTextualContentAs(source.resolve(name));
        }
    }

    @Test
    void leavesSignaturesThatItsUserMade() throws Exception {
        prepare();
        Files.copy(folder.resolve("contracts").resolve(TICKETING), source.resolve("signed.xml"));
        change("signed.xml", "version=\"1\"", "version=\"2\"");

        prepare();

        assertThat(folder.resolve("contracts/signed.xml")).hasSameTextualContentAs(source.resolve("signed.xml"));
        assertThat(intact("signed.xml")).containsExactly(false, false);
    }

    @Test
    void saysWhichSettingNamesAFolderThatIsNotThere() {
        source = temporary.resolve("missing");

        assertThatThrownBy(this::prepare).hasMessageContaining("mokiniai.demo.contracts");
    }

    /** A program that was copied somewhere has no source tree beside it. */
    @Test
    void takesTheContractsOfTheProgramWhereNoSettingNamesAFolder() throws Exception {
        assertThat(contracts().prepare(Optional.empty(), temporary.resolve("missing")))
                .isEqualTo(16);

        assertThat(intact(TICKETING)).containsExactly(true, true);
    }

    /** Else each demo would have a folder that is set. */
    @Test
    void theSettingsOfADemoNameNoFolder() throws IOException {
        assertThat(new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yaml")))
                .isNotEmpty()
                .noneMatch(settings -> settings.containsProperty("mokiniai.demo.contracts"));
    }

    @Test
    void takesThoseOfTheUsualFolderWhereItIsThere() throws Exception {
        change(TICKETING, "version=\"1\"", "version=\"2\"");

        contracts().prepare(Optional.empty(), source);

        assertThat(files("contracts").get(TICKETING)).contains("version=\"2\"");
    }

    private int prepare() throws IOException, GeneralSecurityException {
        return contracts().prepare(Optional.of(source), temporary);
    }

    private DemoContracts contracts() throws IOException, GeneralSecurityException {
        DemoFolder demo = new DemoFolder(folder);
        return new DemoContracts(demo, new DemoSignatories(demo, authority, REGISTER));
    }

    private void change(String name, String text, String other) throws IOException {
        String before = Files.readString(source.resolve(name));
        assertThat(before).contains(text);
        Files.writeString(source.resolve(name), before.replace(text, other));
    }

    private ContractText signed(String name) throws IOException {
        return ContractText.of(Files.readAllBytes(folder.resolve("contracts").resolve(name)));
    }

    private List<Boolean> intact(String name) throws IOException {
        return SignatureVerifier.verify(signed(name).root()).stream()
                .map(ContractSignature::isIntact)
                .toList();
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path top = folder.resolve(name);
        try (Stream<Path> files = Files.walk(top)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(top.relativize(file).toString(), read(file)));
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
