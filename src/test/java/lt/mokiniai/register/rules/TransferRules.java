package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.Refusals.assertRefused;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.rules.Movers.MOVE;
import static lt.mokiniai.register.rules.Movers.municipality;
import static lt.mokiniai.register.rules.Movers.school;
import static lt.mokiniai.register.rules.Movers.transfer;
import static lt.mokiniai.register.rules.Movers.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.results.facts.AssessmentKind;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.results.facts.ResultValue;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.tasks.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A student moves from one school to another: asked for, confirmed by somebody or by silence, taken back (docs/register.md, 'Transfers'). */
public interface TransferRules {

    Bench bench();

    LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    private Movers movers() {
        return new Movers(bench());
    }

    /** Somebody of 14 years who learns in Kaunas since September, with an interruption that is to come. */
    private StoredStudent pupil() {
        return bench().has(aPerson()
                .bornOn(LocalDate.of(2012, 5, 5))
                .studying(at(SCHOOL)
                        .programme(BASIC)
                        .level(8)
                        .className("8A")
                        .from(SEPTEMBER)
                        .interrupted(MOVE.minusDays(2), MOVE.plusDays(3), "ILLNESS")));
    }

    String AT_HOME = SCHOOL + " 2026-09-01..null[ 2026-09-01..null 8A][ 2026-11-28..2026-12-03]";
    List<String> MOVED = List.of(
            SCHOOL + " 2026-09-01..2026-11-29 TRANSFER to " + VILNIUS_SCHOOL
                    + "[ 2026-09-01..2026-11-29 8A][ 2026-11-28..2026-11-29]",
            VILNIUS_SCHOOL + " 2026-11-30..null from " + SCHOOL + "[ 2026-11-30..null 8V][]");

    @Test
    default void aTransferThatIsAskedForWaitsAndIsTellingNobodyWhereTheStudentIs() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        assertThat(asked.getState()).isEqualTo("WAITING");
        assertThat(asked.getEnrolledFrom()).isEqualTo(MOVE);
        assertThat(asked.getDueOn()).isEqualTo(TODAY.plusDays(5));
        assertThat(movers().read(pupil)).containsExactly(AT_HOME);

        Task theirs = movers().waiting(school(SCHOOL));
        assertThat(theirs.getTaskId()).isEqualTo(asked.getTaskId());
        assertThat(List.of(
                        theirs.getKind(),
                        theirs.getLevel(),
                        theirs.getInstitution(),
                        theirs.getAskedBy(),
                        theirs.getOtherInstitution(),
                        theirs.getRegisterId(),
                        theirs.getDay(),
                        theirs.getOpenedOn()))
                .containsExactly(
                        "TRANSFER", "SCHOOL", SCHOOL, VILNIUS_SCHOOL, VILNIUS_SCHOOL, pupil.registerId(), MOVE, TODAY);
        assertThat(theirs.getTransfer()).isNull();
        assertThat(bench().toldAbout()).containsExactly(pupil.registerId());

        Task ours = movers().tasks(school(VILNIUS_SCHOOL)).get(0);
        assertThat(ours.getInstitution()).isNull();
        assertThat(ours.getLevel()).isNull();
        assertThat(ours.getTransfer().getState()).isEqualTo("WAITING");
        assertThat(ours.getTransfer().getEnrolledFrom()).isEqualTo(MOVE);
        assertThat(movers().tasks(school(MUSIC_SCHOOL))).isEmpty();
        assertThat(movers().tasks(municipality())).isEmpty();
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void aConfirmationEndsOneEnrolmentAndBeginsTheOtherAtOneTime() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        assertThat(movers().decides(school(SCHOOL), asked.getTaskId(), "ACCEPT"))
                .isEqualTo("ACCEPTED");
        assertThat(movers().read(pupil)).isEqualTo(MOVED);
        assertThat(movers().told()).isEqualTo("[ACCEPTED DONE null]");
        // One unit of work, which comes from the message of who asked.
        assertThat(JdbcClient.create(bench().sql())
                        .sql(
                                "select count(distinct t.recorded_at) from enrolment_term t join enrolment e on e.id = t.enrolment_id"
                                        + " join person_write w on w.person_id = e.person_id and w.recorded_at = t.recorded_at"
                                        + " where w.institution = ? and t.believed_until is null")
                        .param(VILNIUS_SCHOOL)
                        .query(Integer.class)
                        .single())
                .isOne();
        Task ours = movers().tasks(school(VILNIUS_SCHOOL)).get(0);
        assertThat(ours.getTransfer().getEnrolmentId()).isNotNull();
        assertThat(ours.getDecision().getDecision()).isEqualTo("ACCEPT");
        assertThat(ours.getDecision().getDecidedBy()).isNull();
        assertThat(movers().tasks(school(SCHOOL)).get(0).getDecision().getDecidedBy())
                .isEqualTo(SCHOOL);
    }

    @Test
    default void whoSaysNothingInTheTermConfirms() {
        StoredStudent pupil = pupil();
        movers().asked(pupil);
        assertThat(bench().termsEndOn(TODAY.plusDays(5))).isZero();
        assertThat(movers().read(pupil)).containsExactly(AT_HOME);
        assertThat(bench().termsEndOn(TODAY.plusDays(6))).isOne();
        assertThat(movers().read(pupil)).isEqualTo(MOVED);
        assertThat(movers().told()).isEqualTo("[LAPSED DONE null]");
        assertThat(bench().termsEndOn(TODAY.plusDays(7))).isZero();
    }

    @Test
    default void anObjectionIsDecidedByTheFounderAndNobodyElse() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        assertThat(movers().decides(school(SCHOOL), asked.getTaskId(), "OBJECT"))
                .isEqualTo("OBJECTED");
        assertThat(movers().told()).isEqualTo("[OBJECTED OBJECTED null]");
        assertThat(movers().tasks(school(VILNIUS_SCHOOL)).get(0).getDecision().getDecidedBy())
                .isNull();
        Task objection = movers().waiting(municipality());
        assertThat(objection.getKind()).isEqualTo("TRANSFER_OBJECTED");
        assertThat(objection.getReason()).isEqualTo("STILL_ATTENDS");
        assertThat(objection.getDueOn()).isEqualTo(TODAY.plusDays(20));
        assertThat(movers().tasks(municipality().foundedByMunicipality("13"))).isEmpty();

        movers().decides(municipality(), objection.getTaskId(), "ACCEPT");
        assertThat(movers().read(pupil)).isEqualTo(MOVED);
        assertThat(movers().told()).isEqualTo("[OBJECTED DONE null]");
    }

    @Test
    default void anObjectionThatTheFounderSharesRefusesTheTransfer() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        movers().decides(school(SCHOOL), asked.getTaskId(), "OBJECT");
        movers().decides(municipality(), movers().waiting(municipality()).getTaskId(), "OBJECT");
        assertThat(movers().read(pupil)).containsExactly(AT_HOME);
        assertThat(movers().told()).isEqualTo("[OBJECTED REFUSED null]");
        // Another may be asked for then.
        assertThat(movers().asked(pupil).getState()).isEqualTo("WAITING");
    }

    @Test
    default void whoAnswersForAClosedSchoolDecidesAtOnce() {
        StoredStudent pupil = pupil();
        JdbcClient jdbc = JdbcClient.create(bench().sql());
        jdbc.sql("update institution set deregistered = ? where code = ?")
                .params(TODAY.minusDays(1), SCHOOL)
                .update();
        try {
            TransferStudentResponse asked = movers().asked(pupil);
            assertThat(asked.getDueOn()).isEqualTo(TODAY.plusDays(20));
            assertThat(movers().tasks(school(SCHOOL))).isEmpty();
            movers().decides(municipality(), asked.getTaskId(), "OBJECT");
            assertThat(movers().told()).isEqualTo("[OBJECTED REFUSED null]");
        } finally {
            jdbc.sql("update institution set deregistered = null where code = ?")
                    .param(SCHOOL)
                    .update();
        }
    }

    @Test
    default void aTransferThatWaitsIsWithdrawnAndNotDecidedAnyMore() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        bench().within(school(MUSIC_SCHOOL));
        assertRefused(
                bench(), service -> service.withdrawTransfer(withdrawal(asked.getTransferId())), "MR-501 transferId");
        assertThat(movers().takenBack(asked)).isEqualTo("WITHDRAWN");
        assertThat(movers().read(pupil)).containsExactly(AT_HOME);
        assertThat(movers().told()).isEqualTo("[WITHDRAWN WITHDRAWN null]");
        assertRefused(
                bench(), service -> service.withdrawTransfer(withdrawal(asked.getTransferId())), "MR-573 transferId");
        assertThat(bench().termsEndOn(TODAY.plusDays(40))).isZero();
    }

    @Test
    default void aTransferThatIsStruckGivesTheFormerSchoolItsStudentBackAsTheyWere() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        movers().decides(school(SCHOOL), asked.getTaskId(), "ACCEPT");
        assertThat(movers().takenBack(asked)).isEqualTo("STRUCK");
        assertThat(movers().read(pupil)).containsExactly(AT_HOME);

        Task told = movers().waiting(school(SCHOOL));
        assertThat(told.getKind()).isEqualTo("TRANSFER_STRUCK");
        movers().decides(school(SCHOOL), told.getTaskId(), "OBJECT");
        Task objection = movers().waiting(municipality());
        movers().decides(municipality(), objection.getTaskId(), "OBJECT");
        assertThat(movers().read(pupil)).containsExactly(MOVED.get(0));
    }

    @Test
    default void aTransferThatIsStruckStandsWhereTheFormerSchoolTakesNote() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        movers().decides(school(SCHOOL), asked.getTaskId(), "ACCEPT");
        movers().takenBack(asked);
        movers().decides(school(SCHOOL), movers().waiting(school(SCHOOL)).getTaskId(), "ACCEPT");
        assertThat(movers().read(pupil)).containsExactly(AT_HOME);
        assertThat(movers().open(school(SCHOOL))).isEmpty();
        assertThat(movers().open(municipality())).isEmpty();
    }

    @Test
    default void aTransferIsAskedForWhereThereIsSomethingToTransfer() {
        bench().within(school(VILNIUS_SCHOOL));
        StoredStudent musician = bench().has(aPerson()
                .bornOn(LocalDate.of(2012, 5, 5))
                .studying(at(MUSIC_SCHOOL).programme(MUSIC).from(SEPTEMBER)));
        assertRefused(bench(), service -> service.transferStudent(transfer(musician, request -> {})), "MR-571 person");
        StoredStudent theirs = bench().has(aPerson()
                .bornOn(LocalDate.of(2012, 5, 5))
                .studying(at(VILNIUS_SCHOOL).programme(BASIC).from(SEPTEMBER)));
        assertRefused(
                bench(), service -> service.transferStudent(transfer(theirs, request -> {})), "MR-570 institution");
        StoredStudent pupil = pupil();
        assertRefused(
                bench(),
                service -> service.transferStudent(
                        transfer(pupil, request -> request.setEnrolledFrom(SEPTEMBER.minusDays(1)))),
                "MR-517 enrolledFrom");
        assertRefused(
                bench(),
                service -> service.transferStudent(transfer(pupil, request -> request.setProgramme(MUSIC))),
                "MR-571 person");
        movers().asked(pupil);
        assertRefused(bench(), service -> service.transferStudent(transfer(pupil, request -> {})), "MR-572 person");
        bench().within(school(MUSIC_SCHOOL));
        assertRefused(
                bench(), service -> service.transferStudent(transfer(pupil, request -> {})), "MR-501 institution");
    }

    @Test
    default void whatAnEnrolmentMustBeATransferMustBeToo() {
        StoredStudent pupil = pupil();
        bench().within(school(VILNIUS_SCHOOL));
        assertRefused(
                bench(),
                service -> service.transferStudent(transfer(pupil, request -> {
                    request.getStage().setClassLevel(11);
                    request.getStage().setLanguage("xx");
                    request.setExpectedEnd(MOVE.minusDays(1));
                })),
                "MR-402 stage/language",
                "MR-515 stage/classLevel",
                "MR-602 stage/classLevel",
                "MR-506 expectedEnd");
    }

    @Test
    default void aTransferThatIsNotPossibleAnyMoreFailsWholeAndSaysWhy() {
        StoredStudent pupil = bench().has(aPerson()
                .bornOn(LocalDate.of(2012, 5, 5))
                .studying(at(SCHOOL)
                        .programme(BASIC)
                        .level(8)
                        .from(SEPTEMBER)
                        .result(ResultKey.ofSubject(AssessmentKind.ANNUAL_GRADE, "MATE", 2026), ResultValue.grade(9))));
        bench().within(school(VILNIUS_SCHOOL));
        TransferStudentResponse asked = bench().write(service ->
                service.transferStudent(transfer(pupil, request -> request.setEnrolledFrom(SEPTEMBER.plusDays(1)))));
        List<String> before = movers().read(pupil);
        movers().decides(school(SCHOOL), asked.getTaskId(), "ACCEPT");
        assertThat(movers().read(pupil)).isEqualTo(before);
        assertThat(movers().told()).isEqualTo("[ACCEPTED FAILED MR-568]");
    }

    @Test
    default void whereTheFormerSchoolEndedTheEnrolmentBeforeTheOtherSimplyBegins() {
        StoredStudent pupil = pupil();
        TransferStudentResponse asked = movers().asked(pupil);
        JdbcClient.create(bench().sql())
                .sql("update enrolment_term set valid_to = ? where believed_until is null")
                .param(TODAY)
                .update();
        movers().decides(school(SCHOOL), asked.getTaskId(), "ACCEPT");
        assertThat(movers().read(pupil)).hasSize(2).last().asString().contains("2026-11-30..null from " + SCHOOL);
        movers().takenBack(asked);
        assertThat(movers().read(pupil)).hasSize(1);
    }
}
