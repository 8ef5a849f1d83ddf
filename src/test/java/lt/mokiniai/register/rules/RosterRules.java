package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.institution;
import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.MUSIC_UNIT;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.TEACHER;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.GetClassRosterResponse;
import lt.mokiniai.wsdl.types.Institution;
import org.junit.jupiter.api.Test;

/** The students of a class (docs/register.md, 'Enrolment'). */
public interface RosterRules {

    Bench bench();

    @Test
    default void listsTheStudentsOfAClass() {
        StoredStudent first = bench().has(aPerson().studying(at(SCHOOL).level(8).className("8A")));
        StoredStudent second =
                bench().has(aPerson().studying(at(SCHOOL).level(8).className("8A")));
        bench().has(aPerson().studying(at(SCHOOL).level(8).className("8B")));
        bench().has(aPerson().studying(at(VILNIUS_SCHOOL).level(8).className("8A")));
        bench().has(aPerson().studying(at(SCHOOL).level(8).className("8A").to(TODAY.minusDays(1))));

        GetClassRosterResponse roster = bench().roster(SCHOOL, "8A");

        assertThat(roster.getStudent())
                .extracting(entry -> entry.getIdentity().getRegisterId())
                .containsExactly(first.registerId(), second.registerId());
        assertThat(roster.getStudent())
                .allSatisfy(entry -> assertThat(
                                entry.getEnrolment().getStage().get(0).getClassName())
                        .isEqualTo("8A"));
        assertThat(bench().toldAbout()).containsExactlyInAnyOrder(first.registerId(), second.registerId());
    }

    @Test
    default void listsAClassOfTheLevelAskedFor() {
        bench().has(aPerson().studying(at(SCHOOL).level(8).className("A")));
        StoredStudent ninth = bench().has(aPerson().studying(at(SCHOOL).level(9).className("A")));

        assertThat(bench().roster(SCHOOL, "A").getStudent()).hasSize(2);
        assertThat(bench().roster(SCHOOL, "A", request -> request.setClassLevel(9))
                        .getStudent())
                .extracting(entry -> entry.getIdentity().getRegisterId())
                .containsExactly(ninth.registerId());
    }

    @Test
    default void listsAClassHoweverItsNameIsWritten() {
        String decomposed = Normalizer.normalize("8 Ąžuolų", Normalizer.Form.NFD);
        StoredStudent first = bench().has(aPerson().studying(at(SCHOOL).className("8 ąžuolų")));
        StoredStudent second = bench().has(aPerson().studying(at(SCHOOL).className(decomposed)));
        StoredStudent third = bench().has(aPerson().studying(at(SCHOOL).className("8\u00A0 ĄŽUOLŲ")));
        bench().has(aPerson().studying(at(SCHOOL).className("8 Azuolu")));

        for (String name : List.of("8 ąžuolų", "8 ĄŽUOLŲ", decomposed, " 8\u202F\u00A0ąžuolų ")) {
            GetClassRosterResponse roster = bench().roster(SCHOOL, name);
            assertThat(roster.getStudent())
                    .extracting(entry -> entry.getIdentity().getRegisterId())
                    .containsExactly(first.registerId(), second.registerId(), third.registerId());
            // It is shown as it was told, composed.
            assertThat(roster.getStudent()
                            .get(1)
                            .getEnrolment()
                            .getStage()
                            .get(0)
                            .getClassName())
                    .isEqualTo("8 Ąžuolų");
        }
    }

    @Test
    default void listsThoseOfAClassWhomTheContractReaches() {
        bench().has(aPerson().livingIn(VILNIUS).studying(at(SCHOOL).className("8A")));
        StoredStudent inside =
                bench().has(aPerson().livingIn(KAUNAS).studying(at(SCHOOL).className("8A")));
        bench().within(everything().livingIn(KAUNAS));

        assertThat(bench().roster(SCHOOL, "8A").getStudent())
                .extracting(entry -> entry.getIdentity().getRegisterId())
                .containsExactly(inside.registerId());
        assertThat(bench().toldAbout()).containsExactly(inside.registerId());
    }

    @Test
    default void refusesTheRosterOfAnInstitutionCodeThatIsNotOne() {
        Map<Institution, String> wrong = Map.of(
                institution("LEGAL_ENTITY", "123456789"), "code",
                institution("LEGAL_ENTITY", TEACHER), "code",
                institution("LEGAL_ENTITY", MUSIC_UNIT), "code",
                institution("UNIT", "123456789-1"), "code",
                institution("UNIT", MUSIC_SCHOOL + "-0"), "code",
                institution("NATURAL_PERSON", "39001010008"), "code",
                institution("OLD", SCHOOL), "code",
                institution("PERSON", TEACHER), "kind");
        wrong.forEach((institution, at) -> assertRefused(
                at.equals("kind") ? ExchangeError.UNKNOWN_CODE : ExchangeError.INSTITUTION_CODE,
                "institution/" + at,
                () -> bench().roster(SCHOOL, "8A", request -> request.setInstitution(institution))));
    }

    @Test
    default void refusesARosterThatIsLargerThanTheContractAllows() {
        bench().has(aPerson().studying(at(SCHOOL).className("8A")));
        bench().has(aPerson().studying(at(SCHOOL).className("8A")));
        bench().within(everything().atMost(2));
        assertThat(bench().roster(SCHOOL, "8A").getStudent()).hasSize(2);

        bench().within(everything().atMost(1));
        assertRefused(ExchangeError.BATCH_TOO_LARGE, "className", () -> bench().roster(SCHOOL, "8A"));
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void listsTheStudentsOfAPersonWhoTeachesIndividuallyAndOfAUnit() {
        for (String code : List.of(TEACHER, MUSIC_UNIT)) {
            StoredStudent student = bench().has(aPerson().studying(at(code).className("Smuikas")));
            bench().has(aPerson().studying(at(MUSIC_SCHOOL).className("Smuikas")));

            assertThat(bench().roster(code, "Smuikas").getStudent())
                    .extracting(entry -> entry.getIdentity().getRegisterId())
                    .containsExactly(student.registerId());
        }
    }
}
