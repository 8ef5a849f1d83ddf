package lt.mokiniai.register.students;

import java.util.Set;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Range;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import org.springframework.stereotype.Component;

/**
 * Turns the population of a scope into conditions on person {@code p}, so that a student outside it is never loaded
 * (docs/register.md, 'Populations').
 */
@Component
public class PopulationRule {

    private static final String UNNAMED = "r.kind not in (:named) and " + FactConditions.holds("r", "today", "now");

    /**
     * Whether a restriction that the contract does not name stands today: what it hides, it hides for every day. Of a record that
     * was merged it is that of the one that is kept: as known before, both are of the person whom it protects.
     */
    public static final String RESTRICTED =
            "(exists (select 1 from person_restriction r where r.person_id = p.id and " + UNNAMED + ")"
                    + " or exists (select 1 from person_merge v join person_restriction r on r.person_id = v.kept_id"
                    + " where v.person_id = p.id and v.believed_until is null and " + UNNAMED + "))";

    /**
     * Of whom no identity is believed, they are not there: their registration was struck, or their record was merged into another,
     * which answers then.
     */
    private static final String IS_THERE = "exists (select 1 from person_identity d where d.person_id = p.id and "
            + FactConditions.believed("d") + ")";

    /** The condition that the institution of the parameter {@code registrar} registered person {@code p}. */
    public static final String REGISTERED =
            "exists (select 1 from person_write w where w.person_id = p.id and w.recorded_at = p.recorded_at"
                    + " and w.institution = :registrar)";

    private final StudyLookup studies;
    private final ReadTimes times;

    PopulationRule(StudyLookup studies, ReadTimes times) {
        this.studies = studies;
        this.times = times;
    }

    /**
     * Gives the condition that a fact of a person whose residence and school are withheld is of today, so that a former
     * name or code does not lead to the present one.
     */
    public static String ofTodayWhereWithheld(String fact) {
        return "(not " + RESTRICTED + " or (" + FactConditions.holds(fact, "today", "now") + "))";
    }

    /**
     * Adds the parameters of {@link #RESTRICTED}.
     *
     * @param named the kinds of restriction that are named
     */
    static Conditions restricted(Conditions conditions, Set<String> named, AsOf now) {
        return conditions
                .with("today", now.validOn())
                .with("now", now.knownAt())
                // No kind has an empty name; a list of nothing is not SQL everywhere.
                .with("named", named.isEmpty() ? Set.of("-") : named);
    }

    /** Begins a question about all students that the register knew of. */
    public Conditions anybody(Scope scope, AsOf asOf) {
        return restricted(FactConditions.asOf(asOf), scope.namedRestrictions(), times.present())
                // Whom the register did not know of then does not come into an answer of then, nor into a later page.
                .and("p.recorded_at <= :knownAt")
                .and(IS_THERE);
    }

    /** Begins a question about the students of whoever writes: those whom it registered, and those who are enrolled with it. */
    Conditions own(Scope scope, AsOf asOf) {
        Conditions conditions = anybody(scope, asOf)
                .with("registrar", scope.writing().provenance().institution());
        return conditions.and("(" + REGISTERED + " or " + enrolledWithin(conditions, scope) + ")");
    }

    /**
     * Gives the condition that person {@code p} is enrolled, now or later on, where a scope may write; its parameters are added.
     */
    public String enrolledWithin(Conditions conditions, Scope scope) {
        Study study = scope.population().study();
        // Nobody may write everywhere, and a level is of a stage.
        return study.levels().isPresent() ? "1 = 0" : studies.isOrWillBeEnrolled(conditions, study);
    }

    /** Begins a question about the students of a scope. */
    public Conditions within(Scope scope, AsOf asOf) {
        Conditions conditions = anybody(scope, asOf);
        Population population = scope.population();
        if (!population.municipalities().isEmpty()) {
            livesIn(conditions, population.municipalities(), "municipalities");
        }
        if (!population.students().isEmpty()) {
            conditions.andIn("p.register_id", "namedStudents", population.students());
        }
        study(conditions, population.study(), "population");
        population.enrolled().ifPresent(wanted -> studies.requireEnrolled(conditions, wanted));
        population.ages().ifPresent(ages -> ages(conditions, ages, asOf));
        if (!population.citizenships().isEmpty()) {
            conditions.and("exists (select 1 from person_citizenship c where c.person_id = p.id and "
                    + conditions.in("c.country", "citizenships", population.citizenships()) + " and "
                    + FactConditions.holds("c") + ")");
        }
        return conditions;
    }

    /** Adds the condition that nothing about residence and school is withheld: whoever is found by it gives it away. */
    public void nothingWithheld(Conditions conditions) {
        conditions.and("not " + RESTRICTED);
    }

    /** Adds the condition that person {@code p} lives in one of these municipalities, and that this may be told. */
    void livesIn(Conditions conditions, Set<String> municipalities, String parameter) {
        conditions.and("exists (select 1 from person_residence h where h.person_id = p.id and "
                + conditions.in("h.municipality", parameter, municipalities) + " and " + FactConditions.holds("h")
                + ")");
        nothingWithheld(conditions);
    }

    /** Adds the condition that person {@code p} studies so, and that this may be told. */
    void study(Conditions conditions, Study study, String prefix) {
        if (!study.isAny()) {
            studies.require(conditions, study, prefix);
            if (study.tellsTheSchool()) {
                nothingWithheld(conditions);
            }
        }
    }

    private static void ages(Conditions conditions, Range ages, AsOf asOf) {
        conditions
                .and("exists (select 1 from person_identity a where a.person_id = p.id and a.birth_date <= :bornLatest"
                        + " and a.birth_date > :bornAfter and " + FactConditions.holds("a") + ")")
                .with("bornLatest", asOf.validOn().minusYears(ages.from()))
                .with("bornAfter", asOf.validOn().minusYears(ages.to() + 1L));
    }
}
