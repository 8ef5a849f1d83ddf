package lt.mokiniai.register.enrolments.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.history.ContradictionException;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.register.history.Term;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An enrolment keeps its term, its stages and its interruptions in order. */
class EnrolmentWriteTests {

    private static final LocalDate BEGUN = LocalDate.of(2025, 9, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 8, 31);
    private static final StageChange WAY = StageChange.to(new StageContent(null, "DISTANCE", null, null, null, null));
    private static final StageChange NOTHING = StageChange.to(new StageContent(null, null, null, null, null, null));
    private static final HistoryNode NODE =
            HistoryNode.ofOwnTime(HistoryNode.h2("enrolment-writes"), new SettableClock());

    static {
        Reference.insertSchools(NODE.bean(JdbcTemplate.class));
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    /** Gives what is believed of an enrolment in 7A that began, after something was done to it. */
    private static List<String> after(BiConsumer<RegisteredEnrolment, History> deed) {
        long person = NODE.register(Numbers.registerId(), history -> {
            RegisteredEnrolment enrolment = new RegisteredEnrolment(
                    history.person(), Numbers.registerId(), InstitutionCode.of(Reference.SCHOOL), Reference.BASIC);
            enrolment.begin(history, Term.since(BEGUN), new EnrolmentTerm(enrolment, null, null, null, null), in("7A"));
            enrolment.learns(history, SUMMER.plusDays(1), in("8A").whole());
            deed.accept(enrolment, history);
            return enrolment;
        });
        return NODE.jdbc()
                .sql("SELECT what, valid_from, valid_to FROM ("
                        + "SELECT enrolment_id, 'term ' || COALESCE(leaving_reason, '') AS what, valid_from, valid_to,"
                        + " believed_until, 1 AS place FROM enrolment_term"
                        + " UNION ALL SELECT enrolment_id, class_name, valid_from, valid_to, believed_until, 2 FROM enrolment_stage"
                        + " UNION ALL SELECT enrolment_id, reason, valid_from, valid_to, believed_until, 3"
                        + " FROM enrolment_interruption) f JOIN enrolment e ON e.id = f.enrolment_id"
                        + " WHERE e.person_id = ? AND believed_until IS NULL ORDER BY place, valid_from")
                .param(person)
                .query((row, number) -> row.getString(1).strip() + " " + row.getDate(2) + ".." + row.getDate(3))
                .list();
    }

    private static StageContent in(String className) {
        return new StageContent(null, null, null, "lt", new SchoolClass(null, null, null, 7, null, className), null);
    }

    @Test
    void aWithdrawalEndsAllThatGoesOnAndStrikesWhatWouldHaveComeLater() {
        assertThat(after((enrolment, history) -> {
                    enrolment.interrupt(history, Term.since(LocalDate.of(2026, 2, 1)), "ILLNESS");
                    enrolment.withdraw(history, LocalDate.of(2026, 3, 1), new Leaving("ABROAD", "IE"));
                }))
                .containsExactly(
                        "term ABROAD 2025-09-01..2026-03-01",
                        "7A 2025-09-01..2026-03-01",
                        "ILLNESS 2026-02-01..2026-03-01");
    }

    @Test
    void aNewStageLastsUntilTheNextChangeThatIsKnown() {
        assertThat(after((enrolment, history) -> enrolment.learns(history, LocalDate.of(2026, 1, 5), in("7B").whole())))
                .containsExactly(
                        "term 2025-09-01..null",
                        "7A 2025-09-01..2026-01-04",
                        "7B 2026-01-05..2026-08-31",
                        "8A 2026-09-01..null");
    }

    @Test
    void aStageThatBeginsOnTheSameDayIsCorrected() {
        assertThat(after((enrolment, history) -> enrolment.learns(history, BEGUN, in("7C").whole())))
                .containsExactly("term 2025-09-01..null", "7C 2025-09-01..2026-08-31", "8A 2026-09-01..null");
    }

    @Test
    void aChangeTellsNothingOfWhatItLeavesOut() {
        assertThat(after((enrolment, history) -> {
                    enrolment.learns(history, LocalDate.of(2025, 10, 1), StageChange.to(in("7B")));
                    enrolment.learns(history, LocalDate.of(2025, 11, 1), WAY);
                    enrolment.learns(history, LocalDate.of(2025, 12, 1), WAY);
                    enrolment.strikeStage(history, LocalDate.of(2025, 10, 1));
                }))
                .as("who never was in 7B is not there since the way changed")
                .containsExactly(
                        "term 2025-09-01..null",
                        "7A 2025-09-01..2025-10-31",
                        "7A 2025-11-01..2025-11-30",
                        "7A 2025-12-01..2026-08-31",
                        "8A 2026-09-01..null");
    }

    @Test
    void aChangeThatIsToldLateShowsInTheStagesAfterIt() {
        assertThat(after((enrolment, history) -> {
                    enrolment.learns(history, LocalDate.of(2025, 11, 1), WAY);
                    enrolment.learns(history, LocalDate.of(2025, 10, 1), StageChange.to(in("7B")));
                }))
                .containsExactly(
                        "term 2025-09-01..null",
                        "7A 2025-09-01..2025-09-30",
                        "7B 2025-10-01..2025-10-31",
                        "7B 2025-11-01..2026-08-31",
                        "8A 2026-09-01..null");
    }

    @Test
    void aStageIsMovedWithWhatWasToldOfIt() {
        assertThat(after((enrolment, history) ->
                        enrolment.correctStage(history, SUMMER.plusDays(1), LocalDate.of(2026, 6, 20), NOTHING)))
                .containsExactly("term 2025-09-01..null", "7A 2025-09-01..2026-06-19", "8A 2026-06-20..null");
    }

    @Test
    void aCorrectedTermTakesItsStagesAndInterruptionsAlong() {
        assertThat(after((enrolment, history) -> {
                    enrolment.interrupt(history, new Term(BEGUN, BEGUN.plusDays(20)), "ILLNESS");
                    enrolment.correctTerm(
                            history, enrolment.term(history).left(null), new Term(BEGUN.plusDays(10), SUMMER));
                }))
                .containsExactly(
                        "term 2025-09-11..2026-08-31", "7A 2025-09-11..2026-08-31", "ILLNESS 2025-09-11..2025-09-21");
    }

    @Test
    void aTermThatBeganEarlierBeginsWithItsFirstStage() {
        assertThat(after((enrolment, history) -> enrolment.correctTerm(
                        history, enrolment.term(history).left(null), Term.since(BEGUN.minusDays(10)))))
                .containsExactly("term 2025-08-22..null", "7A 2025-08-22..2026-08-31", "8A 2026-09-01..null");
    }

    @Test
    void anInterruptionEndsWhenLearningGoesOnAndIsCorrectedAndStruck() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        BiConsumer<RegisteredEnrolment, History> resumed = (enrolment, history) -> {
            enrolment.interrupt(history, Term.since(march), "ILLNESS");
            enrolment.resume(history, march.plusDays(10));
        };
        assertThat(after(resumed)).contains("ILLNESS 2026-03-01..2026-03-10");
        Term right = new Term(march.plusDays(1), march.plusDays(4));
        assertThat(after(resumed.andThen((enrolment, history) -> enrolment
                        .interruption(history, march, "begins")
                        .ifPresent(wrong -> enrolment.correctInterruption(history, wrong, right, "OTHER")))))
                .contains("OTHER 2026-03-02..2026-03-05")
                .noneMatch(row -> row.startsWith("ILLNESS"));
        assertThat(after(resumed.andThen((enrolment, history) -> enrolment.strikeInterruption(history, march))))
                .noneMatch(row -> row.startsWith("ILLNESS"));
    }

    @Test
    void aStruckEnrolmentLeavesNothingBelieved() {
        assertThat(after((enrolment, history) -> {
                    enrolment.interrupt(history, Term.since(SUMMER), "ILLNESS");
                    enrolment.strike(history);
                    assertThat(enrolment.isBelieved(history)).isFalse();
                }))
                .isEmpty();
    }

    @Test
    void nothingLiesOutsideTheTerm() {
        LocalDate before = BEGUN.minusDays(1);
        assertRefused((enrolment, history) -> enrolment.learns(history, before, WAY), "MR-503 from");
        assertRefused(
                (enrolment, history) -> enrolment.interrupt(history, new Term(before, BEGUN), "ILLNESS"),
                "MR-503 from");
        assertRefused(
                (enrolment, history) -> enrolment.withdraw(history, before, new Leaving("ABROAD", null)),
                "MR-503 enrolledTo");
        assertRefused(
                (enrolment, history) -> {
                    enrolment.withdraw(history, SUMMER, new Leaving("COMPLETED", null));
                    enrolment.interrupt(history, Term.since(SUMMER), "ILLNESS");
                },
                "MR-503 from");
        assertRefused(
                (enrolment, history) -> enrolment.correctStage(history, SUMMER.plusDays(1), before, NOTHING),
                "MR-503 stage/from");
    }

    @Test
    void interruptionsDoNotOverlapAndEndOnce() {
        assertRefused(
                (enrolment, history) -> {
                    enrolment.interrupt(history, new Term(BEGUN, BEGUN.plusDays(9)), "ILLNESS");
                    enrolment.interrupt(history, new Term(BEGUN.plusDays(9), BEGUN.plusDays(20)), "OTHER");
                },
                "MR-504 from");
        assertRefused((enrolment, history) -> enrolment.resume(history, SUMMER), "MR-505 resumedFrom");
        assertRefused(
                (enrolment, history) -> {
                    enrolment.interrupt(history, Term.since(BEGUN), "ILLNESS");
                    enrolment.resume(history, BEGUN);
                },
                "MR-505 resumedFrom");
    }

    @Test
    void whatIsCorrectedIsThere() {
        assertRefused((enrolment, history) -> enrolment.strikeStage(history, SUMMER), "MR-507 stage/begins");
        assertRefused(
                (enrolment, history) -> enrolment.strikeInterruption(history, SUMMER), "MR-507 interruption/begins");
        assertRefused((enrolment, history) -> enrolment.strikeStage(history, BEGUN), "MR-508 stage/begins");
        assertRefused(
                (enrolment, history) -> enrolment.correctStage(history, BEGUN, BEGUN.plusDays(1), NOTHING),
                "MR-509 stage/from");
        assertRefused(
                (enrolment, history) -> enrolment.correctStage(history, SUMMER.plusDays(1), BEGUN, NOTHING),
                "MR-509 stage/from");
    }

    @Test
    void anEnrolmentEndsOnceAndNotBeforeItBegins() {
        Leaving leaving = new Leaving("ABROAD", null);
        assertRefused(
                (enrolment, history) -> {
                    enrolment.withdraw(history, SUMMER, leaving);
                    enrolment.withdraw(history, BEGUN, leaving);
                },
                "MR-510 enrolledTo");
        assertRefused(
                (enrolment, history) -> enrolment.correctTerm(
                        history, new EnrolmentTerm(enrolment, null, BEGUN.minusDays(1), null, null), Term.since(BEGUN)),
                "MR-506 term/expectedEnd");
    }

    @Test
    void allBrokenRulesAreToldAtOnce() {
        assertRefused(
                (enrolment, history) -> {
                    enrolment.interrupt(history, Term.since(SUMMER), "ILLNESS");
                    enrolment.interrupt(history, new Term(BEGUN.minusDays(1), SUMMER), "ILLNESS");
                    enrolment.resume(history, BEGUN);
                },
                "MR-503 from",
                "MR-504 from",
                "MR-505 resumedFrom");
    }

    @Test
    void anEnrolmentHasOneTerm() {
        assertThatThrownBy(() -> after((enrolment, history) -> history.asserts(
                        new EnrolmentTerm(enrolment, null, null, null, null),
                        new Term(BEGUN.minusYears(1), BEGUN.minusYears(1)))))
                .isInstanceOf(ContradictionException.class);
    }

    /** What breaks a rule is told by the code of the rule and the field, and nobody is registered. */
    private static void assertRefused(BiConsumer<RegisteredEnrolment, History> deed, String... problems) {
        long persons = persons();
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> after(deed))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.error().code() + " " + problem.field())
                        .containsExactlyInAnyOrder(problems));
        assertThat(persons()).isEqualTo(persons);
    }

    private static long persons() {
        return NODE.jdbc().sql("SELECT COUNT(*) FROM person").query(Long.class).single();
    }
}
