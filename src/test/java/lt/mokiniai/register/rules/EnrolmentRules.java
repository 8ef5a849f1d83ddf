package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.learnsAnywhere;
import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.CLOSED_SCHOOL;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.MUSIC_UNIT;
import static lt.mokiniai.register.bench.Reference.PRIVATE_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.TEACHER;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.GetEnrolmentsResponse;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.types.CameFrom;
import lt.mokiniai.wsdl.types.Confirmation;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Interruption;
import lt.mokiniai.wsdl.types.LeftTo;
import lt.mokiniai.wsdl.types.Movement;
import lt.mokiniai.wsdl.types.Stage;
import org.junit.jupiter.api.Test;

/** A student's enrolments (docs/register.md, 'Enrolment'). */
public interface EnrolmentRules {

    Bench bench();

    LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    @Test
    default void saysWhetherThereIsMoreAndGoesOnWhereItStopped() {
        PersonBuilder person = aPerson();
        for (int i = 0; i < 203; i++) {
            person.studying(at(SCHOOL).from(SEPTEMBER.plusDays(i % 7)));
        }
        StoredStudent student = bench().has(person);

        GetEnrolmentsResponse first = bench().enrolments(by(student));
        GetEnrolmentsResponse second = bench().enrolments(by(student), request -> request.setSkip(200));

        assertThat(first.isMore()).isTrue();
        assertThat(second.isMore()).isFalse();
        assertThat(first.getEnrolment()).hasSize(200);
        assertThat(Stream.concat(first.getEnrolment().stream(), second.getEnrolment().stream())
                        .map(Enrolment::getEnrolmentId))
                .hasSize(203)
                .doesNotHaveDuplicates();
        assertThat(bench().enrolments(by(student), request -> {
                            request.setPeriod(period(SEPTEMBER, TODAY));
                            request.setKnownAt(first.getKnownAt());
                            request.setSkip(200);
                        })
                        .getEnrolment())
                .hasSize(3);
        assertThat(bench().enrolments(by(student), request -> request.setSkip(203))
                        .getEnrolment())
                .isEmpty();
    }

    @Test
    default void showsSeveralEnrolmentsAtOnceInTheOrderOfTime() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(MUSIC_SCHOOL).programme(MUSIC).from(SEPTEMBER.plusDays(9)))
                .studying(at(SCHOOL).from(SEPTEMBER)));

        GetEnrolmentsResponse answer = bench().enrolments(by(student));

        assertThat(answer.getEnrolment())
                .extracting(enrolment -> enrolment.getInstitution().getCode())
                .containsExactly(SCHOOL, MUSIC_SCHOOL);
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
    }

    @Test
    default void showsOnADayOnlyWhatIsCurrentOnIt() {
        EnrolmentBuilder enrolment = at(SCHOOL)
                .level(7)
                .to(SEPTEMBER.minusDays(1))
                .then()
                .level(8)
                .from(SEPTEMBER)
                .to(TODAY);
        StoredStudent student = bench().has(aPerson().studying(enrolment));

        assertThat(levels(student, SEPTEMBER.minusDays(1))).containsExactly(7);
        assertThat(levels(student, SEPTEMBER)).containsExactly(8);
        assertThat(levels(student, TODAY)).containsExactly(8);
        assertThat(levels(student, TODAY.plusDays(1))).isEmpty();
        assertThat(bench().enrolments(by(student)).getEnrolment().get(0).getEnrolmentId())
                .isEqualTo(enrolment.enrolmentId());
    }

    @Test
    default void showsInAPeriodWhateverOverlapsIt() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .level(7)
                        .from(SEPTEMBER.minusYears(1))
                        .to(SEPTEMBER.minusDays(1))
                        .then()
                        .level(8)
                        .from(SEPTEMBER)
                        .to(null)));

        assertThat(levels(student, SEPTEMBER.minusDays(1), SEPTEMBER)).containsExactly(7, 8);
        assertThat(levels(student, SEPTEMBER, null)).containsExactly(8);
        assertThat(levels(student, SEPTEMBER.minusYears(2), SEPTEMBER.minusYears(1)))
                .containsExactly(7);
        assertThat(levels(
                        student,
                        SEPTEMBER.minusYears(2),
                        SEPTEMBER.minusYears(1).minusDays(1)))
                .isEmpty();
    }

    @Test
    default void looksForTheStudentInThePopulationOfThePeriodsLastDay() {
        StoredStudent student = bench().has(aPerson()
                .livingIn(VILNIUS)
                .to(SEPTEMBER.minusDays(1))
                .livingIn(KAUNAS)
                .from(SEPTEMBER)
                .studying(at(SCHOOL).level(7)));
        bench().within(everything().livingIn(VILNIUS));

        assertThat(levels(student, SEPTEMBER.minusDays(30), SEPTEMBER.minusDays(1)))
                .containsExactly(7);
        assertThat(levels(student, SEPTEMBER.minusDays(30), SEPTEMBER)).isEmpty();
    }

    @Test
    default void showsAnEnrolmentThatWasAMistakeOnlyAsKnownBefore() {
        StoredStudent student = bench().has(
                        aPerson().studying(at(SCHOOL).level(7).believed(noon(SEPTEMBER), noon(TODAY.minusDays(1)))));

        assertThat(levels(student, TODAY)).isEmpty();
        assertThat(bench().enrolments(by(student), request -> request.setKnownAt(noon(TODAY.minusDays(2))))
                        .getEnrolment())
                .hasSize(1);
    }

    @Test
    default void refusesADayAndAPeriodTogether() {
        StoredStudent student = bench().has(aPerson());

        assertRefused(
                ExchangeError.PERIOD,
                "period",
                () -> bench().enrolments(by(student), request -> {
                    request.setValidOn(TODAY);
                    request.setPeriod(period(SEPTEMBER, TODAY));
                }));
        assertRefused(
                ExchangeError.PERIOD,
                "period",
                () -> bench().enrolments(by(student), request -> request.setPeriod(period(TODAY, SEPTEMBER))));
    }

    @Test
    default void showsTheInterruptionsWithinTheDaysAskedAbout() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .interrupted(SEPTEMBER, SEPTEMBER.plusDays(5), "ILLNESS")
                        .interrupted(TODAY, null, "TRAVEL"))
                .studying(at(MUSIC_SCHOOL).from(SEPTEMBER.plusDays(1))));

        List<Enrolment> period = bench().enrolments(
                        by(student), request -> request.setPeriod(period(SEPTEMBER.plusDays(5), TODAY)))
                .getEnrolment();
        assertThat(period.get(0).getInterruption())
                .extracting(Interruption::getFrom, Interruption::getTo, Interruption::getReason)
                .containsExactly(tuple(SEPTEMBER, SEPTEMBER.plusDays(5), "ILLNESS"), tuple(TODAY, null, "TRAVEL"));
        assertThat(period.get(1).getInterruption()).isEmpty();
        assertThat(bench().enrolments(by(student)).getEnrolment().get(0).getInterruption())
                .extracting(Interruption::getReason)
                .containsExactly("TRAVEL");
    }

    @Test
    default void tellsSinceWhenUntilWhenAndUntilWhenExpectedWithoutTheIdentifier() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .from(SEPTEMBER.minusYears(2))
                        .to(SEPTEMBER.minusDays(1))
                        .with("expected_end", SEPTEMBER.plusYears(1))
                        .then()
                        .from(SEPTEMBER)
                        .to(TODAY.plusDays(9))
                        .interrupted(TODAY, null, "ILLNESS")));
        bench().within(everything()
                .showing(Set.of(
                        "enrolment/enrolledFrom",
                        "enrolment/enrolledTo",
                        "enrolment/expectedEnd",
                        "enrolment/interruption/from")));

        assertThat(bench().enrolments(by(student)).getEnrolment())
                .singleElement()
                .satisfies(enrolment -> {
                    assertThat(enrolment.getEnrolledFrom()).isEqualTo(SEPTEMBER.minusYears(2));
                    assertThat(enrolment.getEnrolledTo()).isEqualTo(TODAY.plusDays(9));
                    assertThat(enrolment.getExpectedEnd()).isEqualTo(SEPTEMBER.plusYears(1));
                    assertThat(enrolment.getInterruption())
                            .extracting(Interruption::getFrom)
                            .containsExactly(TODAY);
                    assertThat(enrolment.getStage()).isEmpty();
                });
    }

    @Test
    default void tellsOfFourEnrolmentsAtOnceEachByItself() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL).level(8).from(SEPTEMBER))
                .studying(at(MUSIC_SCHOOL).programme(MUSIC).level(null).from(SEPTEMBER.plusDays(1)))
                .studying(at(PRIVATE_SCHOOL).programme(MUSIC).level(null).from(SEPTEMBER.plusDays(2)))
                .studying(at(VILNIUS_SCHOOL).level(9).from(SEPTEMBER.plusDays(3))));

        assertThat(bench().enrolments(by(student)).getEnrolment())
                .hasSize(4)
                .allSatisfy(enrolment -> assertThat(enrolment.getStage()).hasSize(1));
        assertThat(bench().roster(SCHOOL, "8A").getStudent()).isEmpty();
    }

    @Test
    default void showsAnEnrolmentOnADayBeforeItsFirstStage() {
        LocalDate day = SEPTEMBER.plusDays(3);
        StoredStudent student =
                bench().has(aPerson().studying(at(SCHOOL).from(SEPTEMBER).stageFrom(day.plusDays(1))));

        assertThat(bench().enrolments(by(student), request -> request.setValidOn(day))
                        .getEnrolment())
                .singleElement()
                .satisfies(enrolment -> assertThat(enrolment.getStage()).isEmpty());
        assertThat(levels(student, SEPTEMBER.minusDays(1))).isEmpty();
    }

    @Test
    default void showsOnEitherSideOfATransferOneEnrolmentAndNoneInAGap() {
        LocalDate last = SEPTEMBER.plusDays(20);
        StoredStudent student = bench().has(aPerson()
                .studying(at(VILNIUS_SCHOOL).level(7).to(last))
                .studying(at(SCHOOL).level(8).from(last.plusDays(1)).to(last.plusDays(5)))
                .studying(at(VILNIUS_SCHOOL).level(9).from(last.plusDays(8)).to(null)));

        assertThat(levels(student, last)).containsExactly(7);
        assertThat(levels(student, last.plusDays(1))).containsExactly(8);
        assertThat(levels(student, last.plusDays(6))).isEmpty();
        assertThat(levels(student, LocalDate.of(2199, 12, 31))).containsExactly(9);
    }

    @Test
    default void saysOfAnEnrolmentWhereTheStudentCameFromAndWhereTheyLeftTo() {
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .cameFrom("LV")
                        .leftTo("PL")
                        .with("leaving_reason", "MOVED")
                        .to(SEPTEMBER.minusDays(1))
                        .then()
                        .from(SEPTEMBER)
                        .to(TODAY)));

        assertThat(bench().enrolments(by(student), request -> request.setPeriod(period(SEPTEMBER.minusYears(1), TODAY)))
                        .getEnrolment())
                .extracting(Enrolment::getMovement)
                .extracting(
                        movement -> movement.getCameFrom().getCountry(),
                        movement -> movement.getLeftTo().getCountry(),
                        Movement::getReason)
                .containsExactly(tuple("LV", "PL", "MOVED"));
    }

    @Test
    default void saysOfEveryInstitutionWhatItIsAndItsCode() {
        List<String> kinds = List.of("LEGAL_ENTITY", "UNIT", "NATURAL_PERSON", "OLD");
        List<String> codes = List.of(SCHOOL, MUSIC_UNIT, TEACHER, CLOSED_SCHOOL);
        for (int i = 0; i < codes.size(); i++) {
            StoredStudent student = bench().has(aPerson()
                    .studying(at(codes.get(i))
                            .cameFrom(codes.get(i))
                            .leftTo(codes.get(i))
                            .to(TODAY)));

            Enrolment enrolment = bench().enrolments(by(student)).getEnrolment().get(0);

            assertThat(enrolment.getInstitution().getKind()).isEqualTo(kinds.get(i));
            assertThat(enrolment.getInstitution().getCode()).isEqualTo(codes.get(i));
            assertThat(enrolment.getMovement().getCameFrom())
                    .extracting(CameFrom::getKind, CameFrom::getCode, CameFrom::getCountry)
                    .containsExactly(kinds.get(i), codes.get(i), null);
            assertThat(enrolment.getMovement().getLeftTo())
                    .extracting(LeftTo::getKind, LeftTo::getCode, LeftTo::getCountry)
                    .containsExactly(kinds.get(i), codes.get(i), null);
        }
    }

    @Test
    default void saysThatAnEnrolmentEndedAsLongAsItWasBelieved() {
        LocalDate ended = TODAY.minusDays(20);
        StoredStudent student = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .leftTo("PL")
                        .believed(noon(SEPTEMBER), noon(TODAY.minusDays(9)))
                        .then()
                        .to(ended)
                        .believed(noon(TODAY.minusDays(9)), noon(TODAY.minusDays(3)))
                        .then()
                        .to(null)
                        .believed(noon(TODAY.minusDays(3)), null)));

        Enrolment before = asKnown(student, ended, TODAY.minusDays(10));
        assertThat(before.getEnrolledTo()).isNull();
        assertThat(before.getMovement()).isNull();
        Enrolment wrongly = asKnown(student, ended, TODAY.minusDays(5));
        assertThat(wrongly.getEnrolledTo()).isEqualTo(ended);
        assertThat(wrongly.getMovement().getLeftTo().getCountry()).isEqualTo("PL");
        Enrolment now = asKnown(student, ended, TODAY);
        assertThat(now.getEnrolledTo()).isNull();
        assertThat(now.getMovement()).isNull();
        assertThat(bench().confirm(by(student), learnsAnywhere()).getAnswer()).isEqualTo(Confirmation.YES);
    }

    private Enrolment asKnown(StoredStudent student, LocalDate day, LocalDate known) {
        List<Enrolment> told = bench().enrolments(by(student), request -> {
                    request.setValidOn(day);
                    request.setKnownAt(noon(known));
                })
                .getEnrolment();
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private List<Integer> levels(StoredStudent student, LocalDate day) {
        return levels(bench().enrolments(by(student), request -> request.setValidOn(day)));
    }

    private List<Integer> levels(StoredStudent student, LocalDate from, LocalDate to) {
        return levels(bench().enrolments(by(student), request -> request.setPeriod(period(from, to))));
    }

    private static List<Integer> levels(GetEnrolmentsResponse answer) {
        return answer.getEnrolment().stream()
                .flatMap(enrolment -> enrolment.getStage().stream())
                .map(Stage::getClassLevel)
                .toList();
    }

    private static Period period(LocalDate from, LocalDate to) {
        Period period = new Period();
        period.setFrom(from);
        period.setTo(to);
        return period;
    }
}
