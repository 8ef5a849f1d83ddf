package lt.mokiniai.contract.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lt.mokiniai.register.bench.TestProvenance.NO_REQUEST;
import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.register.bench.TestPseudonyms;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lock 1: who signed, for whom, under which contract, for what. */
class AdmissionTests {

    private static final X509Certificate OFFICE =
            Signers.certificate("CN=office,O=Test Office,C=LT", "CN=Test CA,C=LT");
    private static final String CASES = "LT-TEST/GOV/190000015/cases";
    private static final String STATISTICS = "LT-TEST/GOV/190000015/statistics";

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();

    private String sound = "";
    private Instant now = Instant.parse("2026-06-15T10:00:00Z");

    @BeforeEach
    void read() throws IOException {
        sound = Files.readString(Path.of("src/test/resources/contracts/sound/contract.xml"));
    }

    @Test
    void admitsUnderTheContractThatGrantsTheOperation() throws IOException {
        Admission admission = admit(contracts(sound), CASES, "getStudent");

        Scope scope = admission.newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST);
        assertThat(admission.contract().id()).isEqualTo("MR-2026-101");
        assertThat(admission.contract().version()).isEqualTo("1");
        assertThat(admission.contract().digest()).isEqualTo(Digest.sha256(sound.getBytes(UTF_8)));
        assertThat(admission.grant().id()).hasToString("students/v1/getStudent");
        assertThat(scope.fields().allows("student/identity/personalCode")).isTrue();
        assertThat(scope.fields().allows("student/residence/municipality")).isTrue();
        assertThat(scope.fields().allows("outcome")).isTrue();
        assertThat(scope.fields().allows("student/identity/registerId")).isFalse();
        assertThat(scope.fields().allows("student/residence/street")).isFalse();
        assertThat(scope.fields().allows("student/guardian")).isFalse();
        assertThat(scope.population().municipalities()).containsExactly("19");
        assertThat(scope.depth()).isEqualTo(Depth.since(LocalDate.of(2024, 6, 15)));
        assertThat(scope.namedRestrictions()).containsExactly("COURT");
        assertThat(scope.largestBatch()).isEqualTo(1);
    }

    @Test
    void listsAreBoundToPartyContractVersionAndOperation() throws IOException {
        Scope scope = admit(contracts(sound), CASES, "getStudent")
                .newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST);

        assertThat(scope.listing().boundTo()).isEqualTo("190000015|MR-2026-101|1|students/v1/getStudent");
    }

    @Test
    void onlyListsThatSayWhoStudentsAreStandInTheOrderOfInternalNumbers() throws IOException {
        String anonymous = sound.replaceFirst("(?s)<group path=\"student/identity\">.*?</group>", "");

        assertThat(admit(contracts(sound), CASES, "getStudent")
                        .newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST)
                        .listing()
                        .byPseudonym())
                .isFalse();
        assertThat(admit(contracts(anonymous), CASES, "getStudent")
                        .newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST)
                        .listing()
                        .byPseudonym())
                .isTrue();
    }

    @Test
    void givesEachExchangeAScopeOfItsOwn() throws IOException {
        Admission admission = admit(contracts(sound), CASES, "getStudent");

        admission
                .newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST)
                .discloses("0000000000000001");

        assertThat(admission
                        .newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST)
                        .students())
                .isEmpty();
    }

    @Test
    void refusesACertificateThatNoContractNames() throws IOException {
        ContractSet contracts = contracts(sound);

        assertRefused(
                ExchangeError.CERTIFICATE_OF_NO_PARTY,
                () -> contracts.partyOf(Signers.certificate("CN=office,O=Another Office,C=LT", "CN=Test CA,C=LT")));
        assertRefused(
                ExchangeError.CERTIFICATE_OF_NO_PARTY,
                () -> contracts.partyOf(Signers.certificate("CN=office,O=Test Office,C=LT", "CN=Another CA,C=LT")));
    }

    @Test
    void readsTheNamesOfACertificateFromEitherEnd() throws IOException {
        X509Certificate reversed = Signers.certificate("C=LT,O=Test Office,CN=office", "C=LT,CN=Test CA");

        assertThat(contracts(sound).partyOf(reversed))
                .isEqualTo(contracts(sound).partyOf(OFFICE));
    }

    @Test
    void findsThePartyByThumbprintToo() throws Exception {
        String thumbprint = Digest.sha256(OFFICE.getEncoded());
        String pinned = sound.replaceAll(
                "(?s)<subject>.*</issuer>", "<thumbprint>" + thumbprint.toUpperCase(Locale.ROOT) + "</thumbprint>");

        assertThat(contracts(pinned).partyOf(OFFICE).code()).isEqualTo("190000015");
        X509Certificate sameName = Signers.certificate("CN=office,O=Test Office,C=LT", "CN=Test CA,C=LT");
        assertRefused(
                ExchangeError.CERTIFICATE_OF_NO_PARTY, () -> contracts(pinned).partyOf(sameName));
    }

    @Test
    void refusesACertificateThatContractsOfTwoPartiesNameInTwoWays() throws Exception {
        String pinned = other("190000022/cases", "getStudent")
                .replace("code=\"190000015\"", "code=\"190000022\"")
                .replaceAll(
                        "(?s)<subject>.*</issuer>",
                        "<thumbprint>" + Digest.sha256(OFFICE.getEncoded()) + "</thumbprint>");

        ContractSet contracts = contracts(sound, pinned);

        assertRefused(ExchangeError.CERTIFICATE_OF_NO_PARTY, () -> contracts.partyOf(OFFICE));
    }

    @Test
    void refusesAClientThatIsNotTheSigner() throws IOException {
        refused(ExchangeError.CLIENT_IS_NOT_THE_SIGNER, contracts(sound), "LT-TEST/GOV/190000022/cases", "getStudent");
        refused(ExchangeError.CLIENT_IS_NOT_THE_SIGNER, contracts(sound), "LT-TEST/GOV/190000015/other", "getStudent");
    }

    @Test
    void refusesASubsystemOfThePartyWhoseContractNamesAnotherCertificate() throws IOException {
        String otherCertificate = other("190000015/statistics", "findStudents").replace("CN=office", "CN=statistics");

        refused(ExchangeError.NO_CONTRACT, contracts(sound, otherCertificate), STATISTICS, "findStudents");
    }

    @Test
    void refusesBeforeTheFirstAndAfterTheLastDayInVilnius() throws IOException {
        now = Instant.parse("2025-12-31T21:59:59Z");
        refused(ExchangeError.CONTRACT_NOT_IN_FORCE, "2026-01-01 – 2026-12-31");
        now = Instant.parse("2025-12-31T22:00:00Z");
        assertThat(admit(contracts(sound), CASES, "getStudent")).isNotNull();
        now = Instant.parse("2026-12-31T21:59:59Z");
        assertThat(admit(contracts(sound), CASES, "getStudent")).isNotNull();
        now = Instant.parse("2026-12-31T22:00:00Z");
        refused(ExchangeError.CONTRACT_NOT_IN_FORCE, "2026-01-01 – 2026-12-31");
    }

    @Test
    void refusesUnderASuspendedContract() throws IOException {
        sound = sound.replace("in-force", "suspended");

        refused(ExchangeError.CONTRACT_NOT_IN_FORCE, "status=\"suspended\"");
    }

    @Test
    void refusesAnOperationThatIsNotGranted() throws IOException {
        ExchangeException refusal =
                refused(ExchangeError.OPERATION_NOT_GRANTED, contracts(sound), CASES, "findStudents");

        assertThat(refusal.contract()).contains("MR-2026-101");
    }

    @Test
    void refusesTheSameOperationOfAnotherVersionOrService() throws IOException {
        ContractSet contracts = contracts(sound);
        Party party = contracts.partyOf(OFFICE);

        assertRefused(
                ExchangeError.OPERATION_NOT_GRANTED,
                () -> contracts.admit(
                        party, caller(CASES, "user", "case"), OperationId.parse("students/v2/getStudent"), now));
        assertRefused(
                ExchangeError.OPERATION_NOT_GRANTED,
                () -> contracts.admit(
                        party, caller(CASES, "user", "case"), OperationId.parse("enrolments/v1/getStudent"), now));
    }

    @Test
    void refusesWithoutARequiredHeader() throws IOException {
        ContractSet contracts = contracts(sound);
        Party party = contracts.partyOf(OFFICE);

        for (String missing : new String[] {"", " "}) {
            assertRefused(
                    ExchangeError.USER_ID_MISSING,
                    () -> contracts.admit(
                            party, caller(CASES, missing, "case"), OperationId.parse("students/v1/getStudent"), now));
            assertRefused(
                    ExchangeError.ISSUE_MISSING,
                    () -> contracts.admit(
                            party, caller(CASES, "user", missing), OperationId.parse("students/v1/getStudent"), now));
        }
    }

    @Test
    void choosesAmongTheContractsOfOneClientTheOneThatGrants() throws IOException {
        ContractSet contracts = contracts(sound, other("190000015/cases", "findStudents"));

        assertThat(admit(contracts, CASES, "getStudent").contract().id()).isEqualTo("MR-2026-101");
        assertThat(admit(contracts, CASES, "findStudents").contract().id()).isEqualTo("MR-2026-102");
    }

    @Test
    void keepsTheSubsystemsOfOneCertificateApart() throws IOException {
        ContractSet contracts = contracts(sound, other("190000015/statistics", "findStudents"));

        assertThat(contracts.partyOf(OFFICE).clients())
                .containsExactly(XRoadId.parse(CASES), XRoadId.parse(STATISTICS));
        assertThat(admit(contracts, STATISTICS, "findStudents").contract().id()).isEqualTo("MR-2026-102");
        refused(ExchangeError.OPERATION_NOT_GRANTED, contracts, CASES, "findStudents");
        refused(ExchangeError.OPERATION_NOT_GRANTED, contracts, STATISTICS, "getStudent");
    }

    @Test
    void takesTheContractThatFollowsAnEndedOne() throws IOException {
        String renewed = other("190000015/cases", "getStudent")
                .replace("from=\"2026-01-01\" until=\"2026-12-31\"", "from=\"2027-01-01\" until=\"2027-12-31\"");
        now = Instant.parse("2027-03-01T10:00:00Z");

        assertThat(admit(contracts(sound, renewed), CASES, "getStudent")
                        .contract()
                        .id())
                .isEqualTo("MR-2026-102");
    }

    @Test
    void answersWithEcUnlessTheContractSelectsRsa() throws IOException {
        assertThat(contracts(sound).partyOf(OFFICE).answerAlgorithm()).isEqualTo(KeyAlgorithm.EC);
        assertThat(contracts(sound.replace("/cases\">", "/cases\" answerAlgorithm=\"RSA\">"))
                        .partyOf(OFFICE)
                        .answerAlgorithm())
                .isEqualTo(KeyAlgorithm.RSA);
    }

    private String other(String client, String operation) {
        String delivery = "findStudents".equals(operation) ? "<batch largest=\"10\"/>" : "<single/>";
        return sound.replace("MR-2026-101", "MR-2026-102")
                .replace("190000015/cases", client)
                .replace("getStudent", operation)
                .replace("<single/>", delivery);
    }

    private static ContractSet contracts(String... files) {
        SortedMap<String, byte[]> set = new TreeMap<>();
        for (int i = 0; i < files.length; i++) {
            set.put(i + ".xml", files[i].getBytes(UTF_8));
        }
        return new SetReader(PUBLISHED).read(FileSet.of(set));
    }

    private Admission admit(ContractSet contracts, String client, String operation) {
        return contracts.admit(
                contracts.partyOf(OFFICE),
                caller(client, "user", "case"),
                OperationId.parse("students/v1/" + operation),
                now);
    }

    private static Caller caller(String client, String userId, String issue) {
        return new Caller(XRoadId.parse(client), "1", given(userId), given(issue));
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private void refused(ExchangeError error, String particulars) throws IOException {
        ExchangeException refusal = refused(error, contracts(sound), CASES, "getStudent");
        assertThat(refusal.contract()).contains("MR-2026-101");
        assertThat(refusal.messageEn()).isEqualTo(error.messageEn(particulars));
    }

    private ExchangeException refused(ExchangeError error, ContractSet contracts, String client, String operation) {
        return assertRefused(error, () -> admit(contracts, client, operation));
    }

    private static ExchangeException assertRefused(ExchangeError error, ThrowingCallable call) {
        ExchangeException refusal = catchThrowableOfType(ExchangeException.class, call);
        assertThat(refusal.error()).isEqualTo(error);
        return refusal;
    }
}
