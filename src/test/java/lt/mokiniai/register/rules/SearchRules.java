package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.institution;
import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.MUSIC_UNIT;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.SECONDARY;
import static lt.mokiniai.register.bench.Reference.TEACHER;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.wsdl.students.FindCriteria;
import lt.mokiniai.wsdl.students.FindStudentsResponse;
import org.junit.jupiter.api.Test;

/** The search among a contract's students, and its pages (docs/register.md, 'findStudents'). */
public interface SearchRules {

    Bench bench();

    @Test
    default void searchesByMunicipality() {
        finds(
                criteria -> criteria.setMunicipality(KAUNAS),
                aPerson().livingIn(KAUNAS),
                aPerson().livingIn(VILNIUS));
    }

    @Test
    default void searchesByInstitution() {
        finds(
                criteria -> criteria.setInstitution(institution(SCHOOL)),
                aPerson().studying(at(SCHOOL)),
                aPerson().studying(at(VILNIUS_SCHOOL)));
    }

    @Test
    default void searchesByProgrammeFamily() {
        finds(
                criteria -> criteria.setProgrammeFamily("SECONDARY"),
                aPerson().studying(at(SCHOOL).programme(SECONDARY)),
                aPerson().studying(at(SCHOOL)));
    }

    @Test
    default void searchesByClassLevelZeroIncluded() {
        finds(
                criteria -> criteria.setClassLevel(0),
                aPerson().studying(at(SCHOOL).level(0)),
                aPerson().studying(at(SCHOOL).level(1)));
    }

    @Test
    default void searchesByTheClassLevelOfTheDay() {
        LocalDate september = LocalDate.of(2026, 9, 1);
        finds(
                criteria -> criteria.setClassLevel(8),
                aPerson()
                        .studying(at(SCHOOL)
                                .level(7)
                                .to(september.minusDays(1))
                                .then()
                                .level(8)
                                .from(september)
                                .to(null)),
                aPerson()
                        .studying(at(SCHOOL)
                                .level(8)
                                .to(september.minusDays(1))
                                .then()
                                .level(9)
                                .from(september)
                                .to(null)));
    }

    @Test
    default void searchesByBirthDateBothEndsIncluded() {
        LocalDate from = LocalDate.of(2012, 1, 1);
        LocalDate to = LocalDate.of(2012, 12, 31);
        Consumer<FindCriteria> year = criteria -> {
            criteria.setBornFrom(from);
            criteria.setBornTo(to);
        };
        finds(year, aPerson().bornOn(from), aPerson().bornOn(from.minusDays(1)));
        finds(year, aPerson().bornOn(to), aPerson().bornOn(to.plusDays(1)));
        finds(criteria -> criteria.setBornFrom(to.plusYears(3)), aPerson().bornOn(to.plusYears(3)), aPerson());
        finds(criteria -> criteria.setBornTo(from.minusYears(3)), aPerson().bornOn(from.minusYears(3)), aPerson());
    }

    @Test
    default void wantsAllCriteriaAndThoseOnAStudyOfOneEnrolment() {
        finds(
                criteria -> {
                    criteria.setInstitution(institution(SCHOOL));
                    criteria.setClassLevel(8);
                    criteria.setMunicipality(KAUNAS);
                },
                aPerson().livingIn(KAUNAS).studying(at(SCHOOL).level(8)),
                aPerson().livingIn(VILNIUS).studying(at(SCHOOL).level(8)),
                aPerson()
                        .livingIn(KAUNAS)
                        .studying(at(SCHOOL).level(7))
                        .studying(at(VILNIUS_SCHOOL).level(8)));
    }

    @Test
    default void searchesWithinThePopulationOnly() {
        bench().within(everything().livingIn(VILNIUS));

        finds(
                criteria -> criteria.setInstitution(institution(SCHOOL)),
                aPerson().livingIn(VILNIUS).studying(at(SCHOOL)),
                aPerson().livingIn(KAUNAS).studying(at(SCHOOL)));
    }

    @Test
    default void searchesAsItWasOnADayAsKnownThen() {
        String registerId =
                bench().has(aPerson().livingIn(KAUNAS).to(TODAY.minusDays(1))).registerId();

        assertThat(bench().found(criteria -> criteria.setMunicipality(KAUNAS))).isEmpty();
        assertThat(Bench.registerIds(bench().find(
                                criteria -> criteria.setMunicipality(KAUNAS),
                                request -> request.setValidOn(TODAY.minusDays(1)))))
                .containsExactly(registerId);
    }

    @Test
    default void pagesThroughAllWithoutDoubles() {
        List<String> all = IntStream.range(0, 11)
                .mapToObj(i -> bench().has(aPerson()).registerId())
                .toList();

        List<String> seen = new ArrayList<>();
        FindStudentsResponse page = page(null, 4);
        seen.addAll(Bench.registerIds(page));
        int pages = 1;
        while (page.getNextPageToken() != null) {
            page = page(page.getNextPageToken(), 4);
            seen.addAll(Bench.registerIds(page));
            pages++;
        }

        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    default void givesNoTokenWhenThePageIsExactlyFull() {
        IntStream.range(0, 4).forEach(i -> bench().has(aPerson()));

        assertThat(page(null, 4).getNextPageToken()).isNull();
        assertThat(page(null, 3).getNextPageToken()).matches("[0-9A-Za-z_\\-]{1,200}");
    }

    @Test
    default void keepsToTheMomentOfTheFirstPage() {
        String first = bench().has(aPerson().livingIn(KAUNAS)).registerId();
        String second = bench().has(aPerson().livingIn(KAUNAS)).registerId();
        FindStudentsResponse page = page(null, 1);

        bench().clock().set(noon(TODAY).plusSeconds(60));
        bench().has(aPerson().livingIn(KAUNAS).recordedAt(noon(TODAY).plusSeconds(30)));
        FindStudentsResponse next = page(page.getNextPageToken(), 500);

        assertThat(Bench.registerIds(page)).containsExactly(first);
        assertThat(Bench.registerIds(next)).containsExactly(second);
        assertThat(next.getKnownAt()).isEqualTo(noon(TODAY));
    }

    @Test
    default void refusesATokenOfAnotherSearch() {
        IntStream.range(0, 2).forEach(i -> bench().has(aPerson().livingIn(KAUNAS)));
        String token = page(null, 1).getNextPageToken();

        assertRefused(
                ExchangeError.PAGE_TOKEN,
                "pageToken",
                () -> bench().find(
                                criteria -> criteria.setMunicipality(VILNIUS), request -> request.setPageToken(token)));
    }

    @Test
    default void refusesATokenThatIsNotOneOfOurs() {
        IntStream.range(0, 2).forEach(i -> bench().has(aPerson()));
        String token = page(null, 1).getNextPageToken();
        char flipped = token.charAt(20) == 'A' ? 'B' : 'A';

        for (String wrong :
                List.of("A", "AAAAAAAAAAAAAAAAAAAA", "%", token.substring(0, 20) + flipped + token.substring(21))) {
            assertRefused(ExchangeError.PAGE_TOKEN, "pageToken", () -> page(wrong, 1));
        }
    }

    @Test
    default void goesOnWithNoListOfYesterdayWhereNoHistoryIsGranted() {
        IntStream.range(0, 2).forEach(i -> bench().has(aPerson()));
        bench().within(everything().back(Depth.CURRENT));
        String token = page(null, 1).getNextPageToken();

        assertThat(page(token, 1).getStudent()).hasSize(1);
        bench().clock().set(SettableClock.noon(TODAY.plusDays(1)));
        assertRefused(ExchangeError.OUT_OF_DEPTH, "pageToken", () -> page(token, 1));
    }

    @Test
    default void givesNoLargerPageThanTheContractAllowsWhereNoneIsAsked() {
        IntStream.range(0, 3).forEach(i -> bench().has(aPerson()));
        bench().within(everything().atMost(2));

        assertThat(bench().find(criteria -> {}).getStudent()).hasSize(2);
    }

    @Test
    default void refusesCodesThatTheListsDoNotHave() {
        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "criteria/municipality",
                () -> bench().find(criteria -> criteria.setMunicipality("00")));
        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "criteria/programmeFamily",
                () -> bench().find(criteria -> criteria.setProgrammeFamily("ALCHEMY")));
    }

    @Test
    default void takesACodeOnTheDaysOnWhichItIsValid() {
        LocalDate last = LocalDate.of(2020, 12, 31);
        Consumer<FindCriteria> abolished = criteria -> criteria.setMunicipality("98");

        assertThat(bench().find(abolished, request -> request.setValidOn(last)).getStudent())
                .isEmpty();
        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "criteria/municipality",
                () -> bench().find(abolished, request -> request.setValidOn(last.plusDays(1))));
    }

    @Test
    default void searchesByAPersonWhoTeachesIndividuallyAndByAUnit() {
        for (String code : List.of(TEACHER, MUSIC_UNIT)) {
            finds(
                    criteria -> criteria.setInstitution(institution(code)),
                    aPerson().studying(at(code)),
                    aPerson().studying(at(MUSIC_SCHOOL)));
        }
    }

    @Test
    default void refusesAnInstitutionCodeThatIsNotOne() {
        assertRefused(
                ExchangeError.INSTITUTION_CODE,
                "criteria/institution/code",
                () -> bench().find(criteria -> criteria.setInstitution(institution("LEGAL_ENTITY", "123456789"))));
        assertRefused(
                ExchangeError.INSTITUTION_CODE,
                "criteria/institution/code",
                () -> bench().find(criteria -> criteria.setInstitution(institution("NATURAL_PERSON", SCHOOL))));
        assertRefused(
                ExchangeError.UNKNOWN_CODE,
                "criteria/institution/kind",
                () -> bench().find(criteria -> criteria.setInstitution(institution("SCHOOL", SCHOOL))));
    }

    @Test
    default void refusesBirthDatesInTheWrongOrder() {
        assertRefused(
                ExchangeError.PERIOD,
                "criteria/bornTo",
                () -> bench().find(criteria -> {
                    criteria.setBornFrom(TODAY);
                    criteria.setBornTo(TODAY.minusDays(1));
                }));
    }

    private FindStudentsResponse page(String token, int size) {
        return bench().find(criteria -> {}, request -> {
            request.setPageSize(size);
            request.setPageToken(token);
        });
    }

    /** Asserts that a search finds one student and none of the others, and reports no other. */
    private void finds(Consumer<FindCriteria> criteria, PersonBuilder inside, PersonBuilder... outside) {
        List<String> others = Stream.of(outside)
                .map(person -> bench().has(person).registerId())
                .toList();
        String registerId = bench().has(inside).registerId();

        assertThat(bench().found(criteria)).contains(registerId).doesNotContainAnyElementsOf(others);
        assertThat(bench().toldAbout()).contains(registerId).doesNotContainAnyElementsOf(others);
    }
}
