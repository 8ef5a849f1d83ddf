package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.SECONDARY;
import static lt.mokiniai.register.bench.Reference.UNLICENSED;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.Reference.VOCATIONAL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Bench.ServiceCall;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.EnrolStudentResponse;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.InterruptionCorrection;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolment;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.StageCorrection;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Movement;
import lt.mokiniai.wsdl.types.Warning;
import org.junit.jupiter.api.Test;

/** A school writes the enrolments of its students (docs/register.md, 'Writing enrolments'). */
public interface WritingRules {

    Bench bench();

    LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    /** Enrols a student of 14 years in class 8A of the school, as that school. */
    private EnrolStudentResponse enrolled(StoredStudent student) {
        bench().within(everything().studyingAt(SCHOOL));
        return bench().write(service -> service.enrolStudent(enrolment(student, request -> {})));
    }

    private static EnrolStudent enrolment(StoredStudent student, Consumer<EnrolStudent> more) {
        EnrolStudent request = new EnrolStudent();
        request.setPerson(by(student));
        request.setInstitution(institution(SCHOOL));
        request.setProgramme(BASIC);
        request.setEnrolledFrom(SEPTEMBER);
        request.setStage(in("8A", 8));
        more.accept(request);
        return request;
    }

    private static EnrolStudent.Institution institution(String code) {
        EnrolStudent.Institution institution = new EnrolStudent.Institution();
        institution.setKind("LEGAL_ENTITY");
        institution.setCode(code);
        return institution;
    }

    private static StageContent in(String className, Integer level) {
        StageContent content = new StageContent();
        content.setClassName(className);
        content.setClassLevel(level);
        return content;
    }

    private static StageContent distance() {
        StageContent content = new StageContent();
        content.setWay("DISTANCE");
        return content;
    }

    private static ChangeEnrolment change(EnrolStudentResponse seen, LocalDate from, StageContent content) {
        ChangeEnrolment request = new ChangeEnrolment();
        request.setEnrolmentId(seen.getEnrolmentId());
        request.setVersion(seen.getVersion());
        request.setFrom(from);
        request.setStage(content);
        return request;
    }

    private static CorrectEnrolment correction(EnrolStudentResponse seen, Consumer<CorrectEnrolment> more) {
        CorrectEnrolment request = new CorrectEnrolment();
        request.setEnrolmentId(seen.getEnrolmentId());
        request.setVersion(seen.getVersion());
        request.setReason("MISTAKE");
        more.accept(request);
        return request;
    }

    private static WithdrawStudent withdrawal(EnrolStudentResponse seen, LocalDate last) {
        WithdrawStudent request = new WithdrawStudent();
        request.setEnrolmentId(seen.getEnrolmentId());
        request.setVersion(seen.getVersion());
        request.setEnrolledTo(last);
        request.setReason("ABROAD");
        return request;
    }

    private static InterruptEnrolment interruption(EnrolStudentResponse seen, LocalDate from, LocalDate to) {
        InterruptEnrolment request = new InterruptEnrolment();
        request.setEnrolmentId(seen.getEnrolmentId());
        request.setVersion(seen.getVersion());
        request.setFrom(from);
        request.setTo(to);
        request.setReason("ILLNESS");
        return request;
    }

    /** Gives what anybody reads of a student's enrolments this school year: days, stages, interruptions. */
    private List<String> read(StoredStudent student, Instant knownAt) {
        return bench()
                .within(everything())
                .enrolments(by(student), request -> {
                    Period period = new Period();
                    period.setFrom(SEPTEMBER.minusYears(1));
                    period.setTo(SEPTEMBER.plusYears(1));
                    request.setPeriod(period);
                    request.setKnownAt(knownAt);
                })
                .getEnrolment()
                .stream()
                .map(WritingRules::told)
                .toList();
    }

    private static String told(Enrolment enrolment) {
        return enrolment.getEnrolledFrom() + ".." + enrolment.getEnrolledTo()
                + enrolment.getStage().stream()
                        .map(stage -> " " + stage.getFrom() + " " + stage.getClassName() + " " + stage.getWay())
                        .toList()
                + enrolment.getInterruption().stream()
                        .map(each -> " " + each.getFrom() + ".." + each.getTo())
                        .toList();
    }

    /** A message that breaks rules is refused with all of them, and nothing is changed. */
    private void assertRefused(ServiceCall<?> call, String... problems) {
        Refusals.assertRefused(bench(), call, problems);
    }

    @Test
    default void aSchoolPlaysAYearOfAStudentAndEachStepIsReadAsItWasKnown() {
        StoredStudent student = bench().has(aPerson());
        Instant nothing = bench().clock().instant();

        EnrolStudentResponse begun = enrolled(student);
        Instant enrolled = bench().clock().instant();
        begun.setVersion(
                bench().write(service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(20), distance())))
                        .getVersion());
        Instant changed = bench().clock().instant();
        begun.setVersion(
                bench().write(service -> service.interruptEnrolment(interruption(begun, SEPTEMBER.plusDays(30), null)))
                        .getVersion());
        ResumeEnrolment resumed = new ResumeEnrolment();
        resumed.setEnrolmentId(begun.getEnrolmentId());
        resumed.setVersion(begun.getVersion());
        resumed.setResumedFrom(SEPTEMBER.plusDays(40));
        begun.setVersion(
                bench().write(service -> service.resumeEnrolment(resumed)).getVersion());
        Instant interrupted = bench().clock().instant();
        StageCorrection never = new StageCorrection();
        never.setBegins(SEPTEMBER.plusDays(20));
        never.setNeverWas(true);
        begun.setVersion(bench().write(
                        service -> service.correctEnrolment(correction(begun, request -> request.setStage(never))))
                .getVersion());
        Instant corrected = bench().clock().instant();
        bench().write(service -> service.withdrawStudent(withdrawal(begun, SEPTEMBER.plusDays(50))));

        assertThat(read(student, nothing)).isEmpty();
        assertThat(read(student, enrolled)).containsExactly("2026-09-01..null[ 2026-09-01 8A null][]");
        assertThat(read(student, changed))
                .containsExactly("2026-09-01..null[ 2026-09-01 8A null,  2026-09-21 8A DISTANCE][]");
        assertThat(read(student, interrupted))
                .containsExactly(
                        "2026-09-01..null[ 2026-09-01 8A null,  2026-09-21 8A DISTANCE]" + "[ 2026-10-01..2026-10-10]");
        assertThat(read(student, corrected))
                .containsExactly("2026-09-01..null[ 2026-09-01 8A null][ 2026-10-01..2026-10-10]");
        assertThat(read(student, null))
                .containsExactly("2026-09-01..2026-10-21[ 2026-09-01 8A null][ 2026-10-01..2026-10-10]");
    }

    @Test
    default void whoIsEnrolledIsToldAboutAndTheMessageIsKept() {
        StoredStudent student = bench().has(aPerson());
        enrolled(student);

        assertThat(bench().toldAbout()).containsExactly(student.registerId());
        assertThat(bench().stored())
                .filteredOn(row -> row.startsWith("person_write"))
                .singleElement()
                .asString()
                .containsIgnoringCase("operation=tests/v1/write");
    }

    @Test
    default void nobodyWritesWhatIsAnothersAndUnknownAndForeignAreRefusedAlike() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        bench().within(everything().studyingAt(VILNIUS_SCHOOL));
        EnrolStudentResponse unknown = new EnrolStudentResponse();
        unknown.setEnrolmentId("0000000000000000");
        unknown.setVersion(begun.getVersion());
        for (EnrolStudentResponse seen : List.of(begun, unknown)) {
            assertRefused(
                    service -> service.changeEnrolment(change(seen, SEPTEMBER.plusDays(1), distance())),
                    "MR-501 enrolmentId");
            assertRefused(
                    service -> service.withdrawStudent(withdrawal(seen, SEPTEMBER.plusDays(1))), "MR-501 enrolmentId");
            assertRefused(
                    service -> service.correctEnrolment(correction(seen, request -> request.setNeverWas(true))),
                    "MR-501 enrolmentId");
        }
        assertRefused(service -> service.enrolStudent(enrolment(student, request -> {})), "MR-501 institution");
        bench().within(everything());
        assertRefused(
                service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(1), distance())),
                "MR-501 enrolmentId");
        bench().within(everything().studyingAt(SCHOOL));
        assertRefused(
                service -> service.enrolStudent(
                        enrolment(student, request -> request.getPerson().setRegisterId("0000000000000000"))),
                "MR-501 person");
    }

    @Test
    default void whatWasStruckIsNotWrittenAnyMore() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        begun.setVersion(bench().write(
                        service -> service.correctEnrolment(correction(begun, request -> request.setNeverWas(true))))
                .getVersion());
        assertRefused(
                service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(1), distance())),
                "MR-501 enrolmentId");
        assertThat(read(student, null)).isEmpty();
    }

    @Test
    default void aVersionThatIsOldIsRefusedWithWhatChangedAndNeverTheValues() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        bench().write(service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(20), distance())));
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() ->
                        bench().write(service -> service.withdrawStudent(withdrawal(begun, SEPTEMBER.plusDays(50)))))
                .satisfies(refusal -> {
                    assertThat(refusal.error().code()).isEqualTo("MR-502");
                    // A version may hold any letters.
                    assertThat(refusal.messageEn().split("; version: ", 2)[0])
                            .endsWith(": stage/classLevel, stage/className, stage/from, stage/to, stage/way")
                            .doesNotContain("DISTANCE", "8A", "2026");
                    begun.setVersion(refusal.messageEn().replaceAll(".*version: ([0-9A-Za-z_-]+).*", "$1"));
                });
        bench().write(service -> service.withdrawStudent(withdrawal(begun, SEPTEMBER.plusDays(50))));
        EnrolStudentResponse other = enrolled(bench().has(aPerson()));
        other.setVersion(begun.getVersion());
        assertRefused(service -> service.withdrawStudent(withdrawal(other, SEPTEMBER.plusDays(50))), "MR-518 version");
    }

    @Test
    default void aChangeThatTheSenderDoesNotSeeNeitherBlocksItNorShows() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        bench().write(service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(20), distance())));
        bench().within(everything().studyingAt(SCHOOL).readingOnly("enrolment/enrolledFrom", "enrolment/enrolledTo"));
        bench().write(service -> service.withdrawStudent(withdrawal(begun, SEPTEMBER.plusDays(50))));
        assertThat(read(student, null)).singleElement().asString().startsWith("2026-09-01..2026-10-21");
    }

    @Test
    default void aChangeBeforeWhatTheSenderMayAskAboutNeitherBlocksItNorShows() {
        EnrolStudentResponse seen = changedBeforeItsSecondStage();
        bench().within(everything().studyingAt(SCHOOL).back(Depth.since(SEPTEMBER.plusDays(19))));
        assertConflict(withdrawal(seen, SEPTEMBER.plusDays(50)), "stage/way");
        bench().within(everything().studyingAt(SCHOOL).back(Depth.since(SEPTEMBER.plusDays(20))));
        bench().write(service -> service.withdrawStudent(withdrawal(seen, SEPTEMBER.plusDays(50))));
        EnrolStudentResponse current = changedBeforeItsSecondStage();
        bench().within(everything().studyingAt(SCHOOL).back(Depth.CURRENT));
        bench().write(service -> service.withdrawStudent(withdrawal(current, SEPTEMBER.plusDays(50))));
    }

    /** Gives an enrolment as it was seen before its first stage, of 20 days, was corrected. */
    private EnrolStudentResponse changedBeforeItsSecondStage() {
        EnrolStudentResponse seen = enrolled(bench().has(aPerson()));
        seen.setVersion(
                bench().write(service -> service.changeEnrolment(change(seen, SEPTEMBER.plusDays(20), distance())))
                        .getVersion());
        StageCorrection other = new StageCorrection();
        other.setBegins(SEPTEMBER);
        other.setContent(distance());
        bench().write(service -> service.correctEnrolment(correction(seen, request -> request.setStage(other))));
        return seen;
    }

    @Test
    default void aChangeOfWhatARestrictionHidesNeitherBlocksTheSenderNorShows() {
        StoredStudent student = bench().has(aPerson().restricted("COURT"));
        EnrolStudentResponse begun = enrolled(student);
        StageCorrection other = new StageCorrection();
        other.setBegins(SEPTEMBER);
        other.setContent(in("8B", 8));
        bench().write(service -> service.correctEnrolment(correction(begun, request -> request.setStage(other))));
        bench().within(everything().studyingAt(SCHOOL).namingRestrictions("COURT"));
        assertConflict(withdrawal(begun, SEPTEMBER.plusDays(50)), "stage/className");
        bench().within(everything().studyingAt(SCHOOL));
        bench().write(service -> service.withdrawStudent(withdrawal(begun, SEPTEMBER.plusDays(50))));
    }

    private void assertConflict(WithdrawStudent request, String changed) {
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench().write(service -> service.withdrawStudent(request)))
                .satisfies(refusal -> {
                    assertThat(refusal.error().code()).isEqualTo("MR-502");
                    assertThat(refusal.messageEn()).contains(": " + changed + "; version: ");
                });
    }

    @Test
    default void aReadTellsTheVersionThatAWriteTakes() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        begun.setVersion(bench().within(everything())
                .enrolments(by(student))
                .getEnrolment()
                .get(0)
                .getVersion());
        bench().within(everything().studyingAt(SCHOOL));
        bench().write(service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(20), distance())));
        assertThat(read(student, null)).singleElement().asString().contains("DISTANCE");
    }

    @Test
    default void allBrokenRulesOfAMessageAreToldAtOnce() {
        StoredStudent student = bench().has(aPerson());
        bench().within(everything().studyingAt(SCHOOL));
        assertRefused(
                service -> service.enrolStudent(enrolment(student, request -> {
                    request.setExpectedEnd(SEPTEMBER.minusDays(1));
                    request.getStage().setLanguage("xx");
                    request.getStage().setGymnasiumLabel("I");
                    request.getStage().setClassLevel(11);
                })),
                "MR-402 stage/language",
                "MR-506 expectedEnd",
                "MR-515 stage/classLevel",
                "MR-516 stage/gymnasiumLabel",
                "MR-602 stage/classLevel");
    }

    @Test
    default void eachRuleOfAnEnrolmentRefuses() {
        StoredStudent student = bench().has(aPerson());
        bench().within(everything().studyingAt(SCHOOL));
        assertRefused(
                service -> service.enrolStudent(enrolment(
                        student,
                        request -> request.setEnrolledFrom(TODAY.plusMonths(15).plusDays(1)))),
                "MR-511 enrolledFrom");
        assertRefused(
                service -> service.enrolStudent(enrolment(student, request -> request.setProgramme("910000000"))),
                "MR-513 programme");
        assertRefused(
                service -> service.enrolStudent(enrolment(student, request -> {
                    request.setProgramme(UNLICENSED);
                    request.setStage(new StageContent());
                })),
                "MR-514 programme");
        assertRefused(
                service -> service.enrolStudent(enrolment(student, request -> request.setProgramme(SECONDARY))),
                "MR-515 stage/classLevel");
        bench().write(service -> service.enrolStudent(enrolment(student, request -> {
            request.setProgramme(VOCATIONAL);
            request.setStage(new StageContent());
        })));
    }

    @Test
    default void aStudentHasOneEnrolmentInGeneralEducationAtATime() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        bench().within(everything().studyingAt(SCHOOL, VILNIUS_SCHOOL));
        Consumer<EnrolStudent> elsewhere = request -> {
            request.setInstitution(institution(VILNIUS_SCHOOL));
            request.setEnrolledFrom(SEPTEMBER.plusDays(30));
        };
        assertRefused(service -> service.enrolStudent(enrolment(student, elsewhere)), "MR-517 enrolledFrom");
        bench().write(service -> service.enrolStudent(enrolment(student, request -> {
            request.setProgramme(MUSIC);
            request.setStage(new StageContent());
        })));
        begun.setVersion(bench().write(service -> service.withdrawStudent(withdrawal(begun, SEPTEMBER.plusDays(29))))
                .getVersion());
        bench().write(service -> service.enrolStudent(enrolment(student, elsewhere)));
        TermCorrection goesOn = new TermCorrection();
        goesOn.setStillEnrolled(true);
        begun.setVersion(
                bench()
                        .within(everything())
                        .enrolments(by(student), request -> request.setValidOn(SEPTEMBER))
                        .getEnrolment()
                        .stream()
                        .filter(each -> each.getEnrolmentId().equals(begun.getEnrolmentId()))
                        .findFirst()
                        .orElseThrow()
                        .getVersion());
        bench().within(everything().studyingAt(SCHOOL, VILNIUS_SCHOOL));
        assertRefused(
                service -> service.correctEnrolment(correction(begun, request -> request.setTerm(goesOn))),
                "MR-517 term");
    }

    @Test
    default void anInterruptionOfWrongDaysOrReasonIsRefused() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        assertRefused(
                service ->
                        service.interruptEnrolment(interruption(begun, SEPTEMBER.plusDays(9), SEPTEMBER.plusDays(8))),
                "MR-506 from");
        assertRefused(
                service -> {
                    InterruptEnrolment request = interruption(begun, SEPTEMBER.minusDays(9), SEPTEMBER);
                    request.setReason("TIRED");
                    return service.interruptEnrolment(request);
                },
                "MR-402 reason",
                "MR-601 from",
                "MR-503 from");
        InterruptionCorrection correction = new InterruptionCorrection();
        correction.setBegins(SEPTEMBER);
        assertRefused(
                service -> service.correctEnrolment(correction(begun, request -> request.setInterruption(correction))),
                "MR-507 interruption/begins");
    }

    @Test
    default void whatIsUnlikelyIsRefusedUntilItIsSaidToBeSeen() {
        StoredStudent student = bench().has(aPerson().bornOn(LocalDate.of(2007, 3, 5)));
        bench().within(everything().studyingAt(SCHOOL));
        Consumer<EnrolStudent> unlikely = request -> {
            request.setEnrolledFrom(SEPTEMBER.minusYears(1));
            request.getStage().setClassLevel(5);
        };
        assertRefused(
                service -> service.enrolStudent(enrolment(
                        student,
                        unlikely.andThen(request -> request.getOverrule().add("MR-601")))),
                "MR-602 stage/classLevel");
        EnrolStudentResponse begun = bench().write(service -> service.enrolStudent(enrolment(
                student, unlikely.andThen(request -> request.getOverrule().addAll(List.of("MR-601", "MR-602"))))));
        assertThat(begun.getWarning()).extracting(Warning::getCode).containsExactlyInAnyOrder("MR-601", "MR-602");
        assertThat(bench().stored())
                .filteredOn(row -> row.startsWith("person_write"))
                .singleElement()
                .asString()
                .contains("MR-601 MR-602");
    }

    @Test
    default void aCorrectionMovesATermToAYearInWhichNothingWasTold() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        TermCorrection yearBefore = new TermCorrection();
        yearBefore.setEnrolledFrom(SEPTEMBER.minusYears(1));
        yearBefore.setEnrolledTo(SEPTEMBER.minusDays(70));
        yearBefore.setMovement(new Movement());
        yearBefore.getMovement().setReason("TRANSFER");
        bench().write(service -> service.correctEnrolment(correction(begun, request -> {
            request.setTerm(yearBefore);
            request.getOverrule().add("MR-601");
        })));
        assertThat(read(student, null)).containsExactly("2025-09-01..2026-06-23[ 2025-09-01 8A null][]");
    }

    @Test
    default void howAStudentLeftIsToldOfAnEndAlone() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        TermCorrection left = new TermCorrection();
        left.setMovement(new Movement());
        left.getMovement().setReason("ABROAD");
        assertRefused(
                service -> service.correctEnrolment(correction(begun, request -> request.setTerm(left))),
                "MR-520 term/movement");
        TermCorrection ended = new TermCorrection();
        ended.setEnrolledTo(SEPTEMBER.plusDays(9));
        assertRefused(
                service -> service.correctEnrolment(correction(begun, request -> request.setTerm(ended))),
                "MR-520 term/movement");
    }

    @Test
    default void aMessageThatChangesNothingIsRefused() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        assertRefused(
                service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(1), new StageContent())),
                "MR-521 stage");
        StageCorrection same = new StageCorrection();
        same.setBegins(SEPTEMBER);
        assertRefused(
                service -> service.correctEnrolment(correction(begun, request -> request.setStage(same))),
                "MR-521 stage");
        same.setContent(in("8A", 8));
        assertRefused(
                service -> service.correctEnrolment(correction(begun, request -> request.setStage(same))),
                "MR-521 enrolmentId");
    }

    @Test
    default void aCorrectionToWhatIsRecordedChangesNothing() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        begun.setVersion(
                bench().write(service -> service.interruptEnrolment(interruption(begun, SEPTEMBER.plusDays(9), null)))
                        .getVersion());
        List<String> stored = bench().stored();
        TermCorrection term = new TermCorrection();
        term.setEnrolledFrom(SEPTEMBER);
        InterruptionCorrection paused = new InterruptionCorrection();
        paused.setBegins(SEPTEMBER.plusDays(9));
        paused.setReason("ILLNESS");
        for (Consumer<CorrectEnrolment> same : List.<Consumer<CorrectEnrolment>>of(
                request -> request.setTerm(new TermCorrection()),
                request -> request.setTerm(term),
                request -> request.setInterruption(paused))) {
            assertRefused(service -> service.correctEnrolment(correction(begun, same)), "MR-521 enrolmentId");
        }
        assertThat(bench().stored()).isEqualTo(stored);
        paused.setTo(SEPTEMBER.plusDays(10));
        bench().write(service ->
                service.correctEnrolment(correction(begun, request -> request.setInterruption(paused))));
    }

    @Test
    default void aTextIsAsLongAsItIsKeptAndOnlyWarningsAreOverruled() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        // One sign that is three when it is composed.
        String growing = "\uFB2C".repeat(34);
        assertRefused(
                service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(1), in(growing, 8))),
                "MR-519 stage/className");
        for (String name : List.of(" 8A", "8A ", "8\nA", " ")) {
            assertRefused(
                    service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(1), in(name, 8))),
                    "MR-526 stage/className");
        }
        bench().within(everything().studyingAt(SCHOOL));
        assertRefused(
                service -> service.enrolStudent(enrolment(student, request -> {
                    request.setProgramme(MUSIC);
                    request.setStage(new StageContent());
                    request.setUnit("a".repeat(201));
                    request.getOverrule().add("MR-517");
                })),
                "MR-519 unit",
                "MR-522 overrule");
    }

    @Test
    default void aLevelAloneLetsNobodyWrite() {
        StoredStudent student = bench().has(aPerson());
        EnrolStudentResponse begun = enrolled(student);
        for (ScopeBuilder scope : List.of(
                everything().atLevels(1, 12), everything().studyingAt(SCHOOL).atLevels(1, 12))) {
            bench().within(scope);
            assertRefused(
                    service -> service.changeEnrolment(change(begun, SEPTEMBER.plusDays(1), distance())),
                    "MR-501 enrolmentId");
        }
    }
}
