package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.results.facts.AssessmentKind;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.results.facts.ResultValue;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.RegisterStudentResponse;
import lt.mokiniai.wsdl.students.RemoveStudent;
import lt.mokiniai.wsdl.students.RemoveStudentResponse;
import lt.mokiniai.wsdl.tasks.Task;
import lt.mokiniai.wsdl.types.Outcome;
import org.junit.jupiter.api.Test;

/** A registration of nobody is struck by a task, and told as known before as it was believed (docs/decisions/0051). */
public interface RemovalRules {

    LocalDate SINCE = LocalDate.of(2025, 9, 1);

    Bench bench();

    private static RemoveStudent removal(String registerId, String version) {
        RemoveStudent request = new RemoveStudent();
        request.setRegisterId(registerId);
        request.setVersion(version);
        request.setReason("MISTAKE");
        request.setNote("Registered for a trial of the system");
        return request;
    }

    private String version(StoredStudent student) {
        return bench().within(everything()).student(by(student)).getStudent().getVersion();
    }

    private RemoveStudentResponse asked(StoredStudent student) {
        RemoveStudent request = removal(student.registerId(), version(student));
        bench().within(Movers.school(SCHOOL));
        return bench().writeStudent(service -> service.removeStudent(request));
    }

    private void assertRefused(StoredStudent student, Consumer<RemoveStudent> more, String... problems) {
        RemoveStudent request = removal(student.registerId(), version(student));
        more.accept(request);
        bench().within(Movers.school(SCHOOL));
        Refusals.assertStudentRefused(bench(), service -> service.removeStudent(request), problems);
    }

    private StoredStudent learning(PersonBuilder person) {
        return bench().has(person.studying(at(SCHOOL).level(8).className("8A").from(SINCE)));
    }

    private Outcome found(StoredStudent student, Instant knownAt) {
        return bench().within(everything()).student(by(student), null, knownAt).getOutcome();
    }

    @Test
    default void whatIsAcceptedIsStruckAndToldAsKnownBefore() {
        StoredStudent student =
                learning(aPerson().guardian("Rasa", "Kazlauskienė").livingIn("19"));
        RemoveStudentResponse answer = asked(student);
        assertThat(answer.getDueOn()).isEqualTo(TODAY.plusDays(20));
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
        Task task = new Movers(bench()).waiting(Movers.municipality());
        assertThat(task.getTaskId()).isEqualTo(answer.getTaskId());
        assertThat(found(student, null)).isEqualTo(Outcome.FOUND);
        Instant before = bench().clock().instant();
        bench().clock().set(before.plusSeconds(60));

        assertThat(new Movers(bench()).decides(Movers.municipality(), answer.getTaskId(), "ACCEPT"))
                .isEqualTo("ACCEPTED");
        assertThat(found(student, null)).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().enrolments(by(student)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().roster(SCHOOL, "8A").getStudent()).isEmpty();
        assertThat(bench().found(criteria -> {})).isEmpty();
        assertThat(bench().notEnrolled().count(bench().clock().instant(), 10)).isZero();
        assertThat(found(student, before)).isEqualTo(Outcome.FOUND);
        assertThat(bench().student(by(student), null, before).getStudent().getGuardian())
                .hasSize(1);
        assertThat(bench().enrolments(by(student), request -> request.setKnownAt(before))
                        .getEnrolment())
                .hasSize(1);
        bench().within(Movers.school(SCHOOL));
        assertThat(Refusals.ofStudents(
                        bench(), service -> service.removeStudent(removal(student.registerId(), "AAAA"))))
                .containsExactly("MR-501 registerId");
    }

    @Test
    default void whoIsRegisteredAfterwardsIsAnother() {
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setPersonalCode(RegistrationRules.CODE);
        identity.setGivenNames("Ona");
        identity.setFamilyName("Kazlauskė");
        identity.setBirthDate(RegistrationRules.BORN);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        bench().within(Movers.school(SCHOOL));
        RegisterStudentResponse first = bench().writeStudent(service -> service.registerStudent(request));
        bench().within(Movers.school(SCHOOL));
        String taskId = bench().writeStudent(
                        service -> service.removeStudent(removal(first.getRegisterId(), first.getVersion())))
                .getTaskId();
        new Movers(bench()).decides(Movers.municipality(), taskId, "ACCEPT");
        bench().within(Movers.school(SCHOOL));
        RegisterStudentResponse second = bench().writeStudent(service -> service.registerStudent(request));
        assertThat(second.getRegisterId()).isNotEqualTo(first.getRegisterId());
        assertThat(bench().within(everything())
                        .student(byRegisterId(first.getRegisterId()))
                        .getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void whatIsObjectedToOrNotDecidedStays() {
        StoredStudent student = learning(aPerson());
        String first = asked(student).getTaskId();
        assertThat(new Movers(bench()).decides(Movers.municipality(), first, "OBJECT"))
                .isEqualTo("OBJECTED");
        assertThat(found(student, null)).isEqualTo(Outcome.FOUND);
        asked(student);
        assertThat(bench().termsEndOn(TODAY.plusDays(21))).isOne();
        assertThat(found(student, null)).isEqualTo(Outcome.FOUND);
        assertThat(new Movers(bench()).open(Movers.municipality())).isEmpty();
    }

    @Test
    default void whoIsSomebodyIsNotStruck() {
        assertRefused(learning(aPerson().restricted("COURT")), request -> {}, "MR-552 registerId");
        assertRefused(
                learning(aPerson()
                        .certified(digital("D-removal").with("programme", BASIC).state("ISSUED"))),
                request -> {},
                "MR-552 registerId");
        assertRefused(
                learning(aPerson().studying(at(MUSIC_SCHOOL).programme(MUSIC).from(SINCE))),
                request -> {},
                "MR-552 registerId");
        StoredStudent graded = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .level(8)
                        .from(SINCE)
                        .result(ResultKey.ofSubject(AssessmentKind.ANNUAL_GRADE, "MATE", 2025), ResultValue.grade(9))));
        assertRefused(graded, request -> {}, "MR-568 registerId");
    }

    @Test
    default void onlyTheSchoolOfAStudentAsksAndOnce() {
        StoredStudent theirs = bench().has(aPerson().studying(at(VILNIUS_SCHOOL).from(SINCE)));
        assertRefused(theirs, request -> {}, "MR-501 registerId");
        StoredStudent student = learning(aPerson());
        assertRefused(student, request -> request.setReason("WHIM"), "MR-402 reason");
        assertRefused(student, request -> request.setNote("Two\nlines"), "MR-526 note");
        assertRefused(student, request -> request.setVersion("AAAA"), "MR-518 version");
        asked(student);
        assertRefused(student, request -> {}, "MR-554 registerId");
    }

    @Test
    default void whoWasEnrolledElsewhereMeanwhileIsNotStruckByTheDecision() {
        StoredStudent student = learning(aPerson());
        String taskId = asked(student).getTaskId();
        bench().within(everything().studyingAt(MUSIC_SCHOOL));
        bench().write(service ->
                service.enrolStudent(EnrolledByNamesRules.enrolment(by(student), MUSIC_SCHOOL, MUSIC)));
        List<String> stored = bench().stored();
        bench().within(Movers.municipality());
        Refusals.assertUndecided(
                bench(), service -> service.decideTask(Movers.decision(taskId, "ACCEPT", null)), "MR-552 registerId");
        assertThat(bench().stored()).isEqualTo(stored);
        assertThat(found(student, null)).isEqualTo(Outcome.FOUND);
    }

    /** What the other school asked for would begin later, of a person who is not there. */
    @Test
    default void whomAnotherSchoolAskedForIsNotStruckWhileThatWaits() {
        Movers movers = new Movers(bench());
        StoredStudent student = learning(aPerson());
        String removal = asked(student).getTaskId();
        String transfer = movers.asked(student).getTransferId();
        List<String> stored = bench().stored();
        bench().within(Movers.municipality());
        Refusals.assertUndecided(
                bench(), service -> service.decideTask(Movers.decision(removal, "ACCEPT", null)), "MR-552 registerId");
        assertThat(bench().stored()).isEqualTo(stored);
        bench().within(Movers.school(VILNIUS_SCHOOL));
        bench().write(service -> service.withdrawTransfer(Movers.withdrawal(transfer)));
        assertThat(movers.decides(Movers.municipality(), removal, "ACCEPT")).isEqualTo("ACCEPTED");
        assertThat(found(student, null)).isEqualTo(Outcome.NOT_FOUND);

        StoredStudent other = learning(aPerson());
        movers.asked(other);
        assertRefused(other, request -> {}, "MR-552 registerId");
    }

    /** Two records that may be one wait for the agency; one of them is struck meanwhile. */
    @Test
    default void whoWasStruckIsNotMergedWithAnotherRecord() {
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setGivenNames("Ona");
        identity.setFamilyName("Dukart");
        identity.setBirthDate(RegistrationRules.BORN);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        bench().within(Movers.school(SCHOOL));
        RegisterStudentResponse first = bench().writeStudent(service -> service.registerStudent(request));
        request.getOverrule().add("MR-611");
        String second = bench().writeStudent(service -> service.registerStudent(request))
                .getRegisterId();
        Movers movers = new Movers(bench());
        String merge = movers.waiting(Movers.agency()).getTaskId();
        bench().within(Movers.school(SCHOOL));
        String removal = bench().writeStudent(
                        service -> service.removeStudent(removal(first.getRegisterId(), first.getVersion())))
                .getTaskId();
        movers.decides(Movers.municipality(), removal, "ACCEPT");
        bench().within(Movers.agency());
        Refusals.assertUndecided(
                bench(),
                service -> service.decideTask(Movers.decision(merge, "ACCEPT", null)),
                "MR-501 otherRegisterId");
        assertThat(bench().within(everything()).student(byRegisterId(second)).getOutcome())
                .isEqualTo(Outcome.FOUND);
        assertThat(bench().within(everything())
                        .student(byRegisterId(first.getRegisterId()))
                        .getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(movers.decides(Movers.agency(), merge, "OBJECT")).isEqualTo("OBJECTED");
    }

    /** Both find the student; the row of the student says which was first. */
    @Test
    default void whoIsStruckWhileASchoolEnrolsThemIsNotEnrolled() {
        StoredStudent student = learning(aPerson());
        String taskId = asked(student).getTaskId();
        bench().within(Movers.municipality());
        CompletableFuture<List<String>> enrolling = bench().decide(service -> {
            service.decideTask(Movers.decision(taskId, "ACCEPT", null));
            bench().within(everything().studyingAt(MUSIC_SCHOOL));
            bench().sql().recent();
            CompletableFuture<List<String>> other = CompletableFuture.supplyAsync(() -> Refusals.of(
                    bench(),
                    each -> each.enrolStudent(EnrolledByNamesRules.enrolment(by(student), MUSIC_SCHOOL, MUSIC))));
            await().until(() -> bench().sql().recent().stream().anyMatch(RemovalRules::locksAPerson));
            return other;
        });
        assertThat(enrolling.join()).containsExactly("MR-501 person");
    }

    private static boolean locksAPerson(String statement) {
        return statement.toLowerCase(Locale.ROOT).matches("select .* from person .*\\bupdate\\b.*");
    }
}
