package lt.mokiniai.register.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The conditions of one question in HQL, all of which must hold, with their parameters. They hold no value in their
 * text: what a caller sent travels as a parameter.
 */
public final class Conditions {

    /** Each is asked once, however many rules add it. */
    private final Set<String> conditions = new LinkedHashSet<>();

    private final Map<String, Object> parameters = new HashMap<>();

    /** Begins a question about a day, as known at a time: parameters {@code :day} and {@code :knownAt}. */
    public static Conditions asOf(AsOf asOf) {
        return new Conditions().with("day", asOf.validOn()).with("knownAt", asOf.knownAt());
    }

    /** Adds a condition. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition and the one parameter that it names. */
    public Conditions and(String condition, String parameter, Object value) {
        return and(condition).with(parameter, value);
    }

    /** Gives a parameter its value. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Gives the same conditions, to which more can be added without changing these. */
    public Conditions copy() {
        Conditions copy = new Conditions();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        return copy;
    }

    /** The conditions joined by 'and'. */
    public String text() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    /**
     * Asks: gives the rows of {@code select … where <conditions> <tail>}, each with at least two columns.
     *
     * @param head the query up to its conditions
     * @param tail what follows them, an order say, or nothing
     */
    public TypedQuery<Object[]> query(EntityManager entities, String head, String tail) {
        TypedQuery<Object[]> query = entities.createQuery(head + " where " + text() + " " + tail, Object[].class);
        query.getParameters().forEach(named -> query.setParameter(named.getName(), parameters.get(named.getName())));
        return query;
    }
}
