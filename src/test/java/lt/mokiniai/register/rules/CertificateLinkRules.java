package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.CertificateBuilder.paper;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.CertificateBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.certificates.PaperNumber;
import lt.mokiniai.wsdl.certificates.VerifyCertificateResponse;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateLink;
import lt.mokiniai.wsdl.types.CertificateReplacement;
import lt.mokiniai.wsdl.types.CertificateStatus;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** How certificates are linked, and what stands in the place of one (docs/register.md, 'Certificate'). */
public interface CertificateLinkRules {

    Bench bench();

    LocalDate FIRST = LocalDate.of(2019, 7, 12);
    LocalDate SECOND = LocalDate.of(2021, 3, 15);
    LocalDate THIRD = LocalDate.of(2024, 5, 2);

    @Test
    default void tellsOfALinkOnBothCertificates() {
        CertificateBuilder original = paper("V", "000123").issuedOn(FIRST).state("REPLACED");
        CertificateBuilder wrong = digital("D-1").issuedOn(SECOND).state("REPLACED");
        StoredStudent student = bench().has(aPerson()
                .certified(original)
                .certified(wrong)
                .certified(digital("D-2")
                        .issuedOn(THIRD)
                        .linked("DUPLICATE_OF", original)
                        .linked("CORRECTS", wrong)));

        assertThat(links(student, 0)).containsExactly(tuple("DUPLICATED_BY", null, null, "D-2", THIRD));
        assertThat(links(student, 1)).containsExactly(tuple("CORRECTED_BY", null, null, "D-2", THIRD));
        assertThat(links(student, 2))
                .containsExactly(
                        tuple("DUPLICATE_OF", "V", "000123", null, FIRST),
                        tuple("CORRECTS", null, null, "D-1", SECOND));
    }

    @Test
    default void tellsOfNoLinkToWhatIsNotShownItself() {
        CertificateBuilder original = digital("D-1").issuedOn(FIRST);
        StoredStudent student = bench().has(aPerson()
                .certified(original)
                .certified(digital("D-2").issuedOn(SECOND).state("DRAFT").linked("REPLACES", original))
                .certified(digital("D-3")
                        .issuedOn(THIRD)
                        .state("ISSUED")
                        .from(THIRD)
                        .believed(noon(TODAY.minusDays(3)), null)
                        .linked("CORRECTS", original)));

        assertThat(links(student, 0)).containsExactly(tuple("CORRECTED_BY", null, null, "D-3", THIRD));
        assertThat(bench().certificates(by(student), request -> request.setValidOn(THIRD.minusDays(1)))
                        .getCertificate()
                        .get(0)
                        .getLink())
                .isEmpty();
        assertThat(bench().certificates(by(student), request -> request.setKnownAt(noon(TODAY.minusDays(4))))
                        .getCertificate()
                        .get(0)
                        .getLink())
                .isEmpty();
    }

    @Test
    default void tellsWhatReplacedACertificate() {
        CertificateBuilder original = paper("V", "000123").issuedOn(FIRST).state("REPLACED");
        bench().has(aPerson()
                .certified(original)
                .certified(paper("V", "000456")
                        .issuedOn(SECOND)
                        .state("ISSUED")
                        .from(SECOND)
                        .linked("DUPLICATE_OF", original)));

        VerifyCertificateResponse answer = verified("000123", FIRST, null);

        assertThat(answer.getStatus()).isEqualTo(CertificateStatus.REPLACED);
        assertThat(told(answer.getReplacement())).isEqualTo(tuple("V", "000456", null, SECOND));
        assertThat(verified("000456", SECOND, null).getReplacement()).isNull();
        assertThat(verified("000123", FIRST, SECOND.minusDays(1)).getReplacement())
                .isNull();
    }

    @Test
    default void tellsOfAReplacementWhatIsGrantedAlone() {
        CertificateBuilder original = paper("V", "000123").issuedOn(FIRST).state("REPLACED");
        bench().has(aPerson()
                .certified(original)
                .certified(digital("D-1").issuedOn(THIRD).linked("CORRECTS", original)));

        bench().within(everything().showing(Set.of("replacement/issueDate")));
        assertThat(told(verified("000123", FIRST, null).getReplacement())).isEqualTo(tuple(null, null, null, THIRD));
        bench().within(everything().showing(Set.of("status")));
        assertThat(verified("000123", FIRST, null).getReplacement()).isNull();
    }

    /** A second duplicate is one of the original, too, and stands in the place of the first. */
    @Test
    default void aDuplicateOfADuplicateIsOneOfTheOriginal() {
        CertificateBuilder original = paper("V", "000123").issuedOn(FIRST).state("REPLACED");
        CertificateBuilder duplicate =
                paper("V", "000456").issuedOn(SECOND).state("REPLACED").linked("DUPLICATE_OF", original);
        StoredStudent student = bench().has(aPerson()
                .certified(original)
                .certified(duplicate)
                .certified(digital("D-1")
                        .issuedOn(THIRD)
                        .state("ISSUED")
                        .from(THIRD)
                        .linked("DUPLICATE_OF", duplicate)));

        assertThat(links(student, 0))
                .containsExactly(
                        tuple("DUPLICATED_BY", "V", "000456", null, SECOND),
                        tuple("DUPLICATED_BY", null, null, "D-1", THIRD));
        assertThat(links(student, 1))
                .containsExactly(
                        tuple("DUPLICATE_OF", "V", "000123", null, FIRST),
                        tuple("REPLACED_BY", null, null, "D-1", THIRD));
        assertThat(links(student, 2))
                .containsExactly(
                        tuple("DUPLICATE_OF", "V", "000123", null, FIRST),
                        tuple("REPLACES", "V", "000456", null, SECOND));
        assertThat(told(verified("000123", FIRST, null).getReplacement())).isEqualTo(tuple(null, null, "D-1", THIRD));
        assertThat(told(verified("000456", SECOND, null).getReplacement())).isEqualTo(tuple(null, null, "D-1", THIRD));
        // On a day before the second duplicate, the first one stands.
        assertThat(told(verified("000123", FIRST, THIRD.minusDays(1)).getReplacement()))
                .isEqualTo(tuple("V", "000456", null, SECOND));
    }

    @Test
    default void tellsTheLastOfSeveralReplacements() {
        CertificateBuilder first = paper("V", "000123").issuedOn(FIRST).state("REPLACED");
        CertificateBuilder second =
                digital("D-1").issuedOn(SECOND).state("REPLACED").linked("CORRECTS", first);
        bench().has(aPerson()
                .certified(first)
                .certified(second)
                .certified(digital("D-2").issuedOn(THIRD).linked("CORRECTS", second)));

        assertThat(told(verified("000123", FIRST, null).getReplacement())).isEqualTo(tuple(null, null, "D-2", THIRD));
    }

    /** It cannot be; but a mistake in the data must not keep the question from an answer. */
    @Test
    default void comesToAnEndWhereLinksLeadBack() {
        CertificateBuilder first = paper("V", "000123").issuedOn(FIRST).state("REPLACED");
        CertificateBuilder second = digital("D-1").issuedOn(SECOND).linked("REPLACES", first);
        bench().has(aPerson().certified(first.linked("REPLACES", second)).certified(second));

        assertThat(verified("000123", FIRST, null).getReplacement()).isNull();
        assertThat(verified("000123", FIRST, null).getCertificate().getLink()).hasSize(2);
    }

    private List<Tuple> links(StoredStudent student, int certificate) {
        Certificate asked = bench().certificates(by(student)).getCertificate().get(certificate);
        return asked.getLink().stream().map(CertificateLinkRules::told).toList();
    }

    private VerifyCertificateResponse verified(String number, LocalDate issued, LocalDate validOn) {
        return bench().verify(presented -> {
            PaperNumber paper = new PaperNumber();
            paper.setSeries("V");
            paper.setNumber(number);
            presented.setPaper(paper);
            presented.setIssueDate(issued);
            presented.setHolderFamilyName("Kazlauskė");
            presented.setValidOn(validOn);
        });
    }

    private static Tuple told(CertificateLink link) {
        return tuple(
                link.getKind(), link.getSeries(), link.getNumber(), link.getRegistrationNumber(), link.getIssueDate());
    }

    private static Tuple told(CertificateReplacement replacement) {
        return tuple(
                replacement.getSeries(),
                replacement.getNumber(),
                replacement.getRegistrationNumber(),
                replacement.getIssueDate());
    }
}
