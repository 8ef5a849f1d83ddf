package lt.mokiniai.register.students.writes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.PopulationRule;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in the register already, whoever may see them. */
@Component
class KnownPersons {

    private static final String IDENTITIES = "person_identity i join person p on p.id = i.person_id";

    /** A former name or code of somebody whose residence and school are withheld does not lead to them. */
    private static final Column<Boolean> ALIKE = Column.flag(PopulationRule.ofTodayWhereWithheld("i")
            + " and exists (select 1 from person_identity m where m.person_id = p.id and m.name_key = :nameKey"
            + " and m.birth_date = :birthDate and " + FactConditions.believed("m") + " and "
            + PopulationRule.ofTodayWhereWithheld("m") + ")");

    /** Those of a record that was merged into person {@code p}, who is found by them still. */
    private static final String MERGED_IDENTITIES = "person_identity i join person_merge v on v.person_id = i.person_id"
            + " and v.merged_at = i.believed_until and v.believed_until is null join person p on p.id = v.kept_id";

    private static final Column<Boolean> MERGED_ALIKE = Column.flag(
            "not " + PopulationRule.RESTRICTED + " and i.name_key = :nameKey and i.birth_date = :birthDate");

    private static final Column<Instant> LAST_RECORDED = Column.time("p.last_recorded_at");

    private final JdbcClient jdbc;
    private final PopulationRule population;
    private final ReadTimes times;

    private final IdentityLocks locks;

    KnownPersons(JdbcClient jdbc, PopulationRule population, ReadTimes times, IdentityLocks locks) {
        this.locks = locks;
        this.jdbc = jdbc;
        this.population = population;
        this.times = times;
    }

    /**
     * Somebody with the code, or the foreigner identifier, of a person.
     *
     * @param id the internal number
     * @param isAlike whether birth date and names are the same: those of now, or former ones
     */
    record Known(long id, String registerId, Instant lastRecorded, boolean isAlike) {

        private Known or(Known other) {
            return new Known(id, registerId, lastRecorded, isAlike || other.isAlike);
        }
    }

    /** Locks an identification: whoever is looked for by it and not found is registered by one at a time. */
    void lock(String identification) {
        locks.take(identification);
    }

    /** Gives those who have the code of a person, or had it, or the foreigner identifier of one without a code. */
    List<Known> identifiedLike(ToldPerson told, Scope scope) {
        Conditions conditions = population
                .anybody(scope, times.ofWrite())
                .with("nameKey", told.nameKey())
                .with("birthDate", told.birthDate());
        if (told.code() != null) {
            conditions.and("i.personal_code = :code", "code", told.code());
        } else {
            conditions.and("i.foreigner_id = :foreigner", "foreigner", String.valueOf(told.foreignerId()));
        }
        Map<String, Known> known = new LinkedHashMap<>();
        gather(known, IDENTITIES, ALIKE, conditions.copy().and(FactConditions.believed("i")));
        gather(known, MERGED_IDENTITIES, MERGED_ALIKE, conditions);
        return List.copyOf(known.values());
    }

    private void gather(Map<String, Known> known, String from, Column<Boolean> alike, Conditions conditions) {
        FoundPerson.select(LAST_RECORDED, alike)
                .from(from)
                .where(conditions)
                .forEach(
                        jdbc,
                        row -> known.merge(
                                row.get(FoundPerson.REGISTER_ID),
                                new Known(
                                        row.get(FoundPerson.ID),
                                        row.get(FoundPerson.REGISTER_ID),
                                        row.get(LAST_RECORDED),
                                        row.get(alike)),
                                Known::or));
    }

    /** Gives the internal numbers of persons. */
    List<Long> numbers(List<String> registerIds, Scope scope) {
        return FoundPerson.select()
                .from("person p")
                .where(population.anybody(scope, times.ofWrite()).andIn("p.register_id", "persons", registerIds))
                .orderBy("p.id")
                .list(jdbc, row -> row.get(FoundPerson.ID));
    }

    /** Gives the register ids of those who have a code, or had it. */
    List<String> coded(PersonalCode code, Scope scope) {
        Conditions coded = population.anybody(scope, times.ofWrite()).and("i.personal_code = :code", "code", code);
        return Stream.concat(
                        registerIds(IDENTITIES, coded.copy().and(FactConditions.believed("i"))).stream(),
                        registerIds(MERGED_IDENTITIES, coded).stream())
                .distinct()
                .toList();
    }

    /** Gives the register ids of those whom an institution registered with the birth date and the names of a person. */
    List<String> registeredAlike(ToldPerson told, Scope scope) {
        return registerIds(
                IDENTITIES,
                population
                        .anybody(scope, times.ofWrite())
                        .with("nameKey", told.nameKey())
                        .and("i.name_key = :nameKey and i.birth_date = :birthDate", "birthDate", told.birthDate())
                        .and(FactConditions.believed("i"))
                        .and(
                                PopulationRule.REGISTERED,
                                "registrar",
                                scope.writing().provenance().institution()));
    }

    private List<String> registerIds(String from, Conditions conditions) {
        return FoundPerson.select()
                .distinct()
                .from(from)
                .where(conditions)
                .list(jdbc, row -> row.get(FoundPerson.REGISTER_ID));
    }
}
