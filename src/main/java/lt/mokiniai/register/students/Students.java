package lt.mokiniai.register.students;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.ExchangeException;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.kernel.StudentPseudonyms;
import lt.mokiniai.register.history.AsOf;
import lt.mokiniai.register.history.Chunks;
import lt.mokiniai.register.history.Conditions;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.students.PersonKey.ByCode;
import lt.mokiniai.register.students.PersonKey.ByForeignerId;
import lt.mokiniai.register.students.PersonKey.ByNames;
import lt.mokiniai.register.students.PersonKey.ByRegisterId;
import lt.mokiniai.register.students.paging.Listed;
import lt.mokiniai.wsdl.types.PersonSelector;
import org.hibernate.jpa.HibernateHints;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The students, found within a scope. */
@Repository
public class Students {

    private static final String COLUMNS = ", p.id, p.registerId, " + PopulationRule.withheld();

    private static final int ROWS_AT_ONCE = 1000;

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final PopulationRule population;

    Students(EntityManager entities, PlatformTransactionManager transactions, PopulationRule population) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.population = population;
    }

    /**
     * Looks up one person.
     *
     * @throws ExchangeException {@code MR-401} when a personal code is not valid
     */
    public Lookup find(PersonSelector selector, AsOf asOf, Scope scope) {
        PersonKey key = PersonKey.of(selector);
        if (key instanceof ByCode byCode && !byCode.isValid()) {
            throw ExchangeException.of(ExchangeError.PERSONAL_CODE).at("person/personalCode");
        }
        return findAll(List.of(key), asOf, scope).get(0);
    }

    /** Looks up persons: gives one result for each key, in its order; a code that is not valid is its key's result. */
    List<Lookup> findAll(List<PersonKey> keys, AsOf asOf, Scope scope) {
        scope.asksAbout((int) keys.stream()
                .filter(key -> !(key instanceof ByCode code) || code.isValid())
                .distinct()
                .count());
        Conditions within = population.within(scope, asOf);
        Map<String, List<FoundPerson>> byId = byRegisterId(keys, within);
        Map<String, List<FoundPerson>> byCode = byCode(keys, within);
        return keys.stream().map(key -> lookup(key, byId, byCode, within)).toList();
    }

    private Lookup lookup(
            PersonKey key,
            Map<String, List<FoundPerson>> byId,
            Map<String, List<FoundPerson>> byCode,
            Conditions within) {
        if (key instanceof ByRegisterId id) {
            return Lookup.of(byId.getOrDefault(id.registerId(), List.of()));
        }
        if (key instanceof ByCode code) {
            return code.isValid() ? Lookup.of(byCode.getOrDefault(code.code(), List.of())) : Lookup.invalid();
        }
        return Lookup.of(
                key instanceof ByForeignerId foreigner
                        ? byForeignerId(foreigner, within)
                        : byNames((ByNames) key, within));
    }

    /**
     * Gives the next students in the order of the register's internal numbers.
     *
     * @param conditions what they must fulfil, begun by {@link PopulationRule#within}
     * @param after the number after which the page begins
     * @param size how many at the most
     */
    List<FoundPerson> page(Conditions conditions, long after, int size) {
        return conditions
                .copy()
                .and("p.id > :after", "after", after)
                .query(entities, "select p.id" + COLUMNS + " from Person p", "order by p.id")
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(Students::person)
                .toList();
    }

    /**
     * Gives where each student stands among all by pseudonym, in that order.
     *
     * @param conditions what they must fulfil, begun by {@link PopulationRule#within}
     */
    List<Listed> byPseudonym(Conditions conditions, StudentPseudonyms pseudonyms) {
        // Rows come a part at a time within a transaction alone: that of the exchange, where there is one.
        return Objects.requireNonNull(transaction.execute(status -> conditions
                .query(entities, "select p.id, p.registerId from Person p", "")
                .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_ONCE)
                .getResultStream()
                .map(row -> new Listed(pseudonyms.rank((String) row[1]), (Long) row[0]))
                .sorted()
                .toList()));
    }

    /**
     * Gives those of some students who fulfil conditions still, in the order that they are given in.
     *
     * @param ids internal numbers, no more than a database takes in one list
     */
    List<FoundPerson> among(List<Long> ids, Conditions conditions) {
        Map<Long, FoundPerson> found = new HashMap<>();
        conditions
                .copy()
                .and("p.id in :ids", "ids", ids)
                .query(entities, "select p.id" + COLUMNS + " from Person p", "")
                .getResultList()
                .forEach(row -> found.put((Long) row[1], person(row)));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Map<String, List<FoundPerson>> byRegisterId(List<PersonKey> keys, Conditions within) {
        Set<String> ids = Set.copyOf(keys.stream()
                .filter(ByRegisterId.class::isInstance)
                .map(key -> ((ByRegisterId) key).registerId())
                .toList());
        return grouped("select p.registerId" + COLUMNS + " from Person p", "p.registerId in :keys", ids, within);
    }

    /** A code that a person had on any day finds them on every day; one that was written down by mistake does not. */
    private Map<String, List<FoundPerson>> byCode(List<PersonKey> keys, Conditions within) {
        Set<String> codes = Set.copyOf(keys.stream()
                .filter(key -> key instanceof ByCode code && code.isValid())
                .map(key -> ((ByCode) key).code())
                .toList());
        return grouped(
                "select distinct i.personalCode" + COLUMNS
                        + " from PersonIdentity i join Person p on p.id = i.personId",
                "i.personalCode in :keys and " + Fact.believed("i", "knownAt") + " and "
                        + PopulationRule.ofTodayWhereWithheld("i"),
                codes,
                within);
    }

    private List<FoundPerson> byForeignerId(ByForeignerId key, Conditions within) {
        return identified(within.copy()
                .and("i.foreignerId = :foreignerId", "foreignerId", key.foreignerId())
                .with("birthDate", key.birthDate()));
    }

    private List<FoundPerson> byNames(ByNames key, Conditions within) {
        return identified(within.copy()
                .and("i.personalCode is null and i.nameKey = :nameKey", "nameKey", key.nameKey())
                .with("birthDate", key.birthDate()));
    }

    private List<FoundPerson> identified(Conditions conditions) {
        return conditions
                .and("i.birthDate = :birthDate and " + Fact.holds("i"))
                .and(PopulationRule.ofTodayWhereWithheld("i"))
                .query(
                        entities,
                        "select distinct i.birthDate" + COLUMNS
                                + " from PersonIdentity i join Person p on p.id = i.personId",
                        "")
                .getResultList()
                .stream()
                .map(Students::person)
                .toList();
    }

    private Map<String, List<FoundPerson>> grouped(
            String head, String condition, Collection<String> keys, Conditions within) {
        Map<String, List<FoundPerson>> found = new HashMap<>();
        Chunks.of(keys)
                .forEach(chunk -> within.copy()
                        .and(condition, "keys", chunk)
                        .query(entities, head, "")
                        .getResultList()
                        .forEach(row -> found.computeIfAbsent((String) row[0], absent -> new ArrayList<>())
                                .add(person(row))));
        return found;
    }

    private static FoundPerson person(Object[] row) {
        return new FoundPerson((Long) row[1], (String) row[2], (Boolean) row[3]);
    }
}
