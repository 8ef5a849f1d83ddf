package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.Asking.institution;
import static lt.mokiniai.register.bench.Asking.learnsAnywhere;
import static lt.mokiniai.register.bench.Asking.studiesIn;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Leaves;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateStatus;
import lt.mokiniai.wsdl.types.Confirmation;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Outcome;
import lt.mokiniai.wsdl.types.Student;
import org.junit.jupiter.api.Test;

/** What a disclosure restriction leaves out (docs/register.md, 'Disclosure restriction'). */
public interface RestrictionRules {

    Bench bench();

    LocalDate ISSUED = LocalDate.of(2024, 6, 20);

    @Test
    default void leavesOutResidenceAndGuardians() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION"));

        Student shown = bench().student(by(student)).getStudent();

        assertThat(shown.getIdentity().getGivenNames()).isEqualTo("Ona");
        assertThat(shown.getRestriction()).isEmpty();
        assertThat(shown.getResidence()).isNull();
        assertThat(shown.getGuardian()).isEmpty();
        assertThat(Leaves.in(bench().resolve(by(student))).keySet())
                .noneMatch(path -> path.contains("residence") || path.contains("guardian"));
    }

    @Test
    default void saysWhatMustNotBePassedOnAlikeUnderEveryKind() {
        List<Map<String, List<Object>>> told = new ArrayList<>();
        for (String kind : List.of("ADOPTION", "COURT", "PROTECTED")) {
            StoredStudent student = bench().has(hidden().restricted(kind));
            bench().within(everything()
                    .namingRestrictions("ADOPTION", "COURT", "PROTECTED")
                    .showing(Set.of("student/handling", "result/student/handling", "handling")));
            told.add(Leaves.in(bench().student(by(student))));
            told.add(Leaves.in(bench().resolve(by(student))));
            told.add(Leaves.in(bench().enrolments(by(student))));
            told.add(Leaves.in(bench().certificates(by(student))));
            told.add(Leaves.in(bench().verify(presented -> {
                presented.setRegistrationNumber("D-1");
                presented.setIssueDate(ISSUED);
                presented.setHolderFamilyName("Kazlauskė");
            })));
            bench().clear();
        }

        assertThat(told.subList(5, 10)).isEqualTo(told.subList(0, 5));
        assertThat(told.subList(10, 15)).isEqualTo(told.subList(0, 5));
        assertThat(told.get(4).get("handling")).containsExactly("RESIDENCE", "SCHOOL", "GUARDIANS");
        assertThat(told.get(0).get("student/handling")).containsExactly("RESIDENCE", "SCHOOL", "GUARDIANS");
        assertThat(told.get(2).get("handling")).containsExactly("RESIDENCE", "SCHOOL", "GUARDIANS");
    }

    @Test
    default void saysNothingOfHandlingWhereNoRestrictionStandsToday() {
        StoredStudent student = bench().has(hidden().restricted("COURT").to(TODAY.minusDays(1)));

        assertThat(bench().student(by(student)).getStudent().getHandling()).isEmpty();
        assertThat(bench().student(by(student), TODAY.minusDays(2), null)
                        .getStudent()
                        .getHandling())
                .isEmpty();
        assertThat(bench().enrolments(by(student)).getHandling()).isEmpty();
    }

    @Test
    default void tellsTheKindThatTheContractNamesAlone() {
        StoredStudent student = bench().has(hidden().restricted("COURT").restricted("PROTECTED"));
        bench().within(everything().namingRestrictions("COURT"));
        assertThat(bench().student(by(student)).getStudent().getRestriction()).containsExactly("COURT");

        bench().within(everything());
        assertThat(bench().student(by(student)).getStudent().getRestriction()).isEmpty();
    }

    @Test
    default void leavesOutWhatTellsTheSchool() {
        StoredStudent student = bench().has(hidden().restricted("COURT"));

        Enrolment enrolment = bench().enrolments(by(student)).getEnrolment().get(0);

        assertThat(enrolment.getInstitution()).isNull();
        assertThat(enrolment.getStage().get(0).getClassName()).isNull();
        assertThat(enrolment.getStage().get(0).getClassLevel()).isEqualTo(8);
        assertThat(enrolment.getLearningContract()).isNull();
        assertThat(enrolment.getMovement().getCameFrom()).isNull();
        assertThat(enrolment.getMovement().getLeftTo()).isNull();
        assertThat(enrolment.getMovement().getReason()).isEqualTo("MOVED");
        assertThat(Leaves.in(enrolment).values().toString()).doesNotContain(SCHOOL);
    }

    @Test
    default void leavesOutTheSchoolAndItsHeadOfACertificate() {
        StoredStudent student = bench().has(hidden().restricted("PROTECTED"));

        Certificate certificate =
                bench().certificates(by(student)).getCertificate().get(0);

        assertThat(certificate.getRegistrationNumber()).isEqualTo("D-1");
        assertThat(certificate.getInstitution()).isNull();
        assertThat(certificate.getApprovedBy()).isNull();
    }

    @Test
    default void leavesTheSchoolOutOfAVerifiedCertificateToo() {
        bench().has(hidden().restricted("PROTECTED"));

        var answer = bench().verify(presented -> {
            presented.setRegistrationNumber("D-1");
            presented.setIssueDate(ISSUED);
            presented.setHolderFamilyName("Kazlauskė");
        });

        assertThat(answer.getStatus()).isEqualTo(CertificateStatus.VALID);
        assertThat(answer.getCertificate().getInstitution()).isNull();
        assertThat(answer.getCertificate().getApprovedBy()).isNull();
    }

    @Test
    default void tellsTheHolderOfACertificateAsIdentityIsTold() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION")
                .certified(digital("D-0").issuedOn(ISSUED.minusYears(1)).holder("Senoji")));

        assertThat(bench().certificates(by(student)).getCertificate())
                .extracting(Certificate::getRegistrationNumber, certificate -> certificate.getHolder() == null)
                .containsExactly(tuple("D-0", true), tuple("D-1", false));
        bench().within(everything().namingRestrictions("ADOPTION"));
        assertThat(bench().certificates(by(student)).getCertificate())
                .extracting(certificate -> certificate.getHolder().getFamilyName())
                .containsExactly("Senoji", "Kazlauskė");
    }

    @Test
    default void isNotFoundByResidenceOrSchool() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION"));

        assertThat(bench().found(criteria -> criteria.setMunicipality(KAUNAS))).isEmpty();
        assertThat(bench().found(criteria -> criteria.setInstitution(institution(SCHOOL))))
                .isEmpty();
        assertThat(bench().found(criteria -> criteria.setClassLevel(8))).containsExactly(student.registerId());
        assertThat(bench().roster(SCHOOL, "8A").getStudent()).isEmpty();
    }

    @Test
    default void isOutsideAPopulationOfResidenceOrSchool() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION"));

        assertThat(outcome(student, everything().livingIn(KAUNAS))).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outcome(student, everything().studyingAt(SCHOOL))).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outcome(student, everything().foundedBy("20"))).isEqualTo(Outcome.NOT_FOUND);
        assertThat(outcome(student, everything().atLevels(8, 8))).isEqualTo(Outcome.FOUND);
        assertThat(outcome(student, everything().enrolled(true))).isEqualTo(Outcome.FOUND);
    }

    @Test
    default void doesNotSayWhereAStudentStudies() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION"));

        assertThat(bench().confirm(by(student), studiesIn(KAUNAS)).getAnswer()).isEqualTo(Confirmation.UNKNOWN);
        assertThat(bench().toldAbout()).isEmpty();
        assertThat(bench().confirm(by(student), learnsAnywhere()).getAnswer()).isEqualTo(Confirmation.YES);
    }

    @Test
    default void showsAllToAContractThatNamesTheRestriction() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION"));
        bench().within(everything().namingRestrictions("ADOPTION"));

        assertShown(student);
        assertThat(bench().found(criteria -> criteria.setMunicipality(KAUNAS))).containsExactly(student.registerId());
        assertThat(bench().confirm(by(student), studiesIn(KAUNAS)).getAnswer()).isEqualTo(Confirmation.YES);
        assertThat(bench().roster(SCHOOL, "8A").getStudent()).hasSize(1);
        assertThat(outcome(student, everything().livingIn(KAUNAS).namingRestrictions("ADOPTION")))
                .isEqualTo(Outcome.FOUND);
    }

    @Test
    default void hidesStillWhenAnotherRestrictionIsNotNamed() {
        StoredStudent student = bench().has(hidden().restricted("ADOPTION").restricted("COURT"));
        bench().within(everything().namingRestrictions("ADOPTION"));

        assertThat(bench().student(by(student)).getStudent().getResidence()).isNull();
    }

    @Test
    default void showsAllAgainFromTheDayAfterTheRestrictionEnded() {
        StoredStudent lastDay = bench().has(hidden().restricted("ADOPTION").to(TODAY));
        assertThat(bench().student(by(lastDay)).getStudent().getResidence()).isNull();

        bench().clear();
        assertShown(bench().has(hidden().restricted("ADOPTION").to(TODAY.minusDays(1))));
    }

    @Test
    default void showsAllAgainWhenTheRestrictionWasAMistake() {
        assertShown(bench().has(hidden().restricted("ADOPTION")
                .believed(noon(TODAY.minusDays(9)), noon(TODAY).minusSeconds(1))));
    }

    @Test
    default void hidesThePastToo() {
        StoredStudent student =
                bench().has(hidden().restricted("ADOPTION").from(TODAY).believed(noon(TODAY), null));
        LocalDate before = TODAY.minusMonths(1);

        assertThat(bench().student(by(student), before, noon(before))
                        .getStudent()
                        .getResidence())
                .isNull();
        assertThat(bench().find(
                                criteria -> criteria.setInstitution(institution(SCHOOL)),
                                request -> request.setValidOn(before))
                        .getStudent())
                .isEmpty();
        assertThat(bench().roster(SCHOOL, "8A", request -> request.setValidOn(before))
                        .getStudent())
                .isEmpty();
    }

    @Test
    default void doesNotLeadFromAFormerCodeOrNameToThePresentOne() {
        String former = Numbers.personalCode();
        String present = Numbers.personalCode();
        LocalDate changed = TODAY.minusMonths(2);
        bench().has(aPerson()
                .code(former)
                .named("Ona", "Senoji")
                .to(changed.minusDays(1))
                .identifiedAgain()
                .code(present)
                .named("Ona", "Naujoji")
                .from(changed)
                .restricted("PROTECTED"));

        assertThat(bench().student(byCode(former)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().student(byCode(present), changed.minusMonths(1), noon(TODAY))
                        .getStudent()
                        .getIdentity()
                        .getFamilyName())
                .isEqualTo("Naujoji");
        bench().within(everything().namingRestrictions("PROTECTED"));
        assertThat(bench().student(byCode(former)).getOutcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    default void showsEveryRestrictionToWhomItIsGranted() {
        StoredStudent student = bench().has(aPerson().restricted("ADOPTION").restricted("COURT"));
        bench().within(everything().namingRestrictions("ADOPTION", "COURT"));

        assertThat(bench().student(by(student)).getStudent().getRestriction()).containsExactly("ADOPTION", "COURT");
    }

    private void assertShown(StoredStudent student) {
        assertThat(bench().student(by(student)).getStudent().getResidence()).isNotNull();
        assertThat(bench().student(by(student)).getStudent().getGuardian()).hasSize(1);
        assertThat(bench().enrolments(by(student))
                        .getEnrolment()
                        .get(0)
                        .getInstitution()
                        .getCode())
                .isEqualTo(SCHOOL);
        assertThat(bench().certificates(by(student)).getCertificate().get(0).getApprovedBy())
                .isEqualTo("Head of the school");
    }

    private Outcome outcome(StoredStudent student, ScopeBuilder scope) {
        return bench().within(scope).student(by(student)).getOutcome();
    }

    /** A student with everything that a restriction hides; a restriction is to be added. */
    private static PersonBuilder hidden() {
        return aPerson()
                .livingIn(KAUNAS)
                .guardian("Petras", "Kazlauskas")
                .studying(at(SCHOOL)
                        .level(8)
                        .className("8A")
                        .contract("S-1", ISSUED)
                        .cameFrom(SCHOOL)
                        .leftTo(SCHOOL)
                        .to(TODAY.plusYears(1))
                        .with("leaving_reason", "MOVED"))
                .certified(digital("D-1").issuedOn(ISSUED).with("approved_by", "Head of the school"));
    }
}
