package lt.mokiniai.contract.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Act;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Contract.Obligations;
import lt.mokiniai.contract.model.Contract.Source;
import lt.mokiniai.contract.model.Contract.SourceOf;
import lt.mokiniai.contract.model.Contract.Statement;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.model.Contract.Way;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Signer;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.platform.trust.names.DistinguishedName;
import org.junit.jupiter.api.Test;

/** What stands in a sound file of each kind is what was read of it, word for word. */
class SoundContractsTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();
    private static final Path FIXTURES = Path.of("src/test/resources/contracts");
    private static final Act ACT = new Act(new Text("Aktas", "An act"), Set.of());

    @Test
    void aContractIsReadWordForWord() throws Exception {
        Contract contract = read("sound-whole").get(0);

        assertThat(contract.file()).isEqualTo("contract.xml");
        assertThat(new ContractFolder(FIXTURES.resolve("sound-whole"), ContractFolder.LARGEST_FILE).files())
                .extracting(files -> Digest.sha256(files.read("contract.xml")))
                .isEqualTo(contract.digest());
        assertThat(contract.id()).isEqualTo("MR-2026-101");
        assertThat(contract.version()).isEqualTo("1");
        assertThat(contract.kind()).isEqualTo(Kind.PROVISION);
        assertThat(contract.term().suspended()).isFalse();
        assertThat(contract.term().from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(contract.term().until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(contract.statements().purpose())
                .isEqualTo(new Statement(new Text("Bandymas.", "A test."), List.of(ACT)));
        assertThat(contract.statements().basisToProvide())
                .isEqualTo(new Statement(new Text("Pagrindas teikti.", "Basis to provide."), List.of(ACT)));
        assertThat(contract.statements().basisToReceive())
                .isEqualTo(new Statement(
                        new Text("Pagrindas gauti.", "Basis to receive."),
                        List.of(new Act(new Text("Aktas", "An act"), Set.of("MR-5", "MR-6")))));
        assertThat(contract.statements().procedure()).contains(new Text("Tvarka.", "Procedure."));
        assertThat(contract.students()).isEmpty();
        assertThat(contract.supply()).isEmpty();
        assertThat(contract.statements().obligations())
                .contains(new Obligations(
                        12, true, new Text("Duomenys saugomi vienus metus.", "The data are kept for one year.")));
    }

    @Test
    void aContractOfOneWhoDecidesIsRead() {
        Contract contract = read("sound-decision").get(0);

        assertThat(contract.kind()).isEqualTo(Kind.DECISION);
        assertThat(contract.kind().mayWrite()).isFalse();
        assertThat(contract.grants()).hasSize(2).allSatisfy(grant -> {
            assertThat(grant.coverage().population().study().founderMunicipalities())
                    .containsExactly("19");
            assertThat(grant.conditions().requiresUserId()).isTrue();
        });
    }

    @Test
    void thePartyAndItsCertificatesAreRead() {
        Contract contract = read("sound-whole").get(0);

        assertThat(contract.party())
                .isEqualTo(new Party(
                        "190000015",
                        new Text("Bandomoji tarnyba", "Test Office"),
                        List.of(XRoadId.parse("LT-TEST/GOV/190000015/cases")),
                        KeyAlgorithm.RSA,
                        List.of(
                                new Signer(
                                        Optional.of(DistinguishedName.parse("CN=office, O=Test Office, C=LT")),
                                        Optional.of(DistinguishedName.parse("CN=Test CA, C=LT")),
                                        Optional.empty()),
                                new Signer(Optional.empty(), Optional.empty(), Optional.of("a1".repeat(32)))),
                        Set.of("MR-2026-101")));
    }

    @Test
    void aGrantIsReadWithAllItsBounds() {
        Grant grant = read("sound-whole").get(0).grants().get(0);

        assertThat(grant.line()).isEqualTo(45);
        assertThat(grant.operation())
                .isSameAs(PUBLISHED
                        .forReaders()
                        .find(OperationId.parse("students/v1/getStudent"))
                        .orElseThrow());
        assertThat(grant.answer().grantable())
                .containsExactly(
                        "student/identity/personalCode",
                        "student/identity/foreignerId",
                        "student/identity/givenNames",
                        "student/identity/familyName",
                        "student/identity/birthDate",
                        "student/identity/sex",
                        "student/identity/dateOfDeath",
                        "student/residence/municipality",
                        "student/specialNeeds/group",
                        "student/specialNeeds/level",
                        "student/restriction");
        assertThat(grant.answer().paths())
                .contains("outcome", "validOn", "knownAt", "student/absence/path", "student/absence/reason");
        assertThat(grant.asks()).isEmpty();
        assertThat(grant.coverage().population())
                .isEqualTo(new Population(
                        Set.of("19", "13"),
                        new Study(
                                Set.of(InstitutionCode.of("191000018"), InstitutionCode.of("LM000016")),
                                Set.of("19"),
                                Set.of("20"),
                                Set.of("19"),
                                Set.of("BASIC"),
                                Optional.of(new Range(5, 8))),
                        Optional.of(new Range(10, 15)),
                        Optional.of(true),
                        Set.of("LT"),
                        Set.of()));
        assertThat(grant.coverage().reach()).isEqualTo(new Reach(Optional.empty(), Optional.of(2)));
        assertThat(grant.delivery().ways()).containsExactly(WayOfDelivery.SINGLE);
        assertThat(grant.delivery().largestBatch()).isEqualTo(1);
        assertThat(grant.delivery().quota())
                .isEqualTo(new Quota(
                        Optional.of(60), Optional.of(1000), Optional.of(1), Optional.of(500), Optional.of(5)));
        assertThat(grant.shown().reasons()).isTrue();
        assertThat(grant.shown().pseudonym()).isFalse();
        assertThat(grant.conditions().visibleAfterDays()).isEqualTo(30);
        assertThat(grant.conditions().requiresUserId()).isTrue();
        assertThat(grant.conditions().requiresIssue()).isTrue();
        assertThat(grant.coverage().restrictions()).containsExactly("COURT");
    }

    @Test
    void aGrantOfPseudonymsNamesStudentsByThemAlone() {
        Grant grant = read("sound-pseudonym").get(0).grants().get(0);

        assertThat(grant.shown().pseudonym()).isTrue();
        assertThat(grant.answer().grantable())
                .containsExactly(
                        "student/identity/birthDate",
                        "student/identity/sex",
                        "student/identity/pseudonym",
                        "student/residence/municipality",
                        "student/residence/street",
                        "student/residence/house");
    }

    @Test
    void aGrantOfASearchNamesWhatMayBeAskedBy() {
        Grant grant = read("sound-whole").get(0).grants().get(1);

        assertThat(grant.shown().pseudonym()).isFalse();
        assertThat(grant.answer().grantable()).containsExactly("student/identity/birthDate");
        assertThat(grant.asks()).containsExactlyInAnyOrder("criteria/municipality", "criteria/classLevel");
        assertThat(grant.coverage().population()).isEqualTo(Population.ALL);
        assertThat(grant.coverage().reach())
                .isEqualTo(new Reach(Optional.of(LocalDate.of(2020, 9, 1)), Optional.empty()));
        assertThat(grant.delivery().ways()).containsExactly(WayOfDelivery.BATCH);
        assertThat(grant.delivery().quota().studentsPerMessage()).contains(200);
        assertThat(grant.delivery().largestBatch()).isEqualTo(150);
    }

    @Test
    void theSmallerOfBatchAndQuotaBoundsAMessage() {
        FileSet whole = new ContractFolder(FIXTURES.resolve("sound-whole"), ContractFolder.LARGEST_FILE).files();
        FileSet files = FileSet.of(Map.of(
                "contract.xml",
                new String(whole.read("contract.xml"), UTF_8)
                        .replace("perMessage=\"200\"", "perMessage=\"20\"")
                        .getBytes(UTF_8)));

        assertThat(new SetReader(PUBLISHED)
                        .read(files)
                        .all()
                        .get(0)
                        .grants()
                        .get(1)
                        .delivery()
                        .largestBatch())
                .isEqualTo(20);
    }

    @Test
    void whatAGrantDoesNotSayIsNotThere() {
        Grant grant = read("sound-whole").get(0).grants().get(2);

        assertThat(grant.answer().grantable())
                .contains("result/student/identity/registerId")
                .doesNotContain("result/student/identity/pseudonym");
        assertThat(grant.answer().paths()).doesNotContain("result/student/absence");
        assertThat(grant.coverage().reach()).isEqualTo(new Reach(Optional.empty(), Optional.empty()));
        assertThat(grant.delivery().ways()).containsExactlyInAnyOrder(WayOfDelivery.SINGLE, WayOfDelivery.BATCH);
        assertThat(grant.delivery().largestBatch()).isEqualTo(50);
        assertThat(grant.delivery().quota()).isEqualTo(Quota.NONE);
        assertThat(grant.shown().reasons()
                        || grant.shown().pseudonym()
                        || grant.conditions().requiresUserId()
                        || grant.conditions().requiresIssue())
                .isFalse();
        assertThat(grant.conditions().visibleAfterDays()).isZero();
        assertThat(grant.coverage().restrictions()).isEmpty();
    }

    @Test
    void aRequestReachesTheStudentsThatItNames() {
        Contract request = read("sound-request").get(0);

        assertThat(request.kind()).isEqualTo(Kind.REQUEST);
        assertThat(request.statements().procedure()).isEmpty();
        assertThat(request.students()).containsExactlyInAnyOrder("0000000000000017", "000000000000002E");
        assertThat(request.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.coverage().population().students()).isEqualTo(request.students());
            assertThat(grant.coverage().population().municipalities()).containsExactly("19");
        });
    }

    @Test
    void aProviderProcessesItsOwnStudents() {
        Contract processing = read("sound-processing").get(0);

        assertThat(processing.kind()).isEqualTo(Kind.PROCESSING);
        assertThat(processing.grants())
                .singleElement()
                .satisfies(grant -> assertThat(
                                grant.coverage().population().study().institutions())
                        .containsExactly(InstitutionCode.of(processing.party().code())));
    }

    @Test
    void aGrantThatWritesNamesWhatMayBeSetAndSomeOperationsMayBeCalledForTheParty() {
        Contract writing = read("sound-writing").get(0);
        Grant enrols = writing.grants().get(0);

        assertThat(enrols.writes())
                .contains("institution/code", "programme", "enrolledFrom", "stage/className", "learningContract/date")
                .doesNotContain("stage/funding", "stage/gymnasiumLabel", "expectedEnd", "person", "overrule");
        assertThat(enrols.asks()).isEmpty();
        assertThat(enrols.request().paths())
                .contains("person/registerId", "overrule", "stage/className")
                .doesNotContain("stage/funding", "expectedEnd");
        assertThat(writing.grants().get(2).writes())
                .containsExactlyInAnyOrder(
                        "neverWas",
                        "term/movement/cameFrom/kind",
                        "term/movement/cameFrom/code",
                        "term/movement/cameFrom/country",
                        "term/movement/reason",
                        "stage/neverWas");
        assertThat(writing.representation())
                .extracting(OperationId::name)
                .containsExactly("enrolStudent", "interruptEnrolment");
    }

    @Test
    void aSupplierPushesIsPulledOrSendsFiles() {
        assertThat(read("sound-supply"))
                .allSatisfy(contract -> assertThat(contract.kind()).isEqualTo(Kind.SUPPLY))
                .extracting(contract -> contract.supply().orElseThrow())
                .containsExactly(
                        new Supply(
                                Optional.empty(),
                                new TreeSet<>(Set.of(Way.PULL)),
                                Optional.of("0 30 3 * * *"),
                                Set.of(
                                        new Source("student/residence/municipality", SourceOf.ALL, Set.of("MR-3.1")),
                                        new Source("student/residence/house", SourceOf.ALL, Set.of("MR-3.5")),
                                        new Source(
                                                "student/identity/familyName", SourceOf.WITH_CODE, Set.of("MR-1.5")))),
                        new Supply(
                                Optional.empty(),
                                new TreeSet<>(Set.of(Way.FILE)),
                                Optional.empty(),
                                Set.of(
                                        new Source("student/origin/country", SourceOf.ALL, Set.of("MR-2.2")),
                                        new Source(
                                                "student/identity/familyName",
                                                SourceOf.WITHOUT_CODE,
                                                Set.of("MR-1.5")))),
                        new Supply(
                                Optional.empty(),
                                new TreeSet<>(Set.of(Way.PUSH)),
                                Optional.empty(),
                                Set.of(new Source("student/origin/citizenship", SourceOf.ALL, Set.of("MR-2.1")))),
                        new Supply(
                                Optional.of("institutions"),
                                new TreeSet<>(Set.of(Way.PUSH, Way.PULL, Way.FILE)),
                                Optional.of("0 30 3 * * *"),
                                Set.of()));
    }

    private static List<Contract> read(String fixture) {
        return new SetReader(PUBLISHED)
                .read(new ContractFolder(FIXTURES.resolve(fixture), ContractFolder.LARGEST_FILE).files())
                .all();
    }
}
