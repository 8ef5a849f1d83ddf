package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Leaves;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.certificates.GetCertificatesResponse;
import lt.mokiniai.wsdl.enrolments.GetClassRosterResponse;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.enrolments.RosterEntry;
import lt.mokiniai.wsdl.students.FindStudentsResponse;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.ResolveResult;
import lt.mokiniai.wsdl.students.ResolveStudentsResponse;
import lt.mokiniai.wsdl.types.Absence;
import lt.mokiniai.wsdl.types.AbsenceReason;
import lt.mokiniai.wsdl.types.Identity;
import lt.mokiniai.wsdl.types.Outcome;
import lt.mokiniai.wsdl.types.Student;
import org.junit.jupiter.api.Test;

/** What a contract can ask for beside data: the students that it names, pseudonyms, and reasons of what is left out. */
public interface TermRules {

    Bench bench();

    @Test
    default void reachesTheNamedStudentsAndNobodyElse() {
        StoredStudent named = bench().has(student());
        StoredStudent other = bench().has(student());
        bench().within(everything().naming(List.of(named.registerId())));

        assertThat(bench().student(by(named)).getOutcome()).isEqualTo(Outcome.FOUND);
        assertThat(bench().student(by(other)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().resolve(by(other), by(named)).getResult())
                .extracting(ResolveResult::getOutcome)
                .containsExactly(Outcome.NOT_FOUND, Outcome.FOUND);
        assertThat(bench().found(criteria -> {})).containsExactly(named.registerId());
        assertThat(bench().roster(SCHOOL, "8A").getStudent())
                .extracting(entry -> entry.getIdentity().getRegisterId())
                .containsExactly(named.registerId());
        assertThat(bench().enrolments(by(named)).getEnrolment()).hasSize(1);
        assertThat(bench().enrolments(by(other)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().certificates(by(named)).getCertificate()).hasSize(1);
        assertThat(bench().certificates(by(other)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().toldAbout()).containsExactly(named.registerId());
    }

    @Test
    default void ofTheNamedStudentsReachesThoseWhomTheOtherCriteriaReachToo() {
        StoredStudent here = bench().has(student());
        StoredStudent elsewhere = bench().has(aPerson());
        bench().has(student());
        bench().within(everything()
                .naming(List.of(here.registerId(), elsewhere.registerId()))
                .livingIn(KAUNAS));

        assertThat(bench().found(criteria -> {})).containsExactly(here.registerId());
    }

    @Test
    default void givesPseudonymsWhereTheyAreGrantedAlone() {
        StoredStudent student = bench().has(student());
        bench().within(everything().showing(Set.of("student/identity/pseudonym")));

        List<Identity> identities = List.of(
                bench().find(criteria -> {}).getStudent().get(0).getIdentity(),
                bench().roster(SCHOOL, "8A").getStudent().get(0).getIdentity());

        assertThat(identities).allSatisfy(identity -> {
            assertThat(identity.getPseudonym())
                    .isEqualTo(bench().scope().pseudonyms().of(student.registerId()));
            assertThat(Leaves.in(identity)).isEmpty();
        });
    }

    @Test
    default void givesNoPseudonymsWhereTheyAreNotGranted() {
        bench().has(student());

        assertThat(bench().find(criteria -> {}).getStudent())
                .extracting(student -> student.getIdentity().getPseudonym())
                .containsOnlyNulls();
        assertThat(bench().roster(SCHOOL, "8A").getStudent())
                .extracting(RosterEntry::getIdentity)
                .extracting(Identity::getPseudonym)
                .containsOnlyNulls();
    }

    @Test
    default void saysThatResidenceAndGuardiansAreWithheld() {
        StoredStudent student = bench().has(student().restricted("COURT"));
        bench().within(withReasons());

        List<Student> students = List.of(
                bench().student(by(student)).getStudent(),
                bench().resolve(by(student)).getResult().get(0).getStudent(),
                bench().find(criteria -> {}).getStudent().get(0));

        assertThat(students).allSatisfy(shown -> assertRestricted(shown.getAbsence(), "residence", "guardian"));
    }

    @Test
    default void saysThatWhatTellsTheSchoolIsWithheld() {
        StoredStudent student = bench().has(student().restricted("COURT"));
        bench().within(withReasons());

        assertRestricted(
                bench().enrolments(by(student)).getEnrolment().get(0).getAbsence(),
                "institution",
                "stage/gymnasiumLabel",
                "stage/className",
                "learningContract",
                "movement/cameFrom",
                "movement/leftTo");
        assertRestricted(
                bench().certificates(by(student)).getCertificate().get(0).getAbsence(), "institution", "approvedBy");
    }

    @Test
    default void saysNothingOfWhatTheContractDoesNotHold() {
        StoredStudent student = bench().has(student().restricted("COURT"));
        bench().within(everything()
                .showing(Set.of(
                        "student/absence/path",
                        "student/guardian/phone",
                        "enrolment/absence/path",
                        "enrolment/stage/className",
                        "certificate/absence/path",
                        "certificate/kind")));

        assertRestricted(bench().student(by(student)).getStudent().getAbsence(), "guardian");
        assertRestricted(bench().enrolments(by(student)).getEnrolment().get(0).getAbsence(), "stage/className");
        assertThat(bench().certificates(by(student)).getCertificate().get(0).getAbsence())
                .isEmpty();
    }

    @Test
    default void saysNothingWhereNoReasonsAreAskedFor() {
        StoredStudent student = bench().has(student().restricted("COURT"));

        assertSaysNothing(student);
    }

    @Test
    default void saysNothingWhereNothingIsWithheld() {
        bench().within(withReasons());
        assertSaysNothing(bench().has(student()));

        bench().clear();
        bench().within(withReasons().namingRestrictions("COURT"));
        assertSaysNothing(bench().has(student().restricted("COURT")));
    }

    private void assertSaysNothing(StoredStudent student) {
        assertThat(bench().student(by(student)).getStudent().getAbsence()).isEmpty();
        assertThat(bench().enrolments(by(student)).getEnrolment().get(0).getAbsence())
                .isEmpty();
        assertThat(bench().certificates(by(student)).getCertificate().get(0).getAbsence())
                .isEmpty();
    }

    private static void assertRestricted(List<Absence> told, String... paths) {
        assertThat(told).extracting(Absence::getPath).containsExactly(paths);
        assertThat(told).extracting(Absence::getReason).containsOnly(AbsenceReason.RESTRICTED);
    }

    /** Everything, and the reason of what is left out of each record. */
    private static ScopeBuilder withReasons() {
        Set<String> paths = new TreeSet<>();
        List.of(
                        GetStudentResponse.class,
                        ResolveStudentsResponse.class,
                        FindStudentsResponse.class,
                        GetEnrolmentsResponse.class,
                        GetClassRosterResponse.class,
                        GetCertificatesResponse.class)
                .forEach(answer -> paths.addAll(Leaves.of(answer)));
        List.of("student", "result/student", "student", "student/enrolment", "enrolment", "certificate")
                .forEach(entry -> paths.add(entry + "/absence/path"));
        return everything().showing(paths);
    }

    private static PersonBuilder student() {
        return aPerson()
                .livingIn(KAUNAS)
                .guardian("Petras", "Kazlauskas")
                .studying(at(SCHOOL).level(8).className("8A"))
                .certified(digital("D-" + Numbers.next()));
    }
}
