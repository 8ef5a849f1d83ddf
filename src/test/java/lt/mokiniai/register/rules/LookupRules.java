package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.Asking.byForeignerId;
import static lt.mokiniai.register.bench.Asking.byNames;
import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.ResolveResult;
import lt.mokiniai.wsdl.students.ResolveStudentsResponse;
import lt.mokiniai.wsdl.types.Outcome;
import lt.mokiniai.wsdl.types.PersonSelector;
import org.junit.jupiter.api.Test;

/** By what a student is found, one or many (docs/register.md, 'Operations', 'Outcomes'). */
public interface LookupRules {

    Bench bench();

    LocalDate BORN = LocalDate.of(2013, 4, 7);

    @Test
    default void findsAStudentByRegisterId() {
        StoredStudent student = bench().has(aPerson().named("Jonas", "Petraitis"));

        GetStudentResponse answer = bench().student(by(student));

        assertThat(answer.getOutcome()).isEqualTo(Outcome.FOUND);
        assertThat(answer.getStudent().getIdentity().getGivenNames()).isEqualTo("Jonas");
        assertThat(answer.getValidOn()).isEqualTo(SettableClock.TODAY);
        assertThat(answer.getKnownAt()).isEqualTo(SettableClock.noon(SettableClock.TODAY));
    }

    @Test
    default void findsAStudentByPersonalCode() {
        String code = Numbers.personalCode();
        bench().has(aPerson());
        StoredStudent student = bench().has(aPerson().code(code));

        assertThat(idOf(bench().student(byCode(code)))).isEqualTo(student.registerId());
    }

    @Test
    default void findsAStudentByACodeThatWasChanged() {
        String before = Numbers.personalCode();
        String after = Numbers.personalCode();
        LocalDate changed = LocalDate.of(2025, 2, 1);
        StoredStudent student = bench().has(aPerson()
                .code(before)
                .to(changed.minusDays(1))
                .identifiedAgain()
                .code(after)
                .from(changed));

        assertThat(idOf(bench().student(byCode(before)))).isEqualTo(student.registerId());
        assertThat(idOf(bench().student(byCode(after)))).isEqualTo(student.registerId());
        assertThat(bench().student(byCode(before)).getStudent().getIdentity().getPersonalCode())
                .isEqualTo(after);
    }

    @Test
    default void findsAStudentOnceThoughTheCodeStandsInSeveralRows() {
        String code = Numbers.personalCode();
        LocalDate renamed = LocalDate.of(2025, 2, 1);
        StoredStudent student = bench().has(aPerson()
                .code(code)
                .to(renamed.minusDays(1))
                .identifiedAgain()
                .named("Ona", "Petraitė")
                .from(renamed));

        assertThat(idOf(bench().student(byCode(code)))).isEqualTo(student.registerId());
    }

    @Test
    default void doesNotFindAStudentByACodeThatWasAMistake() {
        String mistaken = Numbers.personalCode();
        bench().has(aPerson()
                .code(mistaken)
                .believed(SettableClock.noon(BORN), SettableClock.noon(LocalDate.of(2025, 2, 1)))
                .identifiedAgain()
                .code(Numbers.personalCode())
                .believed(SettableClock.noon(LocalDate.of(2025, 2, 1)), null));

        assertThat(bench().student(byCode(mistaken)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void findsAStudentByForeignerIdAndBirthDate() {
        StoredStudent student = bench().has(aPerson().foreignerId("ILTU-0042").bornOn(BORN));

        assertThat(idOf(bench().student(byForeignerId(BORN, "ILTU-0042")))).isEqualTo(student.registerId());
        assertThat(bench().student(byForeignerId(BORN.plusDays(1), "ILTU-0042")).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void findsAStudentWithoutCodeByNamesInAnyCaseAndSpacing() {
        StoredStudent student = bench().has(aPerson()
                .withoutCode()
                .named("Ona Marija", "Žukauskaitė-Šė")
                .bornOn(BORN));

        assertThat(idOf(bench().student(byNames(BORN, "  ona   MARIJA ", "žukauskaitė-šė"))))
                .isEqualTo(student.registerId());
        assertThat(bench().student(byNames(BORN, "Ona Marija", "Zukauskaite-Se"))
                        .getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void findsAStudentByNamesHoweverUnicodeWritesThem() {
        StoredStudent decomposed = bench().has(aPerson()
                .withoutCode()
                .named("Živilė\u00A0Ona", decomposed("Žukauskaitė"))
                .bornOn(BORN));
        StoredStudent composed =
                bench().has(aPerson().withoutCode().named("Šarūnas", "Šė").bornOn(BORN));

        GetStudentResponse found = bench().student(byNames(BORN, "Živilė Ona", "Žukauskaitė"));
        assertThat(idOf(found)).isEqualTo(decomposed.registerId());
        assertThat(found.getStudent().getIdentity().getFamilyName()).isEqualTo("Žukauskaitė");
        assertThat(idOf(bench().student(byNames(BORN, decomposed("živilė  ona"), decomposed("ŽUKAUSKAITĖ")))))
                .isEqualTo(decomposed.registerId());
        assertThat(idOf(bench().student(byNames(BORN, decomposed("Šarūnas") + "\u202F", decomposed("Šė")))))
                .isEqualTo(composed.registerId());
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    @Test
    default void doesNotFindByNamesAStudentWhoHasACode() {
        bench().has(aPerson().named("Ona", "Kazlauskė").bornOn(BORN));

        assertThat(bench().student(byNames(BORN, "Ona", "Kazlauskė")).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void saysAmbiguousAndShowsNobodyWhenNamesFitTwo() {
        bench().has(aPerson().withoutCode().bornOn(BORN));
        bench().has(aPerson().withoutCode().bornOn(BORN));

        GetStudentResponse answer = bench().student(byNames(BORN, "Ona", "Kazlauskė"));

        assertThat(answer.getOutcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(answer.getStudent()).isNull();
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void findsOneOfTwoHomonymsWhenTheOtherIsOutsideThePopulation() {
        StoredStudent inside = bench().has(aPerson().withoutCode().bornOn(BORN).citizenOf("LT"));
        bench().has(aPerson().withoutCode().bornOn(BORN).citizenOf("UA"));

        bench().within(everything().citizensOf("LT"));

        assertThat(idOf(bench().student(byNames(BORN, "Ona", "Kazlauskė")))).isEqualTo(inside.registerId());
    }

    @Test
    default void refusesACodeThatIsNotOne() {
        assertRefused(ExchangeError.PERSONAL_CODE, "person/personalCode", () -> bench().student(byCode("59101010001")));
    }

    @Test
    default void refusesABirthDateThatNoRegisterHas() {
        for (LocalDate day : List.of(Dates.FIRST.minusDays(1), Dates.LAST.plusDays(1), LocalDate.of(-4713, 1, 1))) {
            assertRefused(
                    ExchangeError.DATE_OUT_OF_RANGE,
                    "person/withoutCode/birthDate",
                    () -> bench().student(byNames(day, "Ona", "Kazlauskė")));
            assertRefused(
                    ExchangeError.DATE_OUT_OF_RANGE,
                    "person/withoutCode/birthDate",
                    () -> bench().student(byForeignerId(day, "ILTU-0042")));
        }
        assertThat(bench().student(byNames(Dates.FIRST, "Ona", "Kazlauskė")).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().student(byNames(Dates.LAST, "Ona", "Kazlauskė")).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void answersTheOthersOfABatchWhereOneIsInvalid() {
        StoredStudent student = bench().has(aPerson());

        assertThat(bench().resolve(
                                byNames(LocalDate.of(1799, 12, 31), "Ona", "Kazlauskė"),
                                by(student),
                                byForeignerId(LocalDate.of(9999, 12, 31), "ILTU-0042"))
                        .getResult())
                .extracting(ResolveResult::getOutcome)
                .containsExactly(Outcome.INVALID, Outcome.FOUND, Outcome.INVALID);
    }

    @Test
    default void answersABatchInItsOrderAndDropsNone() {
        String code = Numbers.personalCode();
        StoredStudent coded = bench().has(aPerson().code(code));
        StoredStudent foreigner = bench().has(aPerson().foreignerId("ILTU-0042").bornOn(BORN));
        StoredStudent named =
                bench().has(aPerson().withoutCode().named("Jonas", "Petraitis").bornOn(BORN));
        bench().has(aPerson().withoutCode().bornOn(BORN));
        bench().has(aPerson().withoutCode().bornOn(BORN));

        ResolveStudentsResponse answer = bench().resolve(
                        byNames(BORN, "JONAS", "petraitis"),
                        byCode("not a code"),
                        by(coded),
                        byNames(BORN, "Ona", "Kazlauskė"),
                        byForeignerId(BORN, "ILTU-0042"),
                        byRegisterId("ZZZZZZZZZZZZZZZZ"),
                        byCode(code),
                        by(coded));

        assertThat(answer.getResult())
                .extracting(ResolveResult::getOutcome)
                .containsExactly(
                        Outcome.FOUND,
                        Outcome.INVALID,
                        Outcome.FOUND,
                        Outcome.AMBIGUOUS,
                        Outcome.FOUND,
                        Outcome.NOT_FOUND,
                        Outcome.FOUND,
                        Outcome.FOUND);
        assertThat(answer.getResult())
                .extracting(ResolveResult::getReference)
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(answer.getResult())
                .extracting(result -> result.getStudent() == null
                        ? null
                        : result.getStudent().getIdentity().getRegisterId())
                .containsExactly(
                        named.registerId(),
                        null,
                        coded.registerId(),
                        null,
                        foreigner.registerId(),
                        null,
                        coded.registerId(),
                        coded.registerId());
        assertThat(bench().toldAbout())
                .containsExactlyInAnyOrder(named.registerId(), coded.registerId(), foreigner.registerId());
    }

    @Test
    default void answersABatchOfAThousand() {
        List<PersonSelector> asked = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            if (i % 2 == 0) {
                String code = Numbers.personalCode();
                expected.add(i % 20 == 0 ? bench().has(aPerson().code(code)).registerId() : "");
                asked.add(byCode(code));
            } else {
                StoredStudent student = i % 21 == 0 ? bench().has(aPerson()) : null;
                expected.add(student == null ? "" : student.registerId());
                asked.add(byRegisterId(student == null ? Numbers.registerId() : student.registerId()));
            }
        }

        assertThat(bench().resolve(asked).getResult())
                .extracting(result -> result.getStudent() == null
                        ? ""
                        : result.getStudent().getIdentity().getRegisterId())
                .containsExactlyElementsOf(expected);
    }

    private static String idOf(GetStudentResponse answer) {
        assertThat(answer.getOutcome()).isEqualTo(Outcome.FOUND);
        return answer.getStudent().getIdentity().getRegisterId();
    }
}
