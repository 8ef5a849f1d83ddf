package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.CertificateBuilder;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import org.junit.jupiter.api.Test;

/** An enrolment keeps the day on which its institution issued a certificate (docs/register.md, 'Writing enrolments'). */
public interface CertificateRelianceRules {

    Bench bench();

    LocalDate SEPTEMBER = LocalDate.of(2025, 9, 1);
    LocalDate ISSUED = LocalDate.of(2026, 6, 20);

    private static EnrolmentBuilder learning() {
        return at(SCHOOL).programme(BASIC).level(10).from(SEPTEMBER);
    }

    private static CertificateBuilder certificate() {
        return digital("D-" + Numbers.next()).with("programme", BASIC).issuedOn(ISSUED);
    }

    /** What a school does to one enrolment of a student. */
    final class Clerk {

        private final Bench bench;
        private final String enrolmentId;
        private final String version;

        Clerk(Bench bench, StoredStudent student, EnrolmentBuilder enrolment, LocalDate seenOn) {
            this.bench = bench;
            enrolmentId = enrolment.enrolmentId();
            bench.within(everything());
            version = bench.enrolments(by(student), request -> request.setValidOn(seenOn)).getEnrolment().stream()
                    .filter(each -> each.getEnrolmentId().equals(enrolmentId))
                    .findFirst()
                    .orElseThrow()
                    .getVersion();
            bench.within(everything().studyingAt(SCHOOL));
        }

        WithdrawStudent leaving(LocalDate last) {
            WithdrawStudent request = new WithdrawStudent();
            request.setEnrolmentId(enrolmentId);
            request.setVersion(version);
            request.setEnrolledTo(last);
            request.setReason("ABROAD");
            request.getOverrule().addAll(List.of("MR-601", "MR-603"));
            return request;
        }

        CorrectEnrolment correcting(Consumer<CorrectEnrolment> more) {
            CorrectEnrolment request = new CorrectEnrolment();
            request.setEnrolmentId(enrolmentId);
            request.setVersion(version);
            request.setReason("MISTAKE");
            request.getOverrule().addAll(List.of("MR-601", "MR-602", "MR-603", "MR-605"));
            more.accept(request);
            return request;
        }

        CorrectEnrolment beginning(LocalDate first) {
            TermCorrection term = new TermCorrection();
            term.setEnrolledFrom(first);
            return correcting(request -> request.setTerm(term));
        }

        CorrectEnrolment ending(LocalDate last) {
            TermCorrection term = new TermCorrection();
            term.setEnrolledTo(last);
            return correcting(request -> request.setTerm(term));
        }

        void refusedWhereItNeverWas() {
            Refusals.assertRefused(
                    bench,
                    service -> service.correctEnrolment(correcting(request -> request.setNeverWas(true))),
                    "MR-525 neverWas");
        }

        void neverWas() {
            bench.write(service -> service.correctEnrolment(correcting(request -> request.setNeverWas(true))));
        }
    }

    private Clerk clerk(CertificateBuilder certificate) {
        EnrolmentBuilder enrolment = learning();
        return new Clerk(bench(), bench().has(aPerson().studying(enrolment).certified(certificate)), enrolment, ISSUED);
    }

    @Test
    default void anEnrolmentKeepsTheDayOnWhichItsInstitutionIssuedACertificate() {
        Clerk clerk = clerk(certificate());
        clerk.refusedWhereItNeverWas();
        Refusals.assertRefused(
                bench(), service -> service.correctEnrolment(clerk.beginning(ISSUED.plusDays(1))), "MR-525 term");
        Refusals.assertRefused(
                bench(), service -> service.withdrawStudent(clerk.leaving(ISSUED.minusDays(1))), "MR-525 enrolledTo");
        bench().write(service -> service.withdrawStudent(clerk.leaving(ISSUED)));

        Clerk begun = clerk(certificate());
        bench().write(service -> service.correctEnrolment(begun.beginning(ISSUED)));
    }

    @Test
    default void whatIsReplacedReliesOnTheEnrolmentAndWhatIsRevokedOrNotIssuedYetDoesNot() {
        clerk(certificate()
                        .state("ISSUED")
                        .to(ISSUED.plusDays(9))
                        .state("REPLACED")
                        .from(ISSUED.plusDays(10)))
                .refusedWhereItNeverWas();
        clerk(certificate()
                        .state("ISSUED")
                        .to(ISSUED.plusDays(9))
                        .state("REVOKED")
                        .from(ISSUED.plusDays(10)))
                .neverWas();
        clerk(certificate().state("REGISTERED")).neverWas();
    }

    @Test
    default void aCertificateReliesOnNoEnrolmentElsewhereNorOnOneThatHadEnded() {
        clerk(certificate().with("institution", VILNIUS_SCHOOL)).neverWas();

        EnrolmentBuilder winter = learning().to(LocalDate.of(2026, 1, 15)).with("leaving_reason", "ABROAD");
        StoredStudent left = bench().has(aPerson().studying(winter).certified(certificate()));
        Clerk clerk = new Clerk(bench(), left, winter, LocalDate.of(2026, 1, 10));
        bench().write(service -> service.correctEnrolment(clerk.ending(LocalDate.of(2026, 1, 10))));
    }

    @Test
    default void ofTwoEnrolmentsACertificateReliesOnThatInItsProgramme() {
        EnrolmentBuilder basic = learning();
        EnrolmentBuilder music = at(SCHOOL).programme(MUSIC).from(SEPTEMBER);
        StoredStudent student =
                bench().has(aPerson().studying(basic).studying(music).certified(certificate()));
        new Clerk(bench(), student, basic, ISSUED).refusedWhereItNeverWas();
        new Clerk(bench(), student, music, ISSUED).neverWas();
    }
}
