package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.types.Guardian;
import lt.mokiniai.wsdl.types.Outcome;
import org.junit.jupiter.api.Test;

/** The two times of every question, and how far back they reach (docs/register.md, 'Two dates'). */
public interface TimeRules {

    Bench bench();

    @Test
    default void showsTheStateOfTheDayAskedAbout() {
        LocalDate moved = LocalDate.of(2026, 9, 1);
        StoredStudent student = bench().has(aPerson()
                .livingIn(VILNIUS)
                .to(moved.minusDays(1))
                .livingIn(KAUNAS)
                .from(moved));

        assertThat(municipality(student, moved.minusDays(1), null)).isEqualTo(VILNIUS);
        assertThat(municipality(student, moved, null)).isEqualTo(KAUNAS);
        assertThat(municipality(student, null, null)).isEqualTo(KAUNAS);
    }

    @Test
    default void showsWhatWasBelievedAtTheTimeAskedFor() {
        Instant corrected = noon(LocalDate.of(2026, 10, 10));
        StoredStudent student = bench().has(aPerson()
                .livingIn(KAUNAS)
                .believed(corrected, null)
                .livingIn(VILNIUS)
                .believed(noon(LocalDate.of(2026, 9, 1)), corrected));
        LocalDate october = LocalDate.of(2026, 10, 1);

        assertThat(municipality(student, october, corrected.minusMillis(1))).isEqualTo(VILNIUS);
        assertThat(municipality(student, october, corrected)).isEqualTo(KAUNAS);
        assertThat(municipality(student, october, null)).isEqualTo(KAUNAS);
    }

    @Test
    default void keepsGuardiansInTheirOrderThroughACorrection() {
        Instant corrected = noon(LocalDate.of(2026, 10, 10));
        StoredStudent student = bench().has(aPerson()
                .guardian("Petras", "Kazlauskis")
                .believed(noon(LocalDate.of(2026, 9, 1)), corrected)
                .guardian("Rūta", "Kazlauskienė")
                .guardian("Petras", "Kazlauskas")
                .ordinal(1)
                .believed(corrected, null));

        assertThat(bench().student(by(student)).getStudent().getGuardian())
                .extracting(Guardian::getFamilyName)
                .containsExactly("Kazlauskas", "Kazlauskienė");
    }

    @Test
    default void doesNotFindAStudentBeforeTheRegisterKnewOfThem() {
        Instant recorded = noon(LocalDate.of(2026, 9, 1));
        StoredStudent student = bench().has(aPerson().recordedAt(recorded));

        assertThat(bench().student(by(student), null, recorded.minusMillis(1)).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().student(by(student), null, recorded).getOutcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    default void theDayBeginsInVilnius() {
        bench().clock().set(Instant.parse("2026-11-24T22:30:00Z"));
        StoredStudent student = bench().has(
                        aPerson().livingIn(VILNIUS).to(TODAY).livingIn(KAUNAS).from(TODAY.plusDays(1)));

        assertThat(municipality(student, null, null)).isEqualTo(KAUNAS);
        assertThat(bench().student(by(student)).getValidOn()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    private String municipality(StoredStudent student, LocalDate validOn, Instant knownAt) {
        return bench().student(by(student), validOn, knownAt)
                .getStudent()
                .getResidence()
                .getMunicipality();
    }
}
