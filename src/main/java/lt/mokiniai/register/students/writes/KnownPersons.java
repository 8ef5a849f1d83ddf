package lt.mokiniai.register.students.writes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Column<Instant> LAST_RECORDED = Column.time("p.last_recorded_at");

    private final JdbcClient jdbc;
    private final PopulationRule population;
    private final ReadTimes times;

    KnownPersons(JdbcClient jdbc, PopulationRule population, ReadTimes times) {
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

    /** Gives those who have the code of a person, or had it, or the foreigner identifier of one without a code. */
    List<Known> identifiedLike(ToldPerson told, Scope scope) {
        Conditions conditions = population
                .anybody(scope, times.ofWrite())
                .and(FactConditions.believed("i"))
                .with("nameKey", told.nameKey())
                .with("birthDate", told.birthDate());
        if (told.code() != null) {
            conditions.and("i.personal_code = :code", "code", told.code());
        } else {
            conditions.and("i.foreigner_id = :foreigner", "foreigner", String.valueOf(told.foreignerId()));
        }
        Map<String, Known> known = new LinkedHashMap<>();
        FoundPerson.select(LAST_RECORDED, ALIKE)
                .from(IDENTITIES)
                .where(conditions)
                .forEach(
                        jdbc,
                        row -> known.merge(
                                row.get(FoundPerson.REGISTER_ID),
                                new Known(
                                        row.get(FoundPerson.ID),
                                        row.get(FoundPerson.REGISTER_ID),
                                        row.get(LAST_RECORDED),
                                        row.get(ALIKE)),
                                Known::or));
        return List.copyOf(known.values());
    }

    /** Gives the register ids of those who have a code, or had it. */
    List<String> coded(PersonalCode code, Scope scope) {
        return registerIds(population
                .anybody(scope, times.ofWrite())
                .and("i.personal_code = :code", "code", code)
                .and(FactConditions.believed("i")));
    }

    /** Gives the register ids of those whom an institution registered with the birth date and the names of a person. */
    List<String> registeredAlike(ToldPerson told, Scope scope) {
        return registerIds(population
                .anybody(scope, times.ofWrite())
                .with("nameKey", told.nameKey())
                .and("i.name_key = :nameKey and i.birth_date = :birthDate", "birthDate", told.birthDate())
                .and(FactConditions.believed("i"))
                .and(
                        PopulationRule.REGISTERED,
                        "registrar",
                        scope.writing().provenance().institution()));
    }

    private List<String> registerIds(Conditions conditions) {
        return FoundPerson.select()
                .distinct()
                .from(IDENTITIES)
                .where(conditions)
                .list(jdbc, row -> row.get(FoundPerson.REGISTER_ID));
    }
}
