package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.institution;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.PRIVATE_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.Reference.VOCATIONAL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.Closed;
import lt.mokiniai.wsdl.enrolments.CloseInstitution;
import lt.mokiniai.wsdl.enrolments.CloseInstitutionResponse;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.NotClosed;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.StudentsOfClosing;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.types.Enrolment;
import org.junit.jupiter.api.Test;

/** The founder closes an institution, and its students move, end or become tasks (docs/decisions/0052). */
public interface ClosingRules {

    Bench bench();

    LocalDate BEGUN = LocalDate.of(2025, 9, 1);

    LocalDate LAST = LocalDate.of(2026, 12, 31);

    LocalDate NEXT = LAST.plusDays(1);

    private static ScopeBuilder founder() {
        return everything().foundedByMunicipality(KAUNAS).actingFor("190000022", true);
    }

    private static CloseInstitution closing(StudentsOfClosing students, Consumer<CloseInstitution> more) {
        CloseInstitution request = new CloseInstitution();
        request.setInstitution(institution(SCHOOL));
        request.setLastDay(LAST);
        request.setStudents(students);
        request.setReason("TRANSFER");
        if (students == StudentsOfClosing.MOVE) {
            request.setSuccessor(institution(VILNIUS_SCHOOL));
        }
        more.accept(request);
        return request;
    }

    private CloseInstitutionResponse closed(StudentsOfClosing students) {
        return closed(closing(students, request -> {}));
    }

    private CloseInstitutionResponse closed(CloseInstitution request) {
        bench().within(founder());
        return bench().write(service -> service.closeInstitution(request));
    }

    private void assertRefused(ScopeBuilder scope, CloseInstitution request, String... problems) {
        List<String> stored = bench().stored();
        bench().within(scope);
        Refusals.assertRefused(bench(), service -> service.closeInstitution(request), problems);
        assertThat(bench().stored()).isEqualTo(stored);
        assertThat(bench().toldAbout()).isEmpty();
    }

    private StoredStudent has(EnrolmentBuilder... enrolments) {
        PersonBuilder person = aPerson();
        List.of(enrolments).forEach(person::studying);
        return bench().has(person);
    }

    private static EnrolmentBuilder learning() {
        return at(SCHOOL).level(8).className("8A").from(BEGUN).contract("12-3", BEGUN.minusDays(30));
    }

    private List<String> read(StoredStudent student) {
        return bench()
                .within(everything())
                .enrolments(by(student), request -> {
                    Period period = new Period();
                    period.setFrom(BEGUN);
                    period.setTo(LAST.plusYears(1));
                    request.setPeriod(period);
                })
                .getEnrolment()
                .stream()
                .map(ClosingRules::told)
                .sorted()
                .toList();
    }

    private static String told(Enrolment each) {
        StringBuilder told = new StringBuilder();
        told.append(each.getEnrolledFrom())
                .append("..")
                .append(each.getEnrolledTo() == null ? "" : each.getEnrolledTo());
        told.append(' ').append(each.getInstitution().getCode());
        if (each.getMovement() != null) {
            told.append(" from ")
                    .append(
                            each.getMovement().getCameFrom() == null
                                    ? "-"
                                    : each.getMovement().getCameFrom().getCode());
            told.append(" to ")
                    .append(
                            each.getMovement().getLeftTo() == null
                                    ? "-"
                                    : each.getMovement().getLeftTo().getCode());
            told.append(' ').append(each.getMovement().getReason());
        }
        each.getStage()
                .forEach(stage -> told.append(" [")
                        .append(stage.getFrom())
                        .append(' ')
                        .append(stage.getClassName())
                        .append(']'));
        each.getInterruption()
                .forEach(pause -> told.append(" <")
                        .append(pause.getFrom())
                        .append("..")
                        .append(pause.getTo())
                        .append('>'));
        return told.toString();
    }

    private List<String> tasks() {
        return bench().stored().stream()
                .filter(row -> row.startsWith("task{"))
                .map(ClosingRules::inAnyCase)
                .toList();
    }

    /** Databases write the names of columns as they like. */
    private static String inAnyCase(String row) {
        return row.toUpperCase(Locale.ROOT);
    }

    private static void assertCounts(CloseInstitutionResponse answer, int moved, int ended, int tasks, int left) {
        assertThat(List.of(answer.getMoved(), answer.getEnded(), answer.getTasks(), answer.getLeft()))
                .as("moved, ended, tasks, left")
                .containsExactly(moved, ended, tasks, left);
    }

    @Test
    default void studentsMoveToTheSuccessorWithTheirClassContractAndWhatIsStillToCome() {
        StoredStudent student = has(learning()
                .to(LocalDate.of(2027, 1, 31))
                .then()
                .className("8B")
                .from(LocalDate.of(2027, 2, 1))
                .to(null)
                .interrupted(LAST.minusDays(10), NEXT.plusDays(9), "ILLNESS"));
        CloseInstitutionResponse answer = closed(StudentsOfClosing.MOVE);
        assertCounts(answer, 1, 0, 0, 0);
        assertThat(answer.getNotDone()).isEmpty();
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
        assertThat(read(student))
                .containsExactly(
                        "2025-09-01..2026-12-31 " + SCHOOL + " from - to " + VILNIUS_SCHOOL
                                + " TRANSFER [2025-09-01 8A] <2026-12-21..2026-12-31>",
                        "2027-01-01.. " + VILNIUS_SCHOOL + " from " + SCHOOL
                                + " to - null [2027-01-01 8A] [2027-02-01 8B] <2027-01-01..2027-01-10>");
        assertThat(bench().stored())
                .filteredOn(row ->
                        row.startsWith("enrolment_term{") && inAnyCase(row).contains("VALID_FROM=2027-01-01"))
                .singleElement()
                .satisfies(row -> assertThat(inAnyCase(row)).contains("CONTRACT_NUMBER=12-3"));
        assertThat(bench().leftBehind().closed(NEXT))
                .extracting(Closed::institution, closed -> closed.successor().orElse("-"), Closed::enrolments)
                .containsExactly(tuple(SCHOOL, VILNIUS_SCHOOL, 0));
    }

    @Test
    default void nobodyIsEnrolledAfterTheLastDayAndTheSameMessageFindsNobody() {
        has(learning());
        closed(StudentsOfClosing.MOVE);
        List<String> stored = bench().stored();
        assertCounts(closed(StudentsOfClosing.MOVE), 0, 0, 0, 0);
        assertThat(bench().stored()).isEqualTo(stored);
        EnrolStudent newcomer = new EnrolStudent();
        newcomer.setPerson(by(bench().has(aPerson())));
        EnrolStudent.Institution school = new EnrolStudent.Institution();
        school.setKind("LEGAL_ENTITY");
        school.setCode(SCHOOL);
        newcomer.setInstitution(school);
        newcomer.setProgramme(BASIC);
        newcomer.setEnrolledFrom(NEXT);
        newcomer.setStage(new StageContent());
        bench().within(everything().studyingAt(SCHOOL));
        Refusals.assertRefused(bench(), service -> service.enrolStudent(newcomer), "MR-512 institution");
    }

    @Test
    default void enrolmentsEndWithTheReasonAndWhatWasToBeginNeverBegan() {
        StoredStudent student = has(learning());
        StoredStudent later = has(at(SCHOOL).level(8).className("8A").from(NEXT.plusDays(5)));
        StoredStudent left = has(learning().to(LAST).with("leaving_reason", "ABROAD"));
        StoredStudent elsewhere = has(at(MUSIC_SCHOOL).programme(MUSIC).from(BEGUN));
        List<String> before = read(elsewhere);
        assertCounts(closed(closing(StudentsOfClosing.END, request -> request.setReason("ABROAD"))), 0, 2, 0, 0);
        assertThat(read(student))
                .containsExactly("2025-09-01..2026-12-31 " + SCHOOL + " from - to - ABROAD [2025-09-01 8A]");
        assertThat(read(later)).isEmpty();
        assertThat(read(left)).hasSize(1);
        assertThat(read(elsewhere)).isEqualTo(before);
    }

    @Test
    default void whatWasToBeginAfterTheLastDayBeginsAtTheSuccessor() {
        StoredStudent later = has(at(SCHOOL).level(8).className("8A").from(NEXT.plusDays(5)));
        assertCounts(closed(StudentsOfClosing.MOVE), 1, 0, 0, 0);
        assertThat(read(later))
                .containsExactly(
                        NEXT.plusDays(5) + ".. " + VILNIUS_SCHOOL + " from " + SCHOOL + " to - null [2027-01-06 8A]");
    }

    @Test
    default void whoCannotMoveBecomesATaskWithTheReasonAndTheOthersMove() {
        StoredStudent student = has(learning());
        EnrolmentBuilder trade = at(SCHOOL).programme(VOCATIONAL).from(BEGUN);
        StoredStudent unlicensed = has(trade);
        EnrolmentBuilder planned = learning().to(NEXT.plusDays(30)).with("leaving_reason", "ABROAD");
        StoredStudent ends = has(planned);
        EnrolmentBuilder certified = learning();
        StoredStudent holder = bench().has(aPerson()
                .studying(certified)
                .certified(digital("D-closing")
                        .with("programme", BASIC)
                        .state("ISSUED")
                        .issuedOn(NEXT.plusDays(3))));
        CloseInstitutionResponse answer = closed(StudentsOfClosing.MOVE);
        assertCounts(answer, 1, 0, 3, 0);
        assertThat(answer.getNotDone())
                .extracting(NotClosed::getEnrolmentId, NotClosed::getCode)
                .containsExactlyInAnyOrder(
                        tuple(trade.enrolmentId(), "MR-514"),
                        tuple(planned.enrolmentId(), "MR-510"),
                        tuple(certified.enrolmentId(), "MR-525"));
        assertThat(answer.getNotDone()).allSatisfy(each -> {
            assertThat(tasks()).anyMatch(row -> row.contains("TASK_ID=" + each.getTaskId()));
            assertThat(each.getLt()).isNotEqualTo(each.getEn());
        });
        assertThat(tasks())
                .hasSize(3)
                .allMatch(row -> row.contains("DECIDER=FOUNDER")
                        && row.contains("INSTITUTION=" + SCHOOL)
                        && row.contains("DUE_ON=2027-01-20"));
        assertThat(read(student)).hasSize(2);
        assertThat(List.of(unlicensed, ends, holder))
                .allSatisfy(each -> assertThat(read(each)).hasSize(1));
        // What waits for a decision is not tried again.
        assertCounts(closed(StudentsOfClosing.MOVE), 0, 0, 0, 0);
        assertThat(tasks()).hasSize(3);
    }

    @Test
    default void studentsBecomeTasksWhereThatIsAsked() {
        StoredStudent student = has(learning());
        List<String> before = read(student);
        assertCounts(closed(StudentsOfClosing.TASKS), 0, 0, 1, 0);
        assertThat(tasks()).hasSize(1);
        assertThat(read(student)).isEqualTo(before);
        assertThat(bench().leftBehind().closed(NEXT))
                .extracting(Closed::enrolments)
                .containsExactly(1);
    }

    @Test
    default void aPreviewTellsWhatWouldBeDoneAndRecordsNothing() {
        has(learning());
        has(at(SCHOOL).programme(VOCATIONAL).from(BEGUN));
        List<String> stored = bench().stored();
        CloseInstitutionResponse answer = closed(closing(StudentsOfClosing.MOVE, request -> request.setPreview(true)));
        assertCounts(answer, 1, 0, 1, 0);
        assertThat(answer.getNotDone())
                .singleElement()
                .satisfies(each -> assertThat(each.getTaskId()).isNull());
        assertCounts(closed(closing(StudentsOfClosing.TASKS, request -> request.setPreview(true))), 0, 0, 2, 0);
        assertThat(bench().stored()).isEqualTo(stored);
        assertThat(bench().leftBehind().closed(NEXT)).isEmpty();
    }

    @Test
    default void aMessageMovesAsManyAsItMayAndSaysHowManyAreLeft() {
        IntStream.range(0, 5).forEach(each -> has(learning()));
        CloseInstitution request = closing(StudentsOfClosing.MOVE, each -> {});
        bench().within(founder().atMost(2));
        assertCounts(bench().write(service -> service.closeInstitution(request)), 2, 0, 0, 3);
        bench().within(founder().atMost(2));
        assertCounts(bench().write(service -> service.closeInstitution(request)), 2, 0, 0, 1);
        bench().within(founder().atMost(2));
        assertCounts(bench().write(service -> service.closeInstitution(request)), 1, 0, 0, 0);
    }

    @Test
    default void whoDoesNotDecideAboutTheInstitutionIsRefusedAlike() {
        has(learning());
        CloseInstitution request = closing(StudentsOfClosing.END, each -> {});
        assertRefused(
                everything().foundedByMunicipality(VILNIUS).actingFor("190000022", true),
                request,
                "MR-501 institution");
        assertRefused(everything().studyingAt(SCHOOL), request, "MR-501 institution");
        assertRefused(
                founder(),
                closing(StudentsOfClosing.END, each -> each.setInstitution(institution(PRIVATE_SCHOOL))),
                "MR-501 institution");
        assertRefused(
                founder(),
                closing(StudentsOfClosing.END, each -> each.setInstitution(institution("LEGAL_ENTITY", "191999996"))),
                "MR-501 institution");
        bench().within(everything().actingFor("190000015", true));
        assertCounts(bench().write(service -> service.closeInstitution(request)), 0, 1, 0, 0);
    }

    @Test
    default void whatIsWrongWithTheClosingIsToldAtOnce() {
        has(learning());
        assertRefused(
                founder(),
                closing(StudentsOfClosing.MOVE, request -> {
                    request.setSuccessor(null);
                    request.setReason("WHIM");
                    request.setLastDay(TODAY.plusMonths(16));
                }),
                "MR-511 lastDay",
                "MR-402 reason",
                "MR-551 successor");
        assertRefused(
                founder(),
                closing(StudentsOfClosing.MOVE, request -> request.setSuccessor(institution(SCHOOL))),
                "MR-551 successor");
        bench().closes(VILNIUS_SCHOOL, LAST, null);
        assertRefused(founder(), closing(StudentsOfClosing.MOVE, request -> {}), "MR-551 successor");
        assertRefused(
                founder(),
                closing(StudentsOfClosing.END, request -> request.setLastDay(LocalDate.of(1999, 1, 1))),
                "MR-512 lastDay",
                "MR-402 reason");
    }

    @Test
    default void whatIsClosedAlreadyIsNotClosedOtherwise() {
        has(learning());
        bench().closes(SCHOOL, LAST.minusDays(1), VILNIUS_SCHOOL);
        assertRefused(founder(), closing(StudentsOfClosing.END, request -> {}), "MR-550 lastDay");
        bench().closes(SCHOOL, LAST, MUSIC_SCHOOL);
        assertRefused(founder(), closing(StudentsOfClosing.MOVE, request -> {}), "MR-550 successor");
        bench().closes(SCHOOL, LAST, null);
        assertCounts(closed(StudentsOfClosing.MOVE), 1, 0, 0, 0);
    }

    /** The task of the only enrolment of a student, who waits for a decision. */
    private String waiting() {
        return new Movers(bench()).waiting(Movers.municipality()).getTaskId();
    }

    private String decided(String taskId, String decision, Consumer<DecideTask> more) {
        DecideTask request = Movers.decision(taskId, decision, decision.equals("ACCEPT") ? null : "OTHER");
        more.accept(request);
        bench().within(Movers.municipality());
        return bench().decide(service -> service.decideTask(request)).getState();
    }

    @Test
    default void whatIsAcceptedGoesOnAtTheSuccessor() {
        StoredStudent student = has(learning());
        closed(closing(StudentsOfClosing.TASKS, request -> request.setSuccessor(institution(VILNIUS_SCHOOL))));
        assertThat(decided(waiting(), "ACCEPT", request -> {})).isEqualTo("ACCEPTED");
        assertThat(read(student))
                .containsExactly(
                        "2025-09-01..2026-12-31 " + SCHOOL + " from - to " + VILNIUS_SCHOOL
                                + " TRANSFER [2025-09-01 8A]",
                        "2027-01-01.. " + VILNIUS_SCHOOL + " from " + SCHOOL + " to - null [2027-01-01 8A]");
    }

    @Test
    default void whatIsAcceptedWithoutASuccessorEndsAndWhatIsCorrectedEndsOnItsDay() {
        StoredStudent student = has(learning());
        closed(StudentsOfClosing.TASKS);
        assertThat(decided(waiting(), "ACCEPT", request -> {})).isEqualTo("ACCEPTED");
        assertThat(read(student))
                .containsExactly("2025-09-01..2026-12-31 " + SCHOOL + " from - to - TRANSFER [2025-09-01 8A]");
        StoredStudent gone = has(learning());
        closed(StudentsOfClosing.TASKS);
        assertDecisionRefused(waiting(), "CORRECT", request -> request.setDay(NEXT), "MR-512 day");
        assertThat(decided(waiting(), "CORRECT", request -> request.setDay(LAST.minusDays(20))))
                .isEqualTo("CORRECTED");
        assertThat(read(gone))
                .containsExactly("2025-09-01..2026-12-11 " + SCHOOL + " from - to - TRANSFER [2025-09-01 8A]");
    }

    private void assertDecisionRefused(String taskId, String decision, Consumer<DecideTask> more, String... problems) {
        DecideTask request = Movers.decision(taskId, decision, "OTHER");
        more.accept(request);
        bench().within(Movers.municipality());
        Refusals.assertUndecided(bench(), service -> service.decideTask(request), problems);
    }

    @Test
    default void nobodyIsLeftByAnObjectionWhoIsEnrolledStill() {
        has(learning());
        closed(StudentsOfClosing.TASKS);
        assertDecisionRefused(waiting(), "OBJECT", request -> {}, "MR-553 decision");
    }

    @Test
    default void whatNobodyDecidesGoesToTheAgencyAndNeverFalls() {
        StoredStudent student = has(learning());
        closed(StudentsOfClosing.TASKS);
        assertThat(bench().termsEndOn(LAST.plusDays(21))).isOne();
        assertThat(new Movers(bench()).deciding(Movers.municipality())).isEmpty();
        String taskId = new Movers(bench()).waiting(Movers.agency()).getTaskId();
        bench().within(Movers.agency());
        assertThat(bench().decide(service -> service.decideTask(Movers.decision(taskId, "ACCEPT", null)))
                        .getState())
                .isEqualTo("ACCEPTED");
        assertThat(read(student)).singleElement().asString().contains("..2026-12-31");
    }

    /** Whom another school has asked for is not moved to the successor: who answers for the school decides both. */
    @Test
    default void aStudentWhoIsAskedForWaits() {
        StoredStudent student =
                bench().has(aPerson().bornOn(LocalDate.of(2012, 5, 5)).studying(learning()));
        String asked = new Movers(bench()).asked(student).getTaskId();
        CloseInstitutionResponse answer = closed(closing(StudentsOfClosing.MOVE, request -> request.setLastDay(TODAY)));
        assertThat(answer.getNotDone())
                .singleElement()
                .satisfies(told -> assertThat(told.getCode()).isEqualTo("MR-572"));
        assertThat(new Movers(bench()).deciding(Movers.municipality()))
                .extracting(task -> task.getKind() + " " + task.getLevel())
                .containsExactly("TRANSFER FOUNDER", "CLOSED_SCHOOL FOUNDER");
        assertThat(new Movers(bench()).decides(Movers.municipality(), asked, "ACCEPT"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    default void whomARestrictionHidesMovesWithTheOthersAndIsNotTold() {
        bench().has(aPerson().restricted("COURT").studying(learning()));
        bench().has(aPerson()
                .restricted("COURT")
                .studying(at(SCHOOL).programme(VOCATIONAL).from(BEGUN)));
        CloseInstitutionResponse answer = closed(StudentsOfClosing.MOVE);
        assertCounts(answer, 1, 0, 1, 0);
        assertThat(answer.getNotDone()).isEmpty();
        assertThat(bench().stored())
                .filteredOn(row -> row.startsWith("enrolment{"))
                .hasSize(3);
        assertThat(new Movers(bench()).open(Movers.municipality())).isEmpty();
        assertThat(new Movers(bench()).open(Movers.agency())).hasSize(1);
    }
}
