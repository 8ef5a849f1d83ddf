package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.CertificateBuilder.paper;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MODULE;
import static lt.mokiniai.register.bench.Reference.NAMED;
import static lt.mokiniai.register.bench.Reference.SMALL_MODULE;
import static lt.mokiniai.register.bench.Reference.TRADE;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.certificates.PaperNumber;
import lt.mokiniai.wsdl.certificates.VerifyCertificate;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateHolder;
import lt.mokiniai.wsdl.types.CertificateStatus;
import lt.mokiniai.wsdl.types.CertifiedCheck;
import lt.mokiniai.wsdl.types.CertifiedModule;
import lt.mokiniai.wsdl.types.CertifiedSubject;
import org.junit.jupiter.api.Test;

/** A student's certificates, and whether one that is presented stands (docs/register.md, 'Certificate'). */
public interface CertificateRules {

    Bench bench();

    LocalDate DAY = LocalDate.of(2024, 6, 20);

    @Test
    default void showsCertificatesInTheOrderOfIssue() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-2").issuedOn(DAY.plusYears(2)))
                .certified(digital("D-1").issuedOn(DAY)));

        assertThat(numbers(student)).containsExactly("D-1", "D-2");
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
    }

    @Test
    default void showsACertificatesStateOnTheDayAskedAbout() {
        LocalDate revoked = LocalDate.of(2026, 3, 1);
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1")
                        .state("ISSUED")
                        .from(DAY)
                        .to(revoked.minusDays(1))
                        .state("REVOKED")
                        .from(revoked)));

        assertThat(states(student, revoked.minusDays(1))).containsExactly("ISSUED");
        assertThat(states(student, revoked)).containsExactly("REVOKED");
        assertThat(states(student, DAY.minusDays(1))).isEmpty();
    }

    @Test
    default void showsTheStateAsBelievedThen() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1")
                        .state("ISSUED")
                        .believed(noon(DAY), noon(TODAY.minusDays(1)))
                        .state("REVOKED")
                        .believed(noon(TODAY.minusDays(1)), null)));

        assertThat(states(student, TODAY)).containsExactly("REVOKED");
        assertThat(bench().certificates(by(student), request -> request.setKnownAt(noon(TODAY.minusDays(2))))
                        .getCertificate())
                .extracting(Certificate::getState)
                .containsExactly("ISSUED");
    }

    @Test
    default void showsNothingOfWhatIsNotOutYet() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1").state("DRAFT"))
                .certified(digital("D-2").state("SUBMITTED"))
                .certified(digital("D-3").state("APPROVED"))
                .certified(digital("D-4").state("REGISTERED"))
                .certified(digital("D-5").state("ISSUED")));

        assertThat(numbers(student)).containsExactly("D-5");
        assertThat(status(presenting("D-1", DAY, "Kazlauskė"))).isEqualTo(CertificateStatus.NOT_FOUND);
        assertThat(status(presenting("D-4", DAY, "Kazlauskė"))).isEqualTo(CertificateStatus.NOT_FOUND);
    }

    @Test
    default void showsTheKindAskedFor() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1").kind("BASIC"))
                .certified(digital("D-2").kind("MATURITY")));

        assertThat(bench().certificates(by(student), request -> request.setKind("BASIC"))
                        .getCertificate())
                .extracting(Certificate::getRegistrationNumber)
                .containsExactly("D-1");
        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "kind",
                () -> bench().certificates(by(student), request -> request.setKind("ALCHEMY")));
    }

    @Test
    default void showsSubjectsInTheirOrder() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1").subject(2, "MATH", "B", "8", null).subject(1, "LT", "A", "9", "87")));

        assertThat(bench().certificates(by(student)).getCertificate().get(0).getSubject())
                .extracting(CertifiedSubject::getCode, CertifiedSubject::getCourse, CertifiedSubject::getExam)
                .containsExactly(tuple("LT", "A", "87"), tuple("MATH", "B", null));
    }

    @Test
    default void showsPassOrFailWhereASubjectIsGradedSo() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1")
                        .passed("ETHICS", "PASSED")
                        .subject("MATH", "B", "8", null)
                        .passed("SPORT", "FAILED")));

        assertThat(onlyOne(student).getSubject())
                .extracting(CertifiedSubject::getCode, CertifiedSubject::getGrade, CertifiedSubject::getPassFail)
                .containsExactly(
                        tuple("ETHICS", null, "PASSED"), tuple("MATH", "8", null), tuple("SPORT", null, "FAILED"));
    }

    @Test
    default void showsTheModulesOfAVocationalProgrammeWithTheirResults() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1")
                        .with("programme", TRADE)
                        .module(MODULE, "9", null)
                        .module(SMALL_MODULE, null, "PASSED")));

        assertThat(onlyOne(student).getModule())
                .extracting(
                        CertifiedModule::getCode,
                        CertifiedModule::getName,
                        CertifiedModule::getNameEn,
                        CertifiedModule::getKind,
                        CertifiedModule::getCredits,
                        CertifiedModule::getGrade,
                        CertifiedModule::getPassFail)
                .containsExactly(
                        tuple(MODULE, NAMED + MODULE, NAMED + MODULE + " en", "MANDATORY", 30, "9", null),
                        tuple(
                                SMALL_MODULE,
                                NAMED + SMALL_MODULE,
                                NAMED + SMALL_MODULE + " en",
                                "ELECTIVE",
                                5,
                                null,
                                "PASSED"));
        assertThat(onlyOne(student).getSubject()).isEmpty();
    }

    @Test
    default void showsAchievementChecksAsResultsOfTheirOwn() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1")
                        .subject("LT", "A", "9", "87")
                        .check("INTERMEDIATE", "LT", 31, 2025)
                        .check("BASIC", "MATH", 0, 2023)));

        assertThat(onlyOne(student).getCheck())
                .extracting(
                        CertifiedCheck::getKind,
                        CertifiedCheck::getCode,
                        CertifiedCheck::getScore,
                        CertifiedCheck::getYear)
                .containsExactly(tuple("INTERMEDIATE", "LT", 31, 2025), tuple("BASIC", "MATH", 0, 2023));
        assertThat(onlyOne(student).getSubject()).hasSize(1);
    }

    @Test
    default void showsEveryLanguageOfACertificate() {
        StoredStudent student = bench().has(aPerson()
                .certified(digital("D-1").issuedOn(DAY).in("lt").in("en"))
                .certified(digital("D-2").issuedOn(DAY.plusYears(1)).in("lt"))
                .certified(digital("D-3").issuedOn(DAY.plusYears(2))));

        assertThat(bench().certificates(by(student)).getCertificate())
                .extracting(Certificate::getLanguage)
                .containsExactly(List.of("lt", "en"), List.of("lt"), List.of());
    }

    @Test
    default void showsTheHolderAsPrintedWhateverTheirNameIsToday() {
        LocalDate married = LocalDate.of(2025, 8, 1);
        StoredStudent student = bench().has(aPerson()
                .named("Ona", "Kazlauskaitė")
                .to(married.minusDays(1))
                .identifiedAgain()
                .named("Ona", "Petrauskė")
                .from(married)
                .certified(digital("D-1").holder("Ona", "Kazlauskaitė", LocalDate.of(2005, 1, 2)))
                .certified(digital("D-2")
                        .issuedOn(married.plusDays(30))
                        .holder(
                                "Ona",
                                Normalizer.normalize("Petrauskė", Normalizer.Form.NFD),
                                LocalDate.of(2005, 1, 2))));

        assertThat(bench().certificates(by(student)).getCertificate())
                .extracting(Certificate::getHolder)
                .extracting(
                        CertificateHolder::getGivenNames,
                        CertificateHolder::getFamilyName,
                        CertificateHolder::getBirthDate)
                .containsExactly(
                        tuple("Ona", "Kazlauskaitė", LocalDate.of(2005, 1, 2)),
                        tuple("Ona", "Petrauskė", LocalDate.of(2005, 1, 2)));
        assertThat(status(presenting("D-1", DAY, "Kazlauskaitė"))).isEqualTo(CertificateStatus.VALID);
        assertThat(status(presenting("D-1", DAY, "Petrauskė"))).isEqualTo(CertificateStatus.NOT_FOUND);
    }

    @Test
    default void showsAFormCodeOfPaperAlone() {
        StoredStudent student = bench().has(aPerson()
                .certified(paper("AB", "000123").issuedOn(DAY.minusYears(3)))
                .certified(digital("D-1").issuedOn(DAY)));

        assertThat(bench().certificates(by(student)).getCertificate())
                .extracting(Certificate::getFormCode)
                .containsExactly("3014", null);
    }

    @Test
    default void verifiesADigitalCertificateWhoseParticularsAreRight() {
        StoredStudent student =
                bench().has(aPerson().certified(digital("D-1").issuedOn(DAY).holder("Žukauskaitė Šė")));

        assertThat(status(presenting("D-1", DAY, Normalizer.normalize("Žukauskaitė\u00A0Šė", Normalizer.Form.NFD))))
                .isEqualTo(CertificateStatus.VALID);
        var answer = bench().verify(presenting("D-1", DAY, " žukauskaitė  ŠĖ"));

        assertThat(answer.getStatus()).isEqualTo(CertificateStatus.VALID);
        assertThat(answer.getCertificate().getRegistrationNumber()).isEqualTo("D-1");
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
    }

    @Test
    default void verifiesAPaperCertificate() {
        bench().has(aPerson().certified(paper("AB", "000123").issuedOn(DAY)));

        assertThat(status(presenting("AB", "000123"))).isEqualTo(CertificateStatus.VALID);
        assertThat(status(presenting("AC", "000123"))).isEqualTo(CertificateStatus.NOT_FOUND);
        assertThat(status(presenting("AB", "000124"))).isEqualTo(CertificateStatus.NOT_FOUND);
    }

    @Test
    default void doesNotFindACertificateOfWhichAParticularIsWrong() {
        bench().has(aPerson().certified(digital("D-1").issuedOn(DAY)));

        for (Consumer<VerifyCertificate> wrong : List.of(
                presenting("D-2", DAY, "Kazlauskė"),
                presenting("D-1", DAY.plusDays(1), "Kazlauskė"),
                presenting("D-1", DAY, "Kazlauskaitė"),
                presenting("D-1", "D-1"))) {
            var answer = bench().verify(wrong);
            assertThat(answer.getStatus()).isEqualTo(CertificateStatus.NOT_FOUND);
            assertThat(answer.getCertificate()).isNull();
        }
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void tellsThatACertificateWasRevokedOrReplaced() {
        bench().has(aPerson()
                .certified(digital("D-1").issuedOn(DAY).state("REVOKED"))
                .certified(digital("D-2").issuedOn(DAY).state("REPLACED")));

        assertThat(status(presenting("D-1", DAY, "Kazlauskė"))).isEqualTo(CertificateStatus.REVOKED);
        assertThat(status(presenting("D-2", DAY, "Kazlauskė"))).isEqualTo(CertificateStatus.REPLACED);
    }

    @Test
    default void doesNotFindTheCertificateOfAHolderOutsideThePopulation() {
        bench().has(aPerson().livingIn(VILNIUS).certified(digital("D-1").issuedOn(DAY)));
        bench().within(everything().livingIn(KAUNAS));

        assertThat(status(presenting("D-1", DAY, "Kazlauskė"))).isEqualTo(CertificateStatus.NOT_FOUND);
        assertThat(bench().toldAbout()).isEmpty();
    }

    private Certificate onlyOne(StoredStudent student) {
        List<Certificate> certificates = bench().certificates(by(student)).getCertificate();
        assertThat(certificates).hasSize(1);
        return certificates.get(0);
    }

    private List<String> numbers(StoredStudent student) {
        return bench().certificates(by(student)).getCertificate().stream()
                .map(Certificate::getRegistrationNumber)
                .toList();
    }

    private List<String> states(StoredStudent student, LocalDate day) {
        return bench().certificates(by(student), request -> request.setValidOn(day)).getCertificate().stream()
                .map(Certificate::getState)
                .toList();
    }

    private CertificateStatus status(Consumer<VerifyCertificate> presented) {
        return bench().verify(presented).getStatus();
    }

    private static Consumer<VerifyCertificate> presenting(String number, LocalDate issued, String holder) {
        return presented -> {
            presented.setRegistrationNumber(number);
            presented.setIssueDate(issued);
            presented.setHolderFamilyName(holder);
        };
    }

    private static Consumer<VerifyCertificate> presenting(String series, String number) {
        return presented -> {
            PaperNumber paper = new PaperNumber();
            paper.setSeries(series);
            paper.setNumber(number);
            presented.setPaper(paper);
            presented.setIssueDate(DAY);
            presented.setHolderFamilyName("Kazlauskė");
        };
    }
}
