package lt.mokiniai.register.students;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.students.PersonKey.ByCode;
import lt.mokiniai.register.students.PersonKey.ByForeignerId;
import lt.mokiniai.register.students.PersonKey.ByNames;
import lt.mokiniai.register.students.PersonKey.ByRegisterId;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds which record a student was merged into, by whatever led to the one that was merged (docs/register.md, 'Merging'). It is
 * asked when nobody was found, so that it costs nothing else.
 */
@Component
class MergedStudents {

    private static final Column<Long> MERGED = Column.number("m.person_id");
    private static final Column<Instant> MERGED_AT = Column.time("m.merged_at");

    private static final String MERGES =
            "person_merge m join person b on b.id = m.person_id join person p on p.id = m.kept_id";

    /** Who the merged one was, as it was believed in the end. */
    private static final String IDENTITIES =
            MERGES + " join person_identity i on i.person_id = m.person_id and i.believed_until = m.merged_at";

    private static final Column<PersonKey> REGISTER_ID =
            Column.string("b.register_id").as(ByRegisterId::new);

    private static final Column<PersonKey> CODE =
            Column.string("i.personal_code").as(code -> new ByCode(new PersonalCode(code)));

    private final JdbcClient jdbc;
    private final PopulationRule population;

    MergedStudents(JdbcClient jdbc, PopulationRule population) {
        this.jdbc = jdbc;
        this.population = population;
    }

    private record Pointer(long merged, Instant mergedAt, FoundPerson kept) {}

    /**
     * Gives whom records were merged into, for those who may see both: the one that is kept, as it is, and the one that was
     * merged, as it was. Of a student of whom something is withheld nothing is told: a former name or code may be the secret.
     */
    Map<PersonKey, FoundPerson> of(Set<PersonKey> keys, AsOf asOf, Scope scope) {
        Map<PersonKey, FoundPerson> seen = new HashMap<>();
        pointers(keys, asOf, scope)
                .forEach((key, pointers) -> kept(pointers)
                        .filter(kept -> pointers.stream().anyMatch(pointer -> isSeen(pointer, asOf, scope)))
                        .ifPresent(kept -> seen.put(key, kept)));
        return seen;
    }

    /** The one that all lead to; nothing where they lead to several. */
    private static Optional<FoundPerson> kept(Set<Pointer> pointers) {
        Set<FoundPerson> kept = pointers.stream().map(Pointer::kept).collect(Collectors.toSet());
        return kept.size() == 1 ? kept.stream().findFirst() : Optional.empty();
    }

    private Map<PersonKey, Set<Pointer>> pointers(Set<PersonKey> keys, AsOf asOf, Scope scope) {
        Conditions within = population.within(scope, asOf).and(FactConditions.believed("m"));
        population.nothingWithheld(within);
        Map<PersonKey, Set<Pointer>> found = new HashMap<>();
        Chunks.of(of(keys, ByRegisterId.class, ByRegisterId::registerId))
                .forEach(chunk ->
                        gather(found, REGISTER_ID, MERGES, within.copy().andIn("b.register_id", "keys", chunk)));
        Chunks.of(of(keys, ByCode.class, ByCode::code))
                .forEach(chunk ->
                        gather(found, CODE, IDENTITIES, within.copy().andIn("i.personal_code", "keys", chunk)));
        for (PersonKey key : keys) {
            Conditions born = within.copy().and("i.birth_date = :born").and(FactConditions.overlaps("i", "day", "day"));
            if (key instanceof ByForeignerId by) {
                born.and("i.foreigner_id = :key", "key", by.foreignerId()).with("born", by.birthDate());
            } else if (key instanceof ByNames by) {
                born.and("i.personal_code is null and i.name_key = :key", "key", by.nameKey())
                        .with("born", by.birthDate());
            } else {
                continue;
            }
            gather(found, REGISTER_ID.as(any -> key), IDENTITIES, born);
        }
        return found;
    }

    private static <K extends PersonKey, V> Set<V> of(Set<PersonKey> keys, Class<K> kind, Function<K, V> value) {
        return keys.stream().filter(kind::isInstance).map(kind::cast).map(value).collect(Collectors.toSet());
    }

    private void gather(Map<PersonKey, Set<Pointer>> found, Column<PersonKey> key, String from, Conditions conditions) {
        FoundPerson.select(key, MERGED, MERGED_AT)
                .from(from)
                .where(conditions)
                .forEach(
                        jdbc,
                        row -> found.computeIfAbsent(row.get(key), absent -> new HashSet<>())
                                .add(new Pointer(row.get(MERGED), row.get(MERGED_AT), FoundPerson.of(row))));
    }

    private boolean isSeen(Pointer pointer, AsOf asOf, Scope scope) {
        AsOf before = new AsOf(asOf.validOn(), pointer.mergedAt().minus(1, ChronoUnit.MICROS));
        return !FoundPerson.select()
                .from("person p")
                .where(population.within(scope, before).and("p.id = :merged", "merged", pointer.merged()))
                .list(jdbc, FoundPerson::of)
                .isEmpty();
    }
}
