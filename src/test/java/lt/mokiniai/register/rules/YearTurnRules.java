package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.NAMED;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.enrolments.turn.LeftBehind;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.Closed;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.School;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.Standing;
import org.junit.jupiter.api.Test;

/** What the turn of the school year left behind is told to the operator (docs/operator/year-turn.md, 'What is listed'). */
public interface YearTurnRules {

    int YEAR = 2026;

    LocalDate FIRST = LocalDate.of(YEAR, 9, 1);

    LocalDate LAST_YEAR = LocalDate.of(2025, 9, 1);

    Bench bench();

    private static EnrolmentBuilder since(String school, LocalDate day) {
        return at(school).level(6).from(day);
    }

    private List<Standing> left(String school) {
        return bench().leftBehind().of(school, YEAR, 100);
    }

    private void has(EnrolmentBuilder enrolment) {
        bench().has(aPerson().studying(enrolment));
    }

    @Test
    default void whoIsInTheClassLevelOfTheLastYearIsListed() {
        EnrolmentBuilder standing = since(SCHOOL, LAST_YEAR);
        has(standing);
        assertThat(left(SCHOOL))
                .containsExactly(
                        new Standing(standing.enrolmentId(), LeftBehind.NOT_PROMOTED, Optional.of(6), LAST_YEAR));
        assertThat(bench().leftBehind().of(SCHOOL, YEAR - 1, 100)).isEmpty();
    }

    @Test
    default void whoWasPromotedEndedOrBegunIsNot() {
        has(since(SCHOOL, LAST_YEAR)
                .to(FIRST.minusDays(1))
                .then()
                .level(7)
                .from(FIRST)
                .to(null));
        // The school told it a fortnight late.
        has(since(SCHOOL, LAST_YEAR)
                .to(FIRST.plusDays(14))
                .then()
                .level(7)
                .from(FIRST.plusDays(15))
                .to(null));
        // A repeater of whom it was told.
        has(since(SCHOOL, LAST_YEAR).to(FIRST.minusDays(1)).then().from(FIRST).to(null));
        has(since(SCHOOL, LAST_YEAR).to(FIRST.minusDays(1)));
        has(since(SCHOOL, FIRST));
        has(since(SCHOOL, LocalDate.of(YEAR, 8, 1)));
        has(since(SCHOOL, LAST_YEAR)
                .believed(Instant.parse("2026-01-01T10:00:00Z"), Instant.parse("2026-02-01T10:00:00Z")));
        has(at(MUSIC_SCHOOL).programme(MUSIC).from(LAST_YEAR));
        assertThat(bench().leftBehind().schools(YEAR)).isEmpty();
    }

    @Test
    default void whatElseChangedInTheYearDoesNotMakeALevel() {
        has(since(SCHOOL, LAST_YEAR)
                .to(FIRST.plusDays(20))
                .then()
                .with("learning_way", "DISTANCE")
                .from(FIRST.plusDays(21))
                .to(null));
        has(since(SCHOOL, LAST_YEAR)
                .to(LocalDate.of(YEAR, 2, 1))
                .then()
                .with("learning_way", "DISTANCE")
                .from(LocalDate.of(YEAR, 2, 2))
                .to(null));
        assertThat(left(SCHOOL))
                .extracting(Standing::reason)
                .containsExactly(LeftBehind.NOT_PROMOTED, LeftBehind.NOT_PROMOTED);
    }

    @Test
    default void whatWasExpectedToEndIsListedAlsoWithoutLevels() {
        has(at(MUSIC_SCHOOL).programme(MUSIC).from(LAST_YEAR).with("expected_end", FIRST.minusDays(1)));
        has(at(MUSIC_SCHOOL).programme(MUSIC).from(LAST_YEAR).with("expected_end", FIRST));
        assertThat(left(MUSIC_SCHOOL)).extracting(Standing::reason).containsExactly(LeftBehind.END_EXPECTED);
    }

    @Test
    default void whatGoesOnInAClosedInstitutionIsListedAndCounted() {
        has(since(SCHOOL, LAST_YEAR)
                .to(FIRST.minusDays(1))
                .then()
                .level(7)
                .from(FIRST)
                .to(null));
        has(since(SCHOOL, LAST_YEAR).to(LocalDate.of(YEAR, 6, 30)));
        has(since(VILNIUS_SCHOOL, LAST_YEAR));
        bench().closes(SCHOOL, LocalDate.of(YEAR, 6, 30), VILNIUS_SCHOOL);
        assertThat(bench().leftBehind().schools(YEAR))
                .containsExactly(
                        new School(SCHOOL, NAMED + SCHOOL, Map.of(LeftBehind.CLOSED_SCHOOL, 1)),
                        new School(VILNIUS_SCHOOL, NAMED + VILNIUS_SCHOOL, Map.of(LeftBehind.NOT_PROMOTED, 1)));
        assertThat(bench().leftBehind().closed(FIRST))
                .containsExactly(
                        new Closed(SCHOOL, NAMED + SCHOOL, LocalDate.of(YEAR, 6, 30), Optional.of(VILNIUS_SCHOOL), 1));
        assertThat(bench().inClosedSchoolsByTheMeter()).isOne();
        assertThat(bench().leftBehind().inClosedSchools(LocalDate.of(YEAR, 6, 30), 10))
                .isZero();
    }
}
