package lt.mokiniai.student;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.fact.AsOf;
import lt.mokiniai.fact.Conditions;
import lt.mokiniai.fact.Fact;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Range;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.reference.CodeLists;
import lt.mokiniai.student.PageTokens.Place;
import lt.mokiniai.student.Studies.Study;
import lt.mokiniai.wsdl.students.FindCriteria;
import lt.mokiniai.wsdl.students.FindStudents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches among the pupils of a scope, in pages. */
@Component
class StudentSearch {

    private static final int USUAL_PAGE = 100;

    /**
     * One page.
     *
     * @param persons the pupils on it
     * @param nextToken the token of the next page, when there is one
     */
    record Page(List<FoundPerson> persons, Optional<String> nextToken) {}

    private final Students students;
    private final PopulationRule population;
    private final CodeLists codeLists;
    private final PageTokens tokens;

    StudentSearch(Students students, PopulationRule population, CodeLists codeLists, PageTokens tokens) {
        this.students = students;
        this.population = population;
        this.codeLists = codeLists;
        this.tokens = tokens;
    }

    /** Gives where the asked page begins; empty for the first. */
    Optional<Place> place(FindStudents request) {
        return Optional.ofNullable(request.getPageToken()).map(token -> tokens.open(token, searchOf(request)));
    }

    /**
     * Gives a page.
     *
     * @throws Refusal {@code MR-402}, {@code MR-403}, {@code MR-405} or {@code MR-407} for criteria that cannot be asked
     */
    Page page(FindStudents request, Optional<Place> place, AsOf asOf, Scope scope) {
        FindCriteria criteria = request.getCriteria();
        check(criteria, asOf);
        int size = size(request.getPageSize(), scope);
        scope.asksAbout(size);
        List<FoundPerson> found = students.page(
                conditions(criteria, asOf, scope), place.map(Place::after).orElse(0L), size + 1);
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        List<FoundPerson> shown = found.subList(0, size);
        Place next = new Place(shown.get(size - 1).id(), asOf.validOn(), asOf.knownAt());
        return new Page(shown, Optional.of(tokens.issue(next, searchOf(request))));
    }

    private void check(FindCriteria criteria, AsOf asOf) {
        codeLists.check("MUNICIPALITY", criteria.getMunicipality(), asOf.validOn(), "criteria/municipality");
        codeLists.check("PROGRAMME_FAMILY", criteria.getProgrammeFamily(), asOf.validOn(), "criteria/programmeFamily");
        CodeLists.checkInstitution(criteria.getInstitution(), "criteria/institution");
        if (criteria.getBornFrom() != null
                && criteria.getBornTo() != null
                && criteria.getBornTo().isBefore(criteria.getBornFrom())) {
            throw Refusal.of(ExchangeError.PERIOD).at("criteria/bornTo");
        }
    }

    private static int size(@Nullable Integer asked, Scope scope) {
        if (asked == null) {
            return Math.min(USUAL_PAGE, scope.largestBatch());
        }
        if (asked > scope.largestBatch()) {
            throw Refusal.of(ExchangeError.BATCH_TOO_LARGE)
                    .naming(String.valueOf(scope.largestBatch()))
                    .at("pageSize");
        }
        return asked;
    }

    private Conditions conditions(FindCriteria criteria, AsOf asOf, Scope scope) {
        Conditions conditions = population.within(scope, asOf);
        if (criteria.getMunicipality() != null) {
            population.livesIn(conditions, Set.of(criteria.getMunicipality()), "livesIn");
        }
        population.study(conditions, studyOf(criteria), "asked");
        if (criteria.getBornFrom() != null || criteria.getBornTo() != null) {
            born(conditions, criteria);
        }
        return conditions;
    }

    private static Study studyOf(FindCriteria criteria) {
        return new Study(
                setOf(criteria.getInstitution()),
                Set.of(),
                setOf(criteria.getProgrammeFamily()),
                Optional.ofNullable(criteria.getClassLevel()).map(level -> new Range(level, level)));
    }

    private static void born(Conditions conditions, FindCriteria criteria) {
        StringBuilder born = new StringBuilder("exists (select 1 from PersonIdentity b where b.personId = p.id and ");
        if (criteria.getBornFrom() != null) {
            born.append("b.birthDate >= :bornFrom and ");
            conditions.with("bornFrom", criteria.getBornFrom());
        }
        if (criteria.getBornTo() != null) {
            born.append("b.birthDate <= :bornTo and ");
            conditions.with("bornTo", criteria.getBornTo());
        }
        conditions.and(born.append(Fact.holds("b")).append(')').toString());
    }

    private static Set<String> setOf(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    /** What a token is bound to: the criteria and the times as they were asked. */
    private static String searchOf(FindStudents request) {
        FindCriteria criteria = request.getCriteria();
        return Stream.of(
                        criteria.getMunicipality(),
                        criteria.getInstitution(),
                        criteria.getProgrammeFamily(),
                        criteria.getClassLevel(),
                        criteria.getBornFrom(),
                        criteria.getBornTo(),
                        request.getValidOn(),
                        request.getKnownAt())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }
}
