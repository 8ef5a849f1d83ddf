package lt.mokiniai.register.tasks.deciding;

import java.util.HashSet;
import java.util.Set;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.kernel.scope.Scope.Acting;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;

/**
 * Which tasks {@code t}, about student {@code p} and institution {@code k}, somebody decides and which they opened. A school
 * decides its own; a municipality those of the schools that it founded, the agency all. Whom a disclosure restriction hides
 * that the contract does not name, nobody decides about under it: such a student is found by no founder.
 *
 * @param acting for whom
 * @param population of the grant
 * @param named the kinds of restriction that it names
 */
record TaskScope(Acting acting, Population population, Set<String> named) {

    static final String TABLES = "task t left join person p on p.id = t.person_id"
            + " left join person o on o.id = t.other_person_id left join enrolment e on e.id = t.enrolment_id"
            + " left join institution k on k.code = t.institution";

    /** Whether a disclosure restriction of the student is in force; of a record that was merged, of the one that is kept. */
    static final String RESTRICTED =
            "exists (select 1 from person_restriction r where (r.person_id = p.id or r.person_id in"
                    + " (select v.kept_id from person_merge v where v.person_id = p.id and v.believed_until is null)) and "
                    + FactConditions.holds("r") + ")";

    private static final String WITHHELD =
            "exists (select 1 from person_restriction r where (r.person_id in (p.id, o.id) or r.person_id in"
                    + " (select v.kept_id from person_merge v where v.person_id in (p.id, o.id)"
                    + " and v.believed_until is null)) and r.kind not in (:named) and "
                    + FactConditions.holds("r") + ")";

    static TaskScope of(Scope scope) {
        return new TaskScope(scope.acting(), scope.population(), scope.namedRestrictions());
    }

    /** Begins a question about tasks, as it is today. */
    static Conditions asOf(ReadTimes times) {
        return FactConditions.asOf(times.present());
    }

    /** The condition that they decide a task; its parameters are added. */
    String decided(Conditions conditions) {
        if (!acting.decides()) {
            return "(t.decider = 'SCHOOL' and " + conditions.in("t.institution", "own", institutions()) + ")";
        }
        String shown = shown(conditions);
        return population.equals(Population.ALL)
                ? "(t.decider in ('FOUNDER', 'AGENCY') and " + shown + ")"
                : "(t.decider = 'FOUNDER' and "
                        + conditions.in("k.founder_municipality", "founded", founders())
                        + " and " + shown + ")";
    }

    /** The condition that they opened a task; its parameters are added. */
    String opened(Conditions conditions) {
        conditions.with("opener", acting.institution());
        String opened = "t.opened_institution = :opener";
        return acting.decides() ? "(" + opened + " and " + shown(conditions) + ")" : opened;
    }

    private String shown(Conditions conditions) {
        conditions.with("named", named.isEmpty() ? Set.of("-") : named);
        return "not " + WITHHELD;
    }

    /** The institutions whose tasks are a school's. */
    Set<String> institutions() {
        Set<String> codes = new HashSet<>(Set.of(acting.institution()));
        population.study().institutions().stream().map(InstitutionCode::value).forEach(codes::add);
        return codes;
    }

    /** A contract of who decides names one, or everyone; any other names nobody here. */
    private Set<String> founders() {
        Set<String> founders = population.study().founderMunicipalities();
        return founders.isEmpty() ? Set.of("-") : founders;
    }
}
