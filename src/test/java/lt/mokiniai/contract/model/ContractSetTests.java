package lt.mokiniai.contract.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.schema.ChangedSchemas;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A party with three contracts, of which two name its certificate. */
class ContractSetTests {

    private static final String CASES = "LT-TEST/GOV/190000015/cases";
    private static final String STATISTICS = "LT-TEST/GOV/190000015/statistics";
    private static final String ARCHIVE = "LT-TEST/GOV/190000015/archive";
    private static final String OF_ANOTHER = "LT-TEST/GOV/190000022/cases";
    private static final X509Certificate OFFICE =
            Signers.certificate("CN=office,O=Test Office,C=LT", "CN=Test CA,C=LT");

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void write() throws IOException {
        String sound = Files.readString(Path.of("src/test/resources/contracts/sound/contract.xml"));
        add("1", sound.replace(CASES, ARCHIVE).replace("CN=office", "CN=archive"));
        add("2", sound);
        add("3", sound.replace(CASES, STATISTICS).replace("in-force", "suspended"));
        add(
                "4",
                sound.replace(CASES, OF_ANOTHER)
                        .replace("code=\"190000015\"", "code=\"190000022\"")
                        .replace("CN=office", "CN=other"));
    }

    @Test
    void aPartyHasAllItsSubsystemsThoseOfTheCertificateFirst() {
        Party party = read().partyOf(OFFICE);

        assertThat(party.code()).isEqualTo("190000015");
        assertThat(party.client()).isEqualTo(XRoadId.parse(CASES));
        assertThat(party.clients())
                .containsExactly(XRoadId.parse(CASES), XRoadId.parse(STATISTICS), XRoadId.parse(ARCHIVE));
        assertThat(party.contracts()).containsExactlyInAnyOrder("MR-2026-102", "MR-2026-103");
    }

    @Test
    void givesTheContractsThatNameTheCertificateWhetherInForceOrNot() {
        ContractSet set = read();

        assertThat(set.of(set.partyOf(OFFICE))).extracting(Contract::id).containsExactly("MR-2026-102", "MR-2026-103");
        assertThat(set.of(set.partyOf(Signers.certificate("CN=archive,O=Test Office,C=LT", "CN=Test CA,C=LT"))))
                .extracting(Contract::id)
                .containsExactly("MR-2026-101");
    }

    @Test
    void eachSubsystemOfThePartyIsTheSignersAndNoOther() {
        ContractSet set = read();
        Party party = set.partyOf(OFFICE);

        for (String own : new String[] {CASES, STATISTICS, ARCHIVE}) {
            assertThatCode(() -> set.checkClient(party, caller(own))).doesNotThrowAnyException();
        }
        for (String foreign : new String[] {OF_ANOTHER, "LT-TEST/COM/190000015/cases", "LT/GOV/190000015/cases"}) {
            ExchangeException refusal =
                    catchThrowableOfType(ExchangeException.class, () -> set.checkClient(party, caller(foreign)));
            assertThat(refusal.error()).isEqualTo(ExchangeError.CLIENT_IS_NOT_THE_SIGNER);
        }
    }

    @Test
    void answersWithRsaWhereOneOfTheContractsSelectsIt() {
        files.computeIfPresent(
                "3.xml",
                (name, file) -> new String(file, UTF_8)
                        .replace("/statistics\">", "/statistics\" answerAlgorithm=\"RSA\">")
                        .getBytes(UTF_8));

        assertThat(read().partyOf(OFFICE).answerAlgorithm()).isEqualTo(KeyAlgorithm.RSA);
    }

    @Test
    void theEditionOfAPartyIsTheNewestOfTheContractsThatNameItsCertificate() {
        edition("1.xml");
        assertThat(laterEdition()).as("a contract of its other certificate").isEqualTo(1);
        edition("3.xml");
        assertThat(laterEdition()).isEqualTo(2);
    }

    private void edition(String file) {
        files.computeIfPresent(
                file,
                (name, contract) -> new String(contract, UTF_8)
                        .replace("edition=\"1\"", "edition=\"2\"")
                        .getBytes(UTF_8));
    }

    private int laterEdition() {
        ContractSet set = new SetReader(ChangedSchemas.published()).read(FileSet.of(files));
        return set.editionOf(set.partyOf(OFFICE));
    }

    private void add(String number, String contract) {
        files.put(
                number + ".xml",
                contract.replace("MR-2026-101", "MR-2026-10" + number).getBytes(UTF_8));
    }

    private ContractSet read() {
        return new SetReader(PublishedOperations.load()).read(FileSet.of(files));
    }

    private static Caller caller(String client) {
        return new Caller(XRoadId.parse(client), "1", Optional.empty(), Optional.empty());
    }
}
