package lt.mokiniai.contract.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Signers;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo contracts: nine scopes, each as narrow as its purpose. */
class DemoContractsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final ContractSet CONTRACTS = new SetReader(PublishedOperations.load())
            .read(new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files());

    @Test
    void grantNineDifferentScopes() {
        assertThat(CONTRACTS.all())
                .extracting(Contract::id)
                .containsExactly(
                        "MR-2026-001",
                        "MR-2026-002",
                        "MR-2026-003",
                        "MR-2026-004",
                        "MR-2026-005",
                        "MR-2026-006",
                        "MR-2026-007",
                        "MR-2026-008",
                        "MR-2026-009",
                        "MR-2026-010",
                        "MR-2026-011",
                        "MR-2026-012",
                        "MR-2026-013",
                        "MR-2026-014",
                        "MR-2026-015",
                        "MR-2026-016");
        assertThat(CONTRACTS.all().stream()
                        .map(contract -> contract.grants().stream()
                                .map(grant -> grant.id() + "" + grant.answer().paths())
                                .toList())
                        .distinct())
                .hasSize(16);
    }

    @Test
    void benefitsSeesWhoANamedPersonIsAndWhetherItLearns() {
        Contract benefits = contract("benefits");

        assertThat(operations(benefits)).containsExactly("students/v1/getStudent", "enrolments/v1/getEnrolments");
        assertThat(granted(benefits, "students/v1/getStudent"))
                .containsExactly(
                        "student/identity/personalCode",
                        "student/identity/givenNames",
                        "student/identity/familyName",
                        "student/identity/birthDate");
        assertThat(granted(benefits, "enrolments/v1/getEnrolments"))
                .containsExactly(
                        "enrolment/enrolledFrom",
                        "enrolment/enrolledTo",
                        "enrolment/expectedEnd",
                        "enrolment/institution/code",
                        "enrolment/institution/name",
                        "enrolment/programme/family",
                        "enrolment/stage/form",
                        "enrolment/stage/way",
                        "enrolment/interruption/from",
                        "enrolment/interruption/to");
        assertThat(benefits.grants()).allSatisfy(grant -> {
            assertThat(grant.coverage().population()).isEqualTo(Population.ALL);
            assertThat(grant.conditions().requiresIssue()).isTrue();
            assertThat(grant.delivery().largestBatch()).isEqualTo(1);
        });
        // Until when a student learned who has left is asked by a period.
        assertThat(benefits.grants())
                .extracting(grant -> grant.coverage().reach().on(TODAY))
                .containsExactly(Depth.CURRENT, Depth.since(TODAY.minusYears(2)));
    }

    @Test
    void municipalitySeesItsResidentsWithoutTheirSpecialNeeds() {
        Contract municipality = contract("municipality");

        assertThat(operations(municipality))
                .containsExactly(
                        "students/v1/getStudent",
                        "students/v1/resolveStudents",
                        "students/v1/findStudents",
                        "enrolments/v1/getEnrolments",
                        "enrolments/v1/getClassRoster");
        assertThat(municipality.grants()).allSatisfy(grant -> {
            assertThat(grant.coverage().population().municipalities()).containsExactly("19");
            assertThat(grant.conditions().requiresUserId()).isTrue();
            assertThat(grant.coverage().reach().on(TODAY)).isEqualTo(Depth.since(TODAY.minusYears(2)));
            assertThat(grant.coverage().restrictions()).isEmpty();
            assertThat(specialItems(grant)).isEmpty();
        });
        assertThat(granted(municipality, "students/v1/getStudent"))
                .contains("student/residence/house", "student/guardian/phone")
                .doesNotContain("student/guardian/personalCode", "student/origin/citizenship");
        assertThat(grant(municipality, "students/v1/resolveStudents").delivery().largestBatch())
                .isEqualTo(1000);
    }

    @Test
    void ticketingLearnsAnAnswerAndItsEndAlone() {
        Contract ticketing = contract("ticketing");

        assertThat(operations(ticketing)).containsExactly("students/v1/confirmStudentFact");
        assertThat(granted(ticketing, "students/v1/confirmStudentFact")).containsExactly("answer", "validUntil");
        assertThat(ticketing.party().answerAlgorithm()).isEqualTo(KeyAlgorithm.RSA);
    }

    /** What a client needs that takes its policy from the WSDL and knows nothing of ECDSA. */
    @Test
    void healthHasAnRsaKeyAndGetsAnswersSignedWithRsa() {
        Contract health = contract("health");

        assertThat(operations(health)).containsExactly("students/v1/getStudent", "students/v1/confirmStudentFact");
        assertThat(granted(health, "students/v1/getStudent"))
                .containsExactly(
                        "student/identity/personalCode", "student/identity/givenNames", "student/identity/familyName");
        assertThat(health.party().answerAlgorithm()).isEqualTo(KeyAlgorithm.RSA);
    }

    @Test
    void migrationSeesForeignersAndHistory() {
        Contract migration = contract("migration");

        assertThat(operations(migration))
                .containsExactly(
                        "students/v1/getStudent",
                        "students/v1/resolveStudents",
                        "enrolments/v1/getEnrolments",
                        "certificates/v1/getCertificates",
                        "certificates/v1/verifyCertificate");
        assertThat(granted(migration, "students/v1/getStudent"))
                .contains("student/identity/foreignerId", "student/origin/country")
                .doesNotContain("student/residence/municipality", "student/guardian/givenNames");
        assertThat(granted(migration, "enrolments/v1/getEnrolments"))
                .contains("enrolment/movement/cameFrom/country")
                .doesNotContain("enrolment/stage/funding", "enrolment/learningContract/number");
        assertThat(migration.grants()).allSatisfy(grant -> {
            assertThat(grant.conditions().requiresUserId() && grant.conditions().requiresIssue())
                    .isTrue();
            assertThat(grant.coverage().reach().on(TODAY)).isEqualTo(Depth.since(TODAY.minusYears(10)));
            assertThat(specialItems(grant)).isEmpty();
        });
    }

    @Test
    void schoolSeesNearlyEverythingOfItsOwnStudentsAndWritesThemTheirEnrolmentsAndResults() {
        Contract school = contract("school");

        assertThat(operations(school))
                .containsExactly(
                        "students/v1/getStudent",
                        "students/v1/resolveStudents",
                        "students/v1/findStudents",
                        "students/v1/registerStudent",
                        "students/v1/updateStudent",
                        "students/v1/changePersonalCode",
                        "students/v1/removeStudent",
                        "enrolments/v1/getEnrolments",
                        "enrolments/v1/getClassRoster",
                        "enrolments/v1/enrolStudent",
                        "enrolments/v1/changeEnrolment",
                        "enrolments/v1/interruptEnrolment",
                        "enrolments/v1/resumeEnrolment",
                        "enrolments/v1/withdrawStudent",
                        "enrolments/v1/correctEnrolment",
                        "enrolments/v1/transferStudent",
                        "enrolments/v1/withdrawTransfer",
                        "enrolments/v1/promoteClass",
                        "results/v1/getResults",
                        "results/v1/recordResults",
                        "results/v1/correctResults",
                        "certificates/v1/getCertificates",
                        "tasks/v1/getTasks",
                        "tasks/v1/decideTask");
        assertThat(granted(school, "enrolments/v1/getEnrolments")).contains("enrolment/version");
        assertThat(grant(school, "enrolments/v1/enrolStudent").writes())
                .contains("enrolledFrom", "stage/className")
                .doesNotContain("stage/funding");
        assertThat(school.representation()).hasSize(23);
        assertThat(specialItems(grant(school, "students/v1/getStudent")))
                .containsExactly("student/specialNeeds/group", "student/specialNeeds/level");
        assertThat(school.grants()).allSatisfy(grant -> {
            assertThat(grant.coverage().population().study().institutions())
                    .containsExactly(InstitutionCode.of("191000018"));
            assertThat(grant.coverage().restrictions()).isEqualTo(Set.of("ADOPTION", "COURT", "PROTECTED"));
            assertThat(grant.coverage().reach().on(TODAY)).isEqualTo(Depth.since(TODAY.minusYears(5)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benefits",
                "municipality",
                "founder",
                "ticketing",
                "migration",
                "school",
                "health",
                "monitoring",
                "vendor",
                "agency",
                "division",
                "progymnasium"
            })
    void areFoundByTheCertificateOfTheirParty(String alias) {
        Contract contract = contract(alias);

        Party party = CONTRACTS.partyOf(Signers.certificate(
                "CN=" + alias + ",O=" + contract.party().name().en() + ",C=LT",
                "CN=Demo CA,O=Pupils' Register demo,C=LT"));

        // Two subsystems of one institution are one party.
        assertThat(party.code()).isEqualTo(contract.party().code());
        assertThat(party.clients()).containsAll(contract.party().clients());
    }

    @Test
    void theFounderNamesNoSchoolByItsCode() {
        assertThat(contract("founder").grants()).isNotEmpty().allSatisfy(grant -> {
            assertThat(grant.coverage().population().study().founderMunicipalities())
                    .containsExactly("19");
            assertThat(grant.coverage().population().study().institutions()).isEmpty();
            assertThat(specialItems(grant)).isEmpty();
        });
    }

    @Test
    void theAgencyDecidesAboutEveryoneAndTheDivisionAboutTheSchoolsOfItsMunicipality() {
        Contract agency = contract("agency");
        Contract division = contract("division");
        assertThat(List.of(agency, division)).allSatisfy(contract -> {
            assertThat(contract.kind()).isEqualTo(Contract.Kind.DECISION);
            assertThat(operations(contract))
                    .contains(
                            "students/v1/getStudent",
                            "enrolments/v1/getEnrolments",
                            "enrolments/v1/closeInstitution",
                            "tasks/v1/getTasks",
                            "tasks/v1/decideTask");
            assertThat(granted(contract, "enrolments/v1/getEnrolments"))
                    .contains("enrolment/enrolmentId")
                    .doesNotContain("enrolment/version");
            assertThat(contract.grants()).allSatisfy(grant -> {
                assertThat(grant.conditions().requiresUserId()).isTrue();
                assertThat(specialItems(grant)).isEmpty();
            });
        });
        assertThat(operations(agency)).contains("students/v1/mergeStudents", "students/v1/splitStudents");
        assertThat(operations(division)).doesNotContain("students/v1/mergeStudents", "students/v1/splitStudents");
        assertThat(agency.grants()).allSatisfy(grant -> {
            assertThat(grant.coverage().population()).isEqualTo(Population.ALL);
            assertThat(grant.coverage().restrictions()).isEqualTo(Set.of("ADOPTION", "COURT", "PROTECTED"));
        });
        assertThat(division.grants()).allSatisfy(grant -> {
            assertThat(grant.coverage().population().study().founderMunicipalities())
                    .containsExactly("19");
            assertThat(grant.coverage().restrictions()).isEmpty();
        });
    }

    @Test
    void eachTermOfTheContractLanguageThatAClientFeelsIsInADemoContract() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Contract contract : CONTRACTS.all()) {
            all.append(Files.readString(Path.of("contracts").resolve(contract.file())));
        }
        assertThat(all)
                .contains("<quota>", "<pseudonym/>", "<absence shownAs=\"reasons\"/>", "<visibleAfter days=")
                .contains("<userId/>", "<issue/>", "<founderMunicipality>");
    }

    private static Contract contract(String alias) {
        return CONTRACTS.all().stream()
                .filter(contract -> contract.file().endsWith("-" + alias + ".xml"))
                .findFirst()
                .orElseThrow();
    }

    private static Grant grant(Contract contract, String operation) {
        return contract.grantOf(OperationId.parse(operation)).orElseThrow();
    }

    private static Stream<String> operations(Contract contract) {
        return contract.grants().stream().map(grant -> grant.id().toString());
    }

    private static List<String> granted(Contract contract, String operation) {
        return grant(contract, operation).answer().grantable();
    }

    private static List<String> specialItems(Grant grant) {
        return grant.answer().grantable().stream()
                .filter(path -> grant.answer()
                        .at(path)
                        .flatMap(SchemaTree::item)
                        .orElseThrow()
                        .isSpecial())
                .toList();
    }
}
