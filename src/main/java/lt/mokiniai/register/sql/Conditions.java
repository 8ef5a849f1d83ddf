package lt.mokiniai.register.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditions of one question in SQL, all of which must hold, with their parameters. They hold no value in their
 * text: what a caller sent travels as a parameter.
 */
public final class Conditions {

    /** Each is asked once, however many rules add it. */
    private final Set<String> conditions = new LinkedHashSet<>();

    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition and the one parameter that it names. */
    public Conditions and(String condition, String parameter, Object value) {
        return and(condition).with(parameter, value);
    }

    /** Adds the condition that a column holds one of these values. */
    public Conditions andIn(String column, String parameter, Collection<?> values) {
        return and(in(column, parameter, values));
    }

    /**
     * Gives the condition that a column holds one of these values, to stand within another; its parameters are added.
     *
     * @param values one or more: a list of nothing is not SQL
     */
    public String in(String column, String parameter, Collection<?> values) {
        List<String> lists = new ArrayList<>();
        Chunks.of(values).forEach(chunk -> {
            String name = lists.isEmpty() ? parameter : parameter + lists.size();
            lists.add(column + " in (:" + name + ")");
            with(name, chunk);
        });
        return lists.size() == 1 ? lists.get(0) : "(" + String.join(" or ", lists) + ")";
    }

    /** Gives a parameter its value: a text, a number, a day, a time, a code, or a list of these. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, SqlValues.of(value));
        return this;
    }

    /**
     * Makes one condition of all that were added, which is looked at for each row that later ones have chosen. Where a list of
     * students is looked up, PostgreSQL else begins with everybody whom the population holds: its plan for any parameters
     * takes a municipality's residents for few.
     */
    public Conditions ofEachRow() {
        if (!conditions.isEmpty()) {
            String all = text();
            conditions.clear();
            // No planner looks into it for a way to begin.
            conditions.add("case when " + all + " then 1 end = 1");
        }
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
    String text() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
