package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.Asking.inFamily;
import static lt.mokiniai.register.bench.Asking.isInterrupted;
import static lt.mokiniai.register.bench.Asking.learnsAnywhere;
import static lt.mokiniai.register.bench.Asking.learnsGeneralOrVocational;
import static lt.mokiniai.register.bench.Asking.levelAtLeast;
import static lt.mokiniai.register.bench.Asking.studiesIn;
import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.students.ConfirmStudentFactResponse;
import lt.mokiniai.wsdl.students.Fact;
import lt.mokiniai.wsdl.types.Confirmation;
import org.junit.jupiter.api.Test;

/** The single facts that are confirmed or denied (docs/register.md, 'confirmStudentFact'). */
public interface ConfirmationRules {

    Bench bench();

    LocalDate YEARS_END = LocalDate.of(2027, 8, 31);

    @Test
    default void confirmsThatSomebodyLearnsAnywhere() {
        confirms(
                learnsAnywhere(),
                aPerson().studying(at(MUSIC_SCHOOL).programme(MUSIC)),
                aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))));
    }

    @Test
    default void confirmsGeneralOrVocationalLearningAndNoOther() {
        confirms(
                learnsGeneralOrVocational(),
                aPerson().studying(at(SCHOOL)),
                aPerson().studying(at(MUSIC_SCHOOL).programme(MUSIC)));
    }

    @Test
    default void confirmsALevelOrAHigherOne() {
        confirms(
                levelAtLeast(8),
                aPerson().studying(at(SCHOOL).level(8)),
                aPerson().studying(at(SCHOOL).level(7)));
        confirms(
                levelAtLeast(8),
                aPerson().studying(at(SCHOOL).level(9)),
                aPerson().studying(at(SCHOOL)));
    }

    @Test
    default void confirmsAFamilyOfProgrammes() {
        confirms(
                inFamily("SUPPLEMENTARY"),
                aPerson().studying(at(SCHOOL)).studying(at(MUSIC_SCHOOL).programme(MUSIC)),
                aPerson().studying(at(SCHOOL)));
    }

    @Test
    default void confirmsTheMunicipalityOfTheSchoolNotOfTheHome() {
        confirms(
                studiesIn(KAUNAS),
                aPerson().livingIn(VILNIUS).studying(at(SCHOOL)),
                aPerson().livingIn(KAUNAS).studying(at(VILNIUS_SCHOOL)));
    }

    @Test
    default void countsAnInterruptedStudyAsEnrolmentAndNotAsLearning() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL).level(8).interrupted(TODAY.minusDays(5), TODAY.plusDays(5), "ILLNESS")));

        for (Fact enrolled : List.of(isInterrupted(), levelAtLeast(8), inFamily("BASIC"))) {
            assertThat(bench().confirm(by(student), enrolled).getAnswer()).isEqualTo(Confirmation.YES);
        }
        for (Fact learning : List.of(learnsAnywhere(), learnsGeneralOrVocational(), studiesIn(KAUNAS))) {
            assertThat(bench().confirm(by(student), learning).getAnswer()).isEqualTo(Confirmation.NO);
            ConfirmStudentFactResponse before = bench().confirm(by(student), learning, TODAY.minusDays(6));
            assertThat(before.getAnswer()).isEqualTo(Confirmation.YES);
            assertThat(before.getValidUntil()).isEqualTo(TODAY.minusDays(6));
        }
        assertThat(bench().confirm(by(student), isInterrupted()).getValidUntil())
                .isEqualTo(TODAY.plusDays(5));
        assertThat(bench().confirm(by(student), isInterrupted(), TODAY.plusDays(6))
                        .getAnswer())
                .isEqualTo(Confirmation.NO);
    }

    @Test
    default void doesNotCallAMusicSchoolAlonePausedAnInterruption() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL))
                .studying(at(MUSIC_SCHOOL).programme(MUSIC).interrupted(TODAY, null, "ILLNESS")));

        assertThat(bench().confirm(by(student), isInterrupted()).getAnswer()).isEqualTo(Confirmation.NO);
        assertThat(bench().confirm(by(student), learnsAnywhere()).getAnswer()).isEqualTo(Confirmation.YES);
    }

    @Test
    default void confirmsAsItWasOnTheDayAskedAbout() {
        StoredStudent student = bench().has(aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))));

        assertThat(bench().confirm(by(student), learnsAnywhere(), TODAY.minusDays(1))
                        .getAnswer())
                .isEqualTo(Confirmation.YES);
    }

    @Test
    default void doesNotKnowWhoIsOutsideOrNotThere() {
        StoredStudent outside = bench().has(aPerson().livingIn(VILNIUS).studying(at(SCHOOL)));
        bench().within(everything().livingIn(KAUNAS));

        assertThat(bench().confirm(by(outside), learnsAnywhere()).getAnswer()).isEqualTo(Confirmation.UNKNOWN);
        assertThat(bench().confirm(byRegisterId("ZZZZZZZZZZZZZZZZ"), learnsAnywhere())
                        .getAnswer())
                .isEqualTo(Confirmation.UNKNOWN);
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void tellsAboutTheStudentAlsoWhenItDenies() {
        StoredStudent student = bench().has(aPerson());

        assertThat(bench().confirm(by(student), learnsAnywhere()).getAnswer()).isEqualTo(Confirmation.NO);
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
    }

    @Test
    default void saysUntilWhenTheFactIsKnownToHold() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL).to(YEARS_END))
                .studying(at(MUSIC_SCHOOL).programme(MUSIC).to(YEARS_END.minusMonths(2))));

        assertThat(bench().confirm(by(student), learnsAnywhere()).getValidUntil())
                .isEqualTo(YEARS_END);
        assertThat(bench().confirm(by(student), inFamily("SUPPLEMENTARY")).getValidUntil())
                .isEqualTo(YEARS_END.minusMonths(2));
    }

    @Test
    default void saysTheEndOfTheSchoolYearWhereNoEndIsRecorded() {
        StoredStudent student =
                bench().has(aPerson().studying(at(SCHOOL).level(8).with("expected_end", YEARS_END.plusYears(2))));

        for (Fact fact : List.of(learnsAnywhere(), levelAtLeast(8))) {
            assertThat(bench().confirm(by(student), fact).getValidUntil()).isEqualTo(YEARS_END);
            assertThat(bench().confirm(by(student), fact, YEARS_END).getValidUntil())
                    .isEqualTo(YEARS_END);
            assertThat(bench().confirm(by(student), fact, YEARS_END.plusDays(1)).getValidUntil())
                    .isEqualTo(YEARS_END.plusYears(1));
        }
    }

    @Test
    default void doesNotGoBeyondTheSchoolYearForAClassThatIsRecordedAlready() {
        LocalDate summer = LocalDate.of(2026, 8, 20);
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .level(8)
                        .to(LocalDate.of(2026, 8, 31))
                        .then()
                        .level(9)
                        .from(LocalDate.of(2026, 9, 1))
                        .to(null)));

        for (Fact fact : List.of(levelAtLeast(8), inFamily("BASIC"))) {
            assertThat(bench().confirm(by(student), fact, summer).getValidUntil())
                    .isEqualTo(LocalDate.of(2026, 8, 31));
        }
    }

    @Test
    default void saysTheExpectedEndWhereItComesBeforeThatOfTheSchoolYear() {
        LocalDate expected = YEARS_END.minusMonths(7);
        StoredStudent student = bench().has(aPerson().studying(at(SCHOOL).with("expected_end", expected)));

        assertThat(bench().confirm(by(student), learnsAnywhere()).getValidUntil())
                .isEqualTo(expected);
        // An expectation that failed says nothing.
        assertThat(bench().confirm(by(student), learnsAnywhere(), expected.plusDays(1))
                        .getValidUntil())
                .isEqualTo(YEARS_END);
    }

    @Test
    default void countsOnThroughStagesThatFollowEachOther() {
        LocalDate first = LocalDate.of(2026, 8, 31);
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .level(8)
                        .to(first)
                        .then()
                        .level(9)
                        .from(first.plusDays(1))
                        .to(YEARS_END))
                .studying(at(SCHOOL).level(10).from(YEARS_END.plusDays(2)).to(null)));

        for (Fact fact : List.of(learnsAnywhere(), levelAtLeast(8))) {
            assertThat(bench().confirm(by(student), fact, first.minusDays(9)).getValidUntil())
                    .isEqualTo(YEARS_END);
        }
        assertThat(bench().confirm(by(student), levelAtLeast(9), first.minusDays(9))
                        .getAnswer())
                .isEqualTo(Confirmation.NO);
    }

    @Test
    default void keepsTheEndToItselfWhereItIsNotGranted() {
        StoredStudent student = bench().has(aPerson().studying(at(SCHOOL).to(YEARS_END)));
        bench().within(everything().showing(Set.of("answer")));

        assertThat(bench().confirm(by(student), learnsAnywhere()).getAnswer()).isEqualTo(Confirmation.YES);
        assertThat(bench().confirm(by(student), learnsAnywhere()).getValidUntil())
                .isNull();
    }

    @Test
    default void refusesFactsInCodesThatTheListsDoNotHave() {
        StoredStudent student = bench().has(aPerson());

        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "fact/inProgrammeFamily",
                () -> bench().confirm(by(student), inFamily("ALCHEMY")));
        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "fact/studiesInMunicipality",
                () -> bench().confirm(by(student), studiesIn("00")));
    }

    private void confirms(Fact fact, PersonBuilder yes, PersonBuilder no) {
        assertThat(bench().confirm(by(bench().has(yes)), fact).getAnswer()).isEqualTo(Confirmation.YES);
        assertThat(bench().confirm(by(bench().has(no)), fact).getAnswer()).isEqualTo(Confirmation.NO);
    }
}
