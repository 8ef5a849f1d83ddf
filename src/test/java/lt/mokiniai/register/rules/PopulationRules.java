package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.Asking.learnsAnywhere;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.PRIVATE_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.SECONDARY;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Leaves;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.types.Outcome;
import org.junit.jupiter.api.Test;

/** Whom a contract reaches (docs/register.md, 'Populations'). */
public interface PopulationRules {

    Bench bench();

    @Test
    default void reachesThoseWhoLiveInAMunicipality() {
        reaches(
                everything().livingIn(KAUNAS),
                aPerson().livingIn(KAUNAS),
                aPerson().livingIn(VILNIUS),
                aPerson());
    }

    @Test
    default void doesNotReachThoseWhoMovedAway() {
        reaches(
                everything().livingIn(KAUNAS),
                aPerson()
                        .livingIn(VILNIUS)
                        .to(TODAY.minusDays(1))
                        .livingIn(KAUNAS)
                        .from(TODAY),
                aPerson()
                        .livingIn(KAUNAS)
                        .to(TODAY.minusDays(1))
                        .livingIn(VILNIUS)
                        .from(TODAY));
    }

    @Test
    default void reachesThoseWhoStudyAtAnInstitution() {
        reaches(
                everything().studyingAt(SCHOOL),
                aPerson().studying(at(SCHOOL)).studying(at(MUSIC_SCHOOL)),
                aPerson().studying(at(MUSIC_SCHOOL)),
                aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))),
                aPerson().studying(at(SCHOOL).from(TODAY.plusDays(1))));
    }

    @Test
    default void reachesThoseWhoseSchoolHasAFounderOfAKind() {
        reaches(
                everything().foundedBy("30"),
                aPerson().studying(at(PRIVATE_SCHOOL)),
                aPerson().studying(at(SCHOOL)));
    }

    @Test
    default void reachesThoseWhoseSchoolIsInAMunicipality() {
        reaches(
                everything().studyingIn(KAUNAS),
                aPerson().livingIn(VILNIUS).studying(at(PRIVATE_SCHOOL)),
                aPerson().livingIn(KAUNAS).studying(at(VILNIUS_SCHOOL)),
                aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))));
    }

    @Test
    default void reachesThoseWhoseSchoolAMunicipalityFounded() {
        reaches(
                everything().foundedByMunicipality(KAUNAS),
                aPerson().livingIn(VILNIUS).studying(at(MUSIC_SCHOOL)),
                aPerson().studying(at(PRIVATE_SCHOOL)),
                aPerson().studying(at(VILNIUS_SCHOOL)));
    }

    @Test
    default void reachesNobodyWhoseSchoolIsWithheldByItsPlaceOrFounder() {
        reaches(
                everything().studyingIn(KAUNAS).namingRestrictions("COURT"),
                aPerson().studying(at(SCHOOL)).restricted("COURT"),
                aPerson().studying(at(SCHOOL)).restricted("ADOPTION"));
        reaches(
                everything().foundedByMunicipality(KAUNAS).namingRestrictions("COURT"),
                aPerson().studying(at(SCHOOL)).restricted("COURT"),
                aPerson().studying(at(SCHOOL)).restricted("ADOPTION"));
    }

    @Test
    default void reachesThoseInAFamilyOfProgrammes() {
        reaches(
                everything().inFamilies("SECONDARY"),
                aPerson().studying(at(SCHOOL).programme(SECONDARY)),
                aPerson().studying(at(SCHOOL).programme(BASIC)));
    }

    @Test
    default void reachesThoseAtALevelWithinARangeBothEndsIncluded() {
        ScopeBuilder scope = everything().atLevels(5, 8);
        reaches(
                scope,
                aPerson().studying(at(SCHOOL).level(5)),
                aPerson().studying(at(SCHOOL).level(4)));
        reaches(
                scope,
                aPerson().studying(at(SCHOOL).level(8)),
                aPerson().studying(at(SCHOOL).level(9)),
                aPerson().studying(at(SCHOOL)));
    }

    @Test
    default void reachesAnAgeFromTheBirthdayToTheDayBeforeTheNext() {
        ScopeBuilder scope = everything().aged(7, 17);
        reaches(
                scope,
                aPerson().bornOn(TODAY.minusYears(7)),
                aPerson().bornOn(TODAY.minusYears(7).plusDays(1)));
        reaches(
                scope,
                aPerson().bornOn(TODAY.minusYears(18).plusDays(1)),
                aPerson().bornOn(TODAY.minusYears(18)));
    }

    @Test
    default void reachesWhoeverWasBornOnTheLeapDayFromTheFirstOfMarch() {
        StoredStudent student = bench().has(aPerson().bornOn(LocalDate.of(2012, 2, 29)));
        bench().within(everything().aged(13, 13));

        assertThat(bench().student(by(student), LocalDate.of(2025, 2, 28), null).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().student(by(student), LocalDate.of(2025, 3, 1), null).getOutcome())
                .isEqualTo(Outcome.FOUND);
    }

    @Test
    default void reachesThoseWhoAreEnrolled() {
        reaches(
                everything().enrolled(true),
                aPerson().studying(at(SCHOOL)),
                aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))));
    }

    @Test
    default void reachesThoseWhoAreNotEnrolled() {
        reaches(
                everything().enrolled(false),
                aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))),
                aPerson().studying(at(SCHOOL)));
    }

    @Test
    default void reachesCitizensAlsoThoseOfSeveralStates() {
        reaches(
                everything().citizensOf("UA"),
                aPerson().citizenOf("LT").citizenOf("UA"),
                aPerson().citizenOf("LT"));
    }

    @Test
    default void takesSeveralValuesOfOneCriterionAsAlternatives() {
        ScopeBuilder scope = everything().studyingAt(SCHOOL, PRIVATE_SCHOOL);
        reaches(scope, aPerson().studying(at(SCHOOL)), aPerson().studying(at(VILNIUS_SCHOOL)));
        reaches(scope, aPerson().studying(at(PRIVATE_SCHOOL)), aPerson());
    }

    @Test
    default void wantsAllCriteriaToHold() {
        reaches(
                everything().livingIn(KAUNAS).citizensOf("LT").enrolled(true),
                aPerson().livingIn(KAUNAS).citizenOf("LT").studying(at(SCHOOL)),
                aPerson().livingIn(KAUNAS).citizenOf("LT"),
                aPerson().livingIn(KAUNAS).citizenOf("UA").studying(at(SCHOOL)),
                aPerson().livingIn(VILNIUS).citizenOf("LT").studying(at(SCHOOL)));
    }

    @Test
    default void wantsTheCriteriaOnAStudyToHoldOfOneEnrolment() {
        reaches(
                everything().studyingAt(SCHOOL).atLevels(8, 8),
                aPerson().studying(at(SCHOOL).level(8)),
                aPerson()
                        .studying(at(SCHOOL).level(7))
                        .studying(at(VILNIUS_SCHOOL).level(8)));
        reaches(
                everything().foundedBy("30").inFamilies("SUPPLEMENTARY"),
                aPerson().studying(at(PRIVATE_SCHOOL).programme(MUSIC)),
                aPerson().studying(at(PRIVATE_SCHOOL)).studying(at(MUSIC_SCHOOL).programme(MUSIC)));
    }

    @Test
    default void answersTheSameForAStudentOutsideAndForNobody() {
        String code = Numbers.personalCode();
        StoredStudent outside =
                bench().has(aPerson().code(code).livingIn(VILNIUS).studying(at(SCHOOL)));
        bench().within(everything().livingIn(KAUNAS));

        assertThat(seen(byCode(code))).isEqualTo(seen(byCode(Numbers.personalCode())));
        assertThat(seen(by(outside))).isEqualTo(seen(byRegisterId("ZZZZZZZZZZZZZZZZ")));
        assertThat(bench().toldAbout()).isEmpty();
    }

    private List<Map<String, List<Object>>> seen(lt.mokiniai.wsdl.types.PersonSelector who) {
        assertThat(bench().student(who).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().enrolments(who).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().certificates(who).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        return List.of(
                Leaves.in(bench().student(who)),
                Leaves.in(bench().resolve(who)),
                Leaves.in(bench().confirm(who, learnsAnywhere())),
                Leaves.in(bench().enrolments(who)),
                Leaves.in(bench().certificates(who)));
    }

    /** Asserts that a scope reaches one student and none of the others, by whatever operation. */
    private void reaches(ScopeBuilder scope, PersonBuilder inside, PersonBuilder... outside) {
        StoredStudent in = bench().has(inside);
        bench().within(scope);
        assertThat(bench().student(by(in)).getOutcome()).isEqualTo(Outcome.FOUND);
        assertThat(bench().found(criteria -> {})).contains(in.registerId());
        for (PersonBuilder person : outside) {
            StoredStudent out = bench().has(person);
            assertThat(bench().student(by(out)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
            assertThat(bench().resolve(by(out)).getResult().get(0).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
            assertThat(bench().found(criteria -> {})).doesNotContain(out.registerId());
            assertThat(bench().toldAbout()).doesNotContain(out.registerId());
        }
    }
}
