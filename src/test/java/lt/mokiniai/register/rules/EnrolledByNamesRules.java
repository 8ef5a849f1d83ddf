package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.byForeignerId;
import static lt.mokiniai.register.bench.Asking.byNames;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.RegisterStudentResponse;
import lt.mokiniai.wsdl.types.PersonSelector;
import org.junit.jupiter.api.Test;

/**
 * Whom a school enrols by birth date and names is a student of its own already; nobody else is found by them
 * (docs/register.md, 'Writing students').
 */
public interface EnrolledByNamesRules {

    Bench bench();

    LocalDate BIRTH = LocalDate.of(2012, 3, 5);

    LocalDate LONG_SINCE = LocalDate.of(2020, 9, 1);

    PersonSelector NAMES = byNames(BIRTH, "Ona", "Kazlauskė");

    private static PersonBuilder ona() {
        return aPerson().withoutCode().bornOn(BIRTH);
    }

    /** The message by which a school enrols somebody from today on. */
    static EnrolStudent enrolment(PersonSelector who, String school, String programme) {
        EnrolStudent request = new EnrolStudent();
        request.setPerson(who);
        EnrolStudent.Institution institution = new EnrolStudent.Institution();
        institution.setKind("LEGAL_ENTITY");
        institution.setCode(school);
        request.setInstitution(institution);
        request.setProgramme(programme);
        request.setEnrolledFrom(TODAY);
        request.setStage(new StageContent());
        return request;
    }

    private void enrol(PersonSelector who, String programme) {
        bench().within(everything().studyingAt(SCHOOL));
        bench().write(service -> service.enrolStudent(enrolment(who, SCHOOL, programme)));
    }

    private void assertRefused(PersonSelector who, String programme) {
        List<String> stored = bench().stored();
        bench().within(everything().studyingAt(SCHOOL));
        Refusals.assertRefused(
                bench(), service -> service.enrolStudent(enrolment(who, SCHOOL, programme)), "MR-501 person");
        assertThat(bench().toldAbout()).isEmpty();
        assertThat(bench().stored()).isEqualTo(stored);
    }

    private long enrolments(StoredStudent student) {
        return bench().stored().stream()
                .filter(row -> row.startsWith("enrolment{")
                        && row.toUpperCase(Locale.ROOT).contains("PERSON_ID=" + student.number() + ","))
                .count();
    }

    @Test
    default void whomAnotherSchoolRegisteredIsNotFoundByNames() {
        bench().has(ona());
        assertRefused(NAMES, BASIC);
        bench().has(aPerson().withoutCode().bornOn(BIRTH.plusDays(1)).studying(at(VILNIUS_SCHOOL)));
        assertRefused(byNames(BIRTH.plusDays(1), "Ona", "Kazlauskė"), MUSIC);
    }

    @Test
    default void whoLeftTheSchoolIsNotFoundByNames() {
        bench().has(ona().studying(at(SCHOOL).from(LONG_SINCE).to(TODAY.minusDays(1))));
        assertRefused(NAMES, BASIC);
    }

    @Test
    default void theForeignerIdentifierLeadsToWhoeverHasIt() {
        StoredStudent student = bench().has(ona().foreignerId("ILTU-0042"));
        enrol(byForeignerId(BIRTH, "ILTU-0042"), BASIC);
        assertThat(enrolments(student)).isOne();
    }

    @Test
    default void whomTheSchoolRegisteredIsFoundByNames() {
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setGivenNames("Ona");
        identity.setFamilyName("Kazlauskė");
        identity.setBirthDate(BIRTH);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        bench().within(everything().studyingAt(SCHOOL));
        RegisterStudentResponse own = bench().writeStudent(service -> service.registerStudent(request));
        // A namesake of another school does not make it ambiguous.
        StoredStudent namesake = bench().has(ona());
        enrol(NAMES, BASIC);
        assertThat(bench().toldAbout()).containsExactly(own.getRegisterId());
        assertThat(enrolments(namesake)).isZero();
    }

    @Test
    default void whoIsEnrolledWithTheSchoolNowOrLaterOnIsFoundByNames() {
        StoredStudent student = bench().has(ona().studying(at(SCHOOL).from(LONG_SINCE)));
        enrol(NAMES, MUSIC);
        assertThat(enrolments(student)).isEqualTo(2);
        StoredStudent later = bench().has(aPerson()
                .withoutCode()
                .bornOn(BIRTH.plusDays(1))
                .studying(at(SCHOOL).from(TODAY.plusDays(10))));
        enrol(byNames(BIRTH.plusDays(1), "Ona", "Kazlauskė"), MUSIC);
        assertThat(enrolments(later)).isEqualTo(2);
    }
}
