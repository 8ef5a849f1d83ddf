package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.Refusals.assertUndecided;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.rules.Movers.agency;
import static lt.mokiniai.register.rules.Movers.decision;
import static lt.mokiniai.register.rules.Movers.municipality;
import static lt.mokiniai.register.rules.Movers.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.tasks.GetTasksResponse;
import lt.mokiniai.wsdl.tasks.Task;
import org.junit.jupiter.api.Test;

/** Tasks are listed to who decides and who asked, and decided once (docs/register.md, 'Tasks'). */
public interface TransferDecisionRules {

    Bench bench();

    private Movers movers() {
        return new Movers(bench());
    }

    private static PersonBuilder pupil() {
        return aPerson()
                .bornOn(LocalDate.of(2012, 5, 5))
                .studying(at(SCHOOL).programme(BASIC).level(8).className("8A").from(LocalDate.of(2026, 9, 1)));
    }

    @Test
    default void aTaskIsDecidedOnceInItsTermByWhoeverMay() {
        TransferStudentResponse asked = movers().asked(bench().has(pupil()));
        String task = asked.getTaskId();
        for (var stranger : List.of(school(VILNIUS_SCHOOL), municipality(), agency())) {
            bench().within(stranger);
            assertUndecided(bench(), service -> service.decideTask(decision(task, "ACCEPT", null)), "MR-501 taskId");
            assertUndecided(
                    bench(),
                    service -> service.decideTask(decision("0000000000000000", "ACCEPT", null)),
                    "MR-501 taskId");
        }
        bench().within(school(SCHOOL));
        assertUndecided(bench(), service -> service.decideTask(decision(task, "CORRECT", "OTHER")), "MR-543 decision");
        assertUndecided(bench(), service -> service.decideTask(decision(task, "DEFER", null)), "MR-402 decision");
        assertUndecided(bench(), service -> service.decideTask(decision(task, "OBJECT", null)), "MR-544 reason");
        assertUndecided(bench(), service -> service.decideTask(decision(task, "OBJECT", "MOOD")), "MR-402 reason");
        movers().decides(school(SCHOOL), task, "ACCEPT");
        assertUndecided(bench(), service -> service.decideTask(decision(task, "OBJECT", "OTHER")), "MR-541 taskId");
    }

    @Test
    default void afterItsTermATaskIsNotDecidedAnyMore() {
        TransferStudentResponse asked = movers().asked(bench().has(pupil()));
        bench().clock().set(lt.mokiniai.register.bench.SettableClock.noon(TODAY.plusDays(6)));
        bench().within(school(SCHOOL));
        assertUndecided(
                bench(),
                service -> service.decideTask(decision(asked.getTaskId(), "OBJECT", "OTHER")),
                "MR-542 taskId");
    }

    /** Birth date and names may be those of another child: somebody has to look. */
    @Test
    default void silenceDoesNotMoveAStudentWithoutACode() {
        StoredStudent student = bench().has(pupil().withoutCode());
        List<String> before = movers().read(student);
        movers().asked(student);
        bench().termsEndOn(TODAY.plusDays(6));
        assertThat(movers().read(student)).isEqualTo(before);

        Task task = movers().waiting(municipality());
        assertThat(task.getLevel()).isEqualTo("FOUNDER");
        assertThat(movers().decides(municipality(), task.getTaskId(), "ACCEPT")).isEqualTo("ACCEPTED");
        assertThat(movers().read(student)).hasSize(2).anyMatch(read -> read.startsWith(VILNIUS_SCHOOL));
    }

    /** A refusal tells that there is such a task of a student: it counts as a look at them. */
    @Test
    default void whoIsRefusedHasLookedAtTheStudent() {
        StoredStudent student = bench().has(pupil());
        TransferStudentResponse asked = movers().asked(student);
        bench().within(school(SCHOOL));
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() ->
                        bench().decide(service -> service.decideTask(decision(asked.getTaskId(), "OBJECT", null))));
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
    }

    @Test
    default void whereARestrictedStudentGoesTheFormerSchoolIsNotTold() {
        StoredStudent student = bench().has(pupil().restricted("ADOPTION"));
        TransferStudentResponse asked = movers().asked(student);
        Task theirs = movers().waiting(school(SCHOOL).namingRestrictions("ADOPTION", "COURT"));
        assertThat(theirs.getOtherInstitution()).isNull();
        assertThat(theirs.getAskedBy()).isNull();
        assertThat(theirs.getRegisterId()).isEqualTo(student.registerId());

        movers().decides(school(SCHOOL), asked.getTaskId(), "OBJECT");
        assertThat(movers().tasks(school(SCHOOL)))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.getOtherInstitution()).isNull());
        // Found by no founder: a contract that names the restriction decides.
        assertThat(movers().tasks(municipality())).isEmpty();
        Task objection = movers().waiting(agency());
        assertThat(objection.getOtherInstitution()).isEqualTo(VILNIUS_SCHOOL);
        bench().within(municipality());
        assertUndecided(
                bench(),
                service -> service.decideTask(decision(objection.getTaskId(), "ACCEPT", null)),
                "MR-501 taskId");
    }

    @Test
    default void tasksAreListedInPagesInTheOrderInWhichTheyWereOpened() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(movers().asked(bench().has(pupil())).getTaskId());
        }
        bench().within(school(SCHOOL));
        List<String> listed = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            GetTasksResponse answer = bench().tasks(request -> {
                request.setPageSize(2);
                request.setPageToken(page);
            });
            assertThat(bench().toldAbout())
                    .hasSize(listed.size() + answer.getTask().size());
            answer.getTask().forEach(task -> listed.add(task.getTaskId()));
            token = answer.getNextPageToken();
        } while (token != null);
        assertThat(listed).isEqualTo(opened);

        String first = bench().tasks(request -> request.setPageSize(2)).getNextPageToken();
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench().tasks(request -> {
                    request.setOpen(true);
                    request.setPageToken(first);
                }))
                .withMessage("MR-406");
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench().tasks(request -> request.setKind("CHORE")))
                .withMessageStartingWith("MR-402");
    }

    @Test
    default void tasksAreChosenByKindAndStateAndWhoAsked() {
        TransferStudentResponse decided = movers().asked(bench().has(pupil()));
        movers().decides(school(SCHOOL), decided.getTaskId(), "ACCEPT");
        TransferStudentResponse waiting = movers().asked(bench().has(pupil()));
        bench().within(school(SCHOOL));
        assertThat(ids(bench().tasks(request -> request.setOpen(true)))).containsExactly(waiting.getTaskId());
        assertThat(ids(bench().tasks(request -> request.setOpen(false)))).containsExactly(decided.getTaskId());
        assertThat(ids(bench().tasks(request -> request.setAsked(true)))).isEmpty();
        assertThat(ids(bench().tasks(request -> request.setAsked(false)))).hasSize(2);
        assertThat(ids(bench().tasks(request -> request.setKind("TRANSFER_STRUCK"))))
                .isEmpty();
        // What was closed on a day that the contract does not reach is not told.
        bench().within(school(SCHOOL).back(Depth.CURRENT));
        assertThat(ids(bench().tasks(request -> {}))).containsExactly(waiting.getTaskId());
    }

    private static List<String> ids(GetTasksResponse answer) {
        return answer.getTask().stream().map(Task::getTaskId).toList();
    }
}
