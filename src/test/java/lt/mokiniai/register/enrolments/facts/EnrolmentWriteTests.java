package lt.mokiniai.register.enrolments.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import lt.mokiniai.kernel.InstitutionCode;
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
            enrolment.learns(history, SUMMER.plusDays(1), in("8A"));
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
        assertThat(after((enrolment, history) -> enrolment.learns(history, LocalDate.of(2026, 1, 5), in("7B"))))
                .containsExactly(
                        "term 2025-09-01..null",
                        "7A 2025-09-01..2026-01-04",
                        "7B 2026-01-05..2026-08-31",
                        "8A 2026-09-01..null");
    }

    @Test
    void aStageThatBeginsOnTheSameDayIsCorrected() {
        assertThat(after((enrolment, history) -> enrolment.learns(history, BEGUN, in("7C"))))
                .containsExactly("term 2025-09-01..null", "7C 2025-09-01..2026-08-31", "8A 2026-09-01..null");
    }

    @Test
    void nothingLiesOutsideTheTerm() {
        LocalDate before = BEGUN.minusDays(1);
        assertRefused((enrolment, history) -> enrolment.learns(history, before, in("6A")));
        assertRefused((enrolment, history) -> enrolment.interrupt(history, new Term(before, BEGUN), "ILLNESS"));
        assertRefused((enrolment, history) -> enrolment.withdraw(history, before, new Leaving("ABROAD", null)));
        assertRefused((enrolment, history) -> {
            enrolment.withdraw(history, SUMMER, new Leaving("COMPLETED", null));
            enrolment.interrupt(history, Term.since(SUMMER), "ILLNESS");
        });
    }

    @Test
    void interruptionsDoNotOverlap() {
        assertRefused((enrolment, history) -> {
            enrolment.interrupt(history, new Term(BEGUN, BEGUN.plusDays(9)), "ILLNESS");
            enrolment.interrupt(history, new Term(BEGUN.plusDays(9), BEGUN.plusDays(20)), "OTHER");
        });
    }

    @Test
    void anEnrolmentHasOneTerm() {
        assertThatThrownBy(() -> after((enrolment, history) -> history.asserts(
                        new EnrolmentTerm(enrolment, null, null, null, null),
                        new Term(BEGUN.minusYears(1), BEGUN.minusYears(1)))))
                .isInstanceOf(ContradictionException.class);
    }

    private static void assertRefused(BiConsumer<RegisteredEnrolment, History> deed) {
        assertThatThrownBy(() -> after(deed)).isInstanceOf(IllegalStateException.class);
    }
}
