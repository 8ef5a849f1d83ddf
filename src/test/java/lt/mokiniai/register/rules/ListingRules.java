package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Bench.assertRefused;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.bench.TestPseudonyms;
import lt.mokiniai.wsdl.students.FindStudentsResponse;
import lt.mokiniai.wsdl.types.Student;
import org.junit.jupiter.api.Test;

/** In which order students are listed, and to whom the token of a next page belongs (docs/register.md,
 * 'findStudents'). */
public interface ListingRules {

    String STATISTICS = "MR-2026-907";
    String RESEARCH = "MR-2026-908";

    Bench bench();

    @Test
    default void listsByPseudonymInTheOrderOfThePseudonyms() {
        List<String> recorded = students(60);

        assertThat(listed(STATISTICS, 7)).isEqualTo(sorted(recorded, STATISTICS));
        assertThat(listed(STATISTICS, 60)).isEqualTo(sorted(recorded, STATISTICS));
        assertThat(listed(RESEARCH, 7)).isEqualTo(sorted(recorded, RESEARCH));
    }

    @Test
    default void anOrderByPseudonymTellsNothingOfTheInternalOrderNorOfAnotherContracts() {
        List<String> recorded = students(300);
        List<String> statistics = listed(STATISTICS, 100);
        List<String> research = listed(RESEARCH, 100);

        assertThat(Math.abs(correlation(recorded, statistics))).isLessThan(0.3);
        assertThat(Math.abs(correlation(recorded, research))).isLessThan(0.3);
        assertThat(Math.abs(correlation(statistics, research))).isLessThan(0.3);
    }

    @Test
    default void aClassIsListedInTheOrderOfThePseudonymsToo() {
        List<String> recorded = IntStream.range(0, 30)
                .mapToObj(i -> bench().has(aPerson().studying(at(SCHOOL).className("8A")))
                        .registerId())
                .toList();

        bench().within(everything().byPseudonymOf(STATISTICS));
        assertThat(bench().roster(SCHOOL, "8A").getStudent())
                .extracting(entry -> entry.getIdentity().getRegisterId())
                .isEqualTo(sorted(recorded, STATISTICS));
        bench().within(everything());
        assertThat(bench().roster(SCHOOL, "8A").getStudent())
                .extracting(entry -> entry.getIdentity().getRegisterId())
                .isEqualTo(recorded);
    }

    @Test
    default void aPageByPseudonymLeavesOutWhoIsNotFoundAnyMore() {
        List<String> order = sorted(students(9), STATISTICS);
        bench().within(everything().byPseudonymOf(STATISTICS).livingIn(KAUNAS));
        FindStudentsResponse first = page(null, 3);

        bench().restrict(order.get(4));

        assertThat(Bench.registerIds(first)).isEqualTo(order.subList(0, 3));
        assertThat(Bench.registerIds(page(first.getNextPageToken(), 3)))
                .containsExactly(order.get(3), order.get(5), order.get(6));
    }

    @Test
    default void aPageByPseudonymKeepsToTheMomentOfTheFirst() {
        List<String> order = sorted(students(6), STATISTICS);
        bench().within(everything().byPseudonymOf(STATISTICS));
        FindStudentsResponse first = page(null, 2);

        bench().clock().set(noon(TODAY).plusSeconds(60));
        IntStream.range(0, 6)
                .forEach(i -> bench().has(aPerson()
                        .livingIn(KAUNAS)
                        .recordedAt(noon(TODAY).plusSeconds(30))));

        assertThat(Bench.registerIds(page(first.getNextPageToken(), 100))).isEqualTo(order.subList(2, 6));
    }

    /** The order that is kept is that of one question at one moment: another list of the contract has another. */
    @Test
    default void aListByPseudonymGoesOnAsItBeganWhateverIsListedMeanwhile() {
        List<String> order = sorted(
                IntStream.range(0, 6)
                        .mapToObj(i -> bench().has(aPerson()
                                .livingIn(KAUNAS)
                                .believed(
                                        noon(TODAY).minusSeconds(60),
                                        noon(TODAY).plusSeconds(30))))
                        .map(StoredStudent::registerId)
                        .toList(),
                STATISTICS);
        bench().within(everything().byPseudonymOf(STATISTICS).livingIn(KAUNAS));
        String token = page(null, 2).getNextPageToken();

        assertThat(bench().found(criteria -> criteria.setMunicipality(VILNIUS))).isEmpty();
        assertThat(Bench.registerIds(page(token, 2))).isEqualTo(order.subList(2, 4));

        bench().clock().set(noon(TODAY).plusSeconds(60));
        assertThat(page(null, 2).getStudent()).isEmpty();
        assertThat(Bench.registerIds(page(token, 100))).isEqualTo(order.subList(2, 6));
    }

    @Test
    default void theOrderOfAllIsReadForTheFirstPageAlone() {
        students(6);
        bench().within(everything().byPseudonymOf(STATISTICS));
        bench().sql().recent();
        FindStudentsResponse first = page(null, 2);
        int forTheFirst = bench().sql().recent().size();

        page(first.getNextPageToken(), 2);

        assertThat(bench().sql().recent()).hasSize(forTheFirst - 1);
    }

    @Test
    default void aTokenOpensForWhomItWasGivenAlone() {
        students(4);
        String owner = "190000951|MR-2026-907|1|students/v1/findStudents";
        bench().within(everything().byPseudonymOf(STATISTICS).boundTo(owner));
        String token = page(null, 2).getNextPageToken();
        assertThat(page(token, 2).getStudent()).hasSize(2);

        for (String other : List.of(
                "190000969|MR-2026-907|1|students/v1/findStudents",
                "190000951|MR-2026-908|1|students/v1/findStudents",
                "190000951|MR-2026-907|2|students/v1/findStudents",
                "190000951|MR-2026-907|1|students/v1/listStudents")) {
            bench().within(everything().byPseudonymOf(STATISTICS).boundTo(other));
            assertRefused(ExchangeError.PAGE_TOKEN, "pageToken", () -> page(token, 2));
        }
    }

    @Test
    default void aTokenOfWhichOneCharacterIsAnotherDoesNotOpen() {
        students(2);
        String token = page(null, 1).getNextPageToken();

        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'B', 'Q', 'g', '_'}) {
                if (token.charAt(i) != other) {
                    String changed = token.substring(0, i) + other + token.substring(i + 1);
                    assertRefused(ExchangeError.PAGE_TOKEN, "pageToken", () -> page(changed, 1));
                }
            }
        }
        assertRefused(ExchangeError.PAGE_TOKEN, "pageToken", () -> page(token.substring(1), 1));
        assertRefused(ExchangeError.PAGE_TOKEN, "pageToken", () -> page(token + "A", 1));
    }

    @Test
    default void aTokenOfOneOrderIsAsLongAsOneOfTheOther() {
        students(2);
        int named = page(null, 1).getNextPageToken().length();
        bench().within(everything().byPseudonymOf(STATISTICS));

        assertThat(page(null, 1).getNextPageToken()).hasSize(named);
    }

    @Test
    default void aTokenOfAnotherSearchByPseudonymDoesNotOpen() {
        students(2);
        bench().within(everything().byPseudonymOf(STATISTICS));
        String token = page(null, 1).getNextPageToken();

        assertRefused(
                ExchangeError.PAGE_TOKEN,
                "pageToken",
                () -> bench().find(
                                criteria -> criteria.setMunicipality(VILNIUS), request -> request.setPageToken(token)));
    }

    private List<String> students(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> bench().has(aPerson().livingIn(KAUNAS)).registerId())
                .toList();
    }

    /** All whom a contract lists, page by page, by register id. */
    private List<String> listed(String contract, int size) {
        bench().within(everything().byPseudonymOf(contract));
        List<String> all = new ArrayList<>();
        String token = null;
        do {
            FindStudentsResponse page = page(token, size);
            page.getStudent().stream().map(Student::getIdentity).forEach(identity -> {
                assertThat(identity.getPseudonym())
                        .isEqualTo(new TestPseudonyms(contract).of(identity.getRegisterId()));
                all.add(identity.getRegisterId());
            });
            // Pages that begin again would have no end.
            assertThat(all).doesNotHaveDuplicates();
            token = page.getNextPageToken();
        } while (token != null);
        return all;
    }

    private FindStudentsResponse page(String token, int size) {
        return bench().find(criteria -> {}, request -> {
            request.setPageSize(size);
            request.setPageToken(token);
        });
    }

    private static List<String> sorted(List<String> registerIds, String contract) {
        return registerIds.stream()
                .sorted(Comparator.comparing(new TestPseudonyms(contract)::of))
                .toList();
    }

    /** Spearman's coefficient of two orders of the same students. */
    private static double correlation(List<String> one, List<String> other) {
        assertThat(other).containsExactlyInAnyOrderElementsOf(one);
        double n = one.size();
        double squares = one.stream()
                .mapToDouble(student -> one.indexOf(student) - other.indexOf(student))
                .map(difference -> difference * difference)
                .sum();
        return 1 - 6 * squares / (n * (n * n - 1));
    }
}
