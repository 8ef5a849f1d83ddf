package lt.mokiniai.register.students;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.students.paging.Listed;
import lt.mokiniai.register.students.paging.PageTokens;
import lt.mokiniai.register.students.paging.Place;
import lt.mokiniai.register.students.paging.PseudonymOrders;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.students.FindCriteria;
import lt.mokiniai.wsdl.students.FindStudents;
import org.springframework.stereotype.Component;

/** Searches among the students of a scope, in pages. */
@Component
class StudentSearch {

    private static final int USUAL_PAGE = 100;

    /**
     * One page.
     *
     * @param persons the students on it
     * @param nextToken the token of the next page, when there is one
     */
    record Page(List<FoundPerson> persons, Optional<String> nextToken) {}

    private final Students students;
    private final PopulationRule population;
    private final CodeLists codeLists;
    private final PageTokens tokens;
    private final PseudonymOrders orders;
    private final ReadTimes times;

    StudentSearch(
            Students students,
            PopulationRule population,
            CodeLists codeLists,
            PageTokens tokens,
            PseudonymOrders orders,
            ReadTimes times) {
        this.students = students;
        this.population = population;
        this.codeLists = codeLists;
        this.tokens = tokens;
        this.orders = orders;
        this.times = times;
    }

    /**
     * Gives where the asked page begins; empty for the first.
     *
     * @throws ExchangeException {@code MR-403} when the token does not open, {@code MR-404} when the contract does not reach back
     *     to when the list was begun
     */
    Optional<Place> place(FindStudents request, Scope scope) {
        if (request.getPageToken() == null) {
            return Optional.empty();
        }
        Place place = tokens.open(request.getPageToken(), boundTo(request, scope));
        // A list that was begun yesterday tells of yesterday.
        LocalDate today = times.today();
        scope.depth().require(place.validOn(), today, "pageToken");
        scope.depth().require(LocalDate.ofInstant(place.knownAt(), Dates.ZONE), today, "pageToken");
        return Optional.of(place);
    }

    /**
     * Gives a page.
     *
     * @throws ExchangeException {@code MR-402}, {@code MR-403} or {@code MR-407} for criteria that cannot be asked
     */
    Page page(FindStudents request, Optional<Place> place, AsOf asOf, Scope scope) {
        FindCriteria criteria = request.getCriteria();
        Study study = check(criteria, asOf);
        int size = request.getPageSize() == null ? Math.min(USUAL_PAGE, scope.largestBatch()) : request.getPageSize();
        scope.asksAbout(size);
        Listed after = place.map(Place::after).orElse(Listed.BEGINNING);
        Conditions conditions = conditions(criteria, study, asOf, scope);
        boolean byPseudonym = scope.listing().byPseudonym();
        List<FoundPerson> found = byPseudonym
                ? next(size + 1, order(request, place, asOf, scope, conditions), after, conditions)
                : students.page(conditions, after.id(), size + 1);
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        List<FoundPerson> shown = found.subList(0, size);
        FoundPerson last = shown.get(size - 1);
        long rank = byPseudonym ? scope.pseudonyms().rank(last.registerId()) : 0;
        Place next = new Place(new Listed(rank, last.id()), asOf.validOn(), asOf.knownAt());
        return new Page(shown, Optional.of(tokens.issue(next, boundTo(request, scope))));
    }

    /** Gives all whom the search finds, in the order of their pseudonyms: read for the first page, kept for the others. */
    private List<Listed> order(
            FindStudents request, Optional<Place> place, AsOf asOf, Scope scope, Conditions conditions) {
        String listing = String.join(
                "|",
                boundTo(request, scope),
                asOf.validOn().toString(),
                asOf.knownAt().toString());
        Supplier<List<Listed>> all = () -> students.byPseudonym(conditions, scope.pseudonyms());
        return place.isEmpty() ? orders.begin(listing, all) : orders.goOn(listing, all);
    }

    /** Gives the next students of an order; who was in it and is not found any more is left out. */
    private List<FoundPerson> next(int size, List<Listed> order, Listed after, Conditions conditions) {
        int place = Collections.binarySearch(order, after);
        Iterator<List<Listed>> chunks = Chunks.of(order.subList(place < 0 ? -place - 1 : place + 1, order.size()), size)
                .iterator();
        List<FoundPerson> found = new ArrayList<>();
        while (found.size() < size && chunks.hasNext()) {
            List<Long> ids = chunks.next().stream().map(Listed::id).toList();
            found.addAll(students.among(ids, conditions));
        }
        return found.subList(0, Math.min(size, found.size()));
    }

    /** Checks the criteria, and gives what they say of a study. */
    private Study check(FindCriteria criteria, AsOf asOf) {
        codeLists.check("MUNICIPALITY", criteria.getMunicipality(), asOf.validOn(), "criteria/municipality");
        codeLists.check("PROGRAMME_FAMILY", criteria.getProgrammeFamily(), asOf.validOn(), "criteria/programmeFamily");
        Set<InstitutionCode> institutions = institution(criteria).map(Set::of).orElse(Set.of());
        if (criteria.getBornFrom() != null
                && criteria.getBornTo() != null
                && criteria.getBornTo().isBefore(criteria.getBornFrom())) {
            throw ExchangeException.of(ExchangeError.PERIOD).at("criteria/bornTo");
        }
        return new Study(
                institutions,
                Set.of(),
                Set.of(),
                Set.of(),
                criteria.getProgrammeFamily() == null ? Set.of() : Set.of(criteria.getProgrammeFamily()),
                Optional.ofNullable(criteria.getClassLevel()).map(level -> new Range(level, level)));
    }

    private static Optional<InstitutionCode> institution(FindCriteria criteria) {
        return Optional.ofNullable(criteria.getInstitution())
                .map(asked -> CodeLists.institution(asked.getKind(), asked.getCode(), "criteria/institution"));
    }

    private Conditions conditions(FindCriteria criteria, Study study, AsOf asOf, Scope scope) {
        Conditions conditions = population.within(scope, asOf);
        if (criteria.getMunicipality() != null) {
            population.livesIn(conditions, Set.of(criteria.getMunicipality()), "livesIn");
        }
        population.study(conditions, study, "asked");
        if (criteria.getBornFrom() != null || criteria.getBornTo() != null) {
            born(conditions, criteria);
        }
        return conditions;
    }

    private static void born(Conditions conditions, FindCriteria criteria) {
        StringBuilder born = new StringBuilder("exists (select 1 from person_identity b where b.person_id = p.id and ");
        if (criteria.getBornFrom() != null) {
            born.append("b.birth_date >= :bornFrom and ");
            conditions.with("bornFrom", criteria.getBornFrom());
        }
        if (criteria.getBornTo() != null) {
            born.append("b.birth_date <= :bornTo and ");
            conditions.with("bornTo", criteria.getBornTo());
        }
        conditions.and(born.append(FactConditions.holds("b")).append(')').toString());
    }

    /** What a token is bound to: to whom it is given, and the criteria and the times as they were asked. */
    private static String boundTo(FindStudents request, Scope scope) {
        FindCriteria criteria = request.getCriteria();
        return Stream.of(
                        scope.listing().boundTo(),
                        criteria.getMunicipality(),
                        institution(criteria).map(InstitutionCode::value).orElse(""),
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
