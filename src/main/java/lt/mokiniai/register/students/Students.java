package lt.mokiniai.register.students;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.kernel.scope.StudentPseudonyms;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.students.PersonKey.ByCode;
import lt.mokiniai.register.students.PersonKey.ByForeignerId;
import lt.mokiniai.register.students.PersonKey.ByNames;
import lt.mokiniai.register.students.PersonKey.ByRegisterId;
import lt.mokiniai.register.students.PersonKey.Invalid;
import lt.mokiniai.register.students.paging.Listed;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.types.Outcome;
import lt.mokiniai.wsdl.types.PersonSelector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The students, found within a scope. */
@Repository
public class Students {

    private static final String IDENTITIES = "person_identity i join person p on p.id = i.person_id";

    private static final Column<PersonalCode> CODE =
            Column.string("i.personal_code").as(PersonalCode::new);

    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PopulationRule population;
    private final ReadTimes times;
    private final MergedStudents merged;

    Students(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PopulationRule population,
            ReadTimes times,
            MergedStudents merged) {
        this.merged = merged;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.population = population;
        this.times = times;
    }

    /**
     * Looks up one person.
     *
     * @throws ExchangeException {@code MR-401} when a personal code is not valid, {@code MR-409} when a birth date is not
     */
    public Lookup find(PersonSelector selector, AsOf asOf, Scope scope) {
        return findAll(List.of(keyOf(selector)), asOf, scope).get(0);
    }

    /**
     * Looks up one person of the register, whether or not the population of the scope holds them.
     *
     * @throws ExchangeException {@code MR-401} when a personal code is not valid, {@code MR-409} when a birth date is not
     */
    public Optional<FoundPerson> findAnybody(PersonSelector selector, Scope scope) {
        AsOf asOf = times.ofWrite();
        return found(keyOf(selector), population.anybody(scope, asOf), scope);
    }

    /**
     * Looks up one person of the register whom a school enrols: they need not be its student yet. By birth date and names, which
     * others may have too, it finds its own students alone: those whom it registered, and those who are enrolled with it, now or
     * later on.
     *
     * @throws ExchangeException {@code MR-401} when a personal code is not valid, {@code MR-409} when a birth date is not
     */
    public Optional<FoundPerson> findToEnrol(PersonSelector selector, Scope scope) {
        PersonKey key = keyOf(selector);
        AsOf asOf = times.ofWrite();
        return found(
                key, key instanceof ByNames ? population.own(scope, asOf) : population.anybody(scope, asOf), scope);
    }

    private Optional<FoundPerson> found(PersonKey key, Conditions within, Scope scope) {
        scope.asksAbout(1);
        return Lookup.of(found(List.of(key), within).getOrDefault(key, List.of()))
                .person();
    }

    private static PersonKey keyOf(PersonSelector selector) {
        PersonKey key = PersonKey.of(selector);
        if (key instanceof Invalid invalid) {
            throw ExchangeException.of(invalid.error()).at("person/" + invalid.path());
        }
        return key;
    }

    /**
     * Looks up one person by the register id, for whoever decides about them: of one who was merged into another, the other.
     */
    public Lookup findToDecide(String registerId, Scope scope) {
        return findOrFollow(List.of(new ByRegisterId(registerId)), times.ofWrite(), scope)
                .get(0);
    }

    /**
     * Looks up one person as {@link #findOrFollow(List, AsOf, Scope, String)} does.
     *
     * @throws ExchangeException {@code MR-401} when a personal code is not valid, {@code MR-409} when a birth date is not
     */
    Lookup findOrFollow(PersonSelector selector, AsOf asOf, Scope scope, String pointer) {
        return findOrFollow(List.of(keyOf(selector)), asOf, scope, pointer).get(0);
    }

    /**
     * Looks up persons, and says of those who were merged into others who these are. Under pseudonyms a record that was merged is
     * one that left.
     *
     * @param pointer the path of the answer's element that says who; where it may not be shown, nobody is found
     */
    List<Lookup> findOrFollow(List<PersonKey> keys, AsOf asOf, Scope scope, String pointer) {
        return scope.fields().allows(pointer) && !scope.listing().byPseudonym()
                ? findOrFollow(keys, asOf, scope)
                : findAll(keys, asOf, scope);
    }

    private List<Lookup> findOrFollow(List<PersonKey> keys, AsOf asOf, Scope scope) {
        List<Lookup> found = findAll(keys, asOf, scope);
        Set<PersonKey> missing = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (found.get(i).outcome() == Outcome.NOT_FOUND) {
                missing.add(keys.get(i));
            }
        }
        Map<PersonKey, FoundPerson> into = missing.isEmpty() ? Map.of() : merged.of(missing, asOf, scope);
        return IntStream.range(0, keys.size())
                .mapToObj(i -> Optional.ofNullable(into.get(keys.get(i)))
                        .map(Lookup::merged)
                        .orElse(found.get(i)))
                .toList();
    }

    /** Looks up persons: gives one result for each key, in its order; a key that is not valid is its own result. */
    List<Lookup> findAll(List<PersonKey> keys, AsOf asOf, Scope scope) {
        List<PersonKey> valid = keys.stream()
                .filter(key -> !(key instanceof Invalid))
                .distinct()
                .toList();
        scope.asksAbout(valid.size());
        Map<PersonKey, List<FoundPerson>> found =
                found(valid, population.within(scope, asOf).ofEachRow());
        return keys.stream()
                .map(key -> key instanceof Invalid ? Lookup.invalid() : Lookup.of(found.getOrDefault(key, List.of())))
                .toList();
    }

    private Map<PersonKey, List<FoundPerson>> found(List<PersonKey> keys, Conditions within) {
        Map<PersonKey, List<FoundPerson>> found = new HashMap<>();
        found.putAll(byRegisterId(of(ByRegisterId.class, ByRegisterId::registerId, keys), within));
        found.putAll(byCode(of(ByCode.class, ByCode::code, keys), within));
        of(ByForeignerId.class, key -> key, keys).forEach(key -> found.put(key, byForeignerId(key, within)));
        of(ByNames.class, key -> key, keys).forEach(key -> found.put(key, byNames(key, within)));
        return found;
    }

    private static <K extends PersonKey, V> List<V> of(Class<K> kind, Function<K, V> value, List<PersonKey> keys) {
        return keys.stream().filter(kind::isInstance).map(kind::cast).map(value).toList();
    }

    /**
     * Gives the next students in the order of the register's internal numbers.
     *
     * @param conditions what they must fulfil, begun by {@link PopulationRule#within}
     * @param after the number after which the page begins
     * @param size how many at the most
     */
    List<FoundPerson> page(Conditions conditions, long after, int size) {
        return FoundPerson.select()
                .from("person p")
                .where(conditions.copy().and("p.id > :after", "after", after))
                .orderBy("p.id")
                .first(size)
                .list(jdbc, FoundPerson::of);
    }

    /**
     * Gives where each student stands among all by pseudonym, in that order.
     *
     * @param conditions what they must fulfil, begun by {@link PopulationRule#within}
     */
    List<Listed> byPseudonym(Conditions conditions, StudentPseudonyms pseudonyms) {
        // Rows come a part at a time within a transaction alone: that of the exchange, where there is one.
        return Objects.requireNonNull(transaction.execute(status -> Select.of(FoundPerson.ID, FoundPerson.REGISTER_ID)
                .from("person p")
                .where(conditions)
                .atOnce(ROWS_AT_ONCE)
                .list(
                        jdbc,
                        row -> new Listed(pseudonyms.rank(row.get(FoundPerson.REGISTER_ID)), row.get(FoundPerson.ID)))
                .stream()
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
        FoundPerson.select()
                .from("person p")
                .where(conditions.copy().ofEachRow().andIn("p.id", "ids", ids))
                .list(jdbc, FoundPerson::of)
                .forEach(person -> found.put(person.id(), person));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Map<PersonKey, List<FoundPerson>> byRegisterId(List<String> ids, Conditions within) {
        Map<PersonKey, List<FoundPerson>> found = new HashMap<>();
        Chunks.of(ids)
                .forEach(chunk -> FoundPerson.select()
                        .from("person p")
                        .where(within.copy().andIn("p.register_id", "keys", chunk))
                        .list(jdbc, FoundPerson::of)
                        .forEach(person -> found.put(new ByRegisterId(person.registerId()), List.of(person))));
        return found;
    }

    /** A code that a person had on any day finds them on every day; one that was written down by mistake does not. */
    private Map<PersonKey, List<FoundPerson>> byCode(List<PersonalCode> codes, Conditions within) {
        Map<PersonKey, List<FoundPerson>> found = new HashMap<>();
        Chunks.of(codes)
                .forEach(chunk -> FoundPerson.select(CODE)
                        .distinct()
                        .from(IDENTITIES)
                        .where(within.copy()
                                .andIn("i.personal_code", "keys", chunk)
                                .and(FactConditions.believed("i"))
                                .and(PopulationRule.ofTodayWhereWithheld("i")))
                        .forEach(
                                jdbc,
                                row -> found.computeIfAbsent(new ByCode(row.get(CODE)), absent -> new ArrayList<>())
                                        .add(FoundPerson.of(row))));
        return found;
    }

    private List<FoundPerson> byForeignerId(ByForeignerId key, Conditions within) {
        return identified(within.copy()
                .and("i.foreigner_id = :foreignerId", "foreignerId", key.foreignerId())
                .with("birthDate", key.birthDate()));
    }

    private List<FoundPerson> byNames(ByNames key, Conditions within) {
        return identified(within.copy()
                .and("i.personal_code is null and i.name_key = :nameKey", "nameKey", key.nameKey())
                .with("birthDate", key.birthDate()));
    }

    private List<FoundPerson> identified(Conditions conditions) {
        return FoundPerson.select()
                .distinct()
                .from(IDENTITIES)
                .where(conditions
                        .and("i.birth_date = :birthDate")
                        .and(FactConditions.holds("i"))
                        .and(PopulationRule.ofTodayWhereWithheld("i")))
                .list(jdbc, FoundPerson::of);
    }
}
